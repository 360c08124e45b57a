import type { Analysis } from '../../core/analysis/analyse.ts';
import type { Compared, Exceptions } from '../../core/analysis/known-exception.ts';
import type { Lowering } from '../../core/analysis/red-flags.ts';
import type { ScreenCount } from '../../core/analysis/screens.ts';
import type { Together } from '../../core/analysis/together.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import { en } from '../words/en.ts';
import { flagWords, patientWords } from './patient-words.ts';

type Definitions = Readonly<Record<string, FactDefinition>>;

/** What the analysis of one guideline says on the terminal, and how much of it is a fault. */
export interface AnalysisReport {
  readonly lines: readonly string[];
  readonly faults: number;
}

const HOLDS = 'holds        ';
const FAULT = 'EXCEPTION    ';
const OPEN = 'not decided  ';
const NOTE = 'note         ';
const KNOWN = 'known        ';

/** The report of one guideline; `detailed` also names the smallest patient of every rung and the red flags. */
export function analysisReport(
  analysis: Analysis,
  compared: Compared,
  definitions: Definitions,
  detailed: boolean,
): AnalysisReport {
  const faults = [
    ...answerFaults(analysis, definitions),
    ...rungFaults(analysis, definitions),
    ...exceptionLines(compared.fresh, analysis, definitions),
    ...compared.stale.map((line) => `in exceptions.json but not so any more: ${line}`),
  ];
  const lines = [
    `${analysis.guideline} ${analysis.version}`,
    sizeLine(analysis),
    ...holdingLines(analysis, compared),
    ...faults.map((line) => `${FAULT}${line}`),
    ...screenLines(analysis, definitions),
    ...(analysis.redundant ?? []).map((part) =>
      part.kind === 'rung'
        ? `${NOTE}without "${part.id}" everybody gets the same ratings and urgency, in other words`
        : `${NOTE}without ${part.pointer} (${part.says}) everybody comes to the same rung`,
    ),
    ...(detailed ? exceptionLines(compared.known, analysis, definitions).map((line) => `${KNOWN}${line}`) : []),
    ...(detailed ? detailLines(analysis, definitions) : []),
  ];
  const [title = '', ...rest] = lines;
  return { lines: [title, ...rest.map((line) => `  ${line}`)], faults: faults.length };
}

function sizeLine({ facts, combinations, nodes }: Analysis): string {
  const space = `${facts} facts, ${combinations.toLocaleString('en')} combinations of answers`;
  if (nodes === null) return `${space}; the decision diagram is too large: decided by bounds where it could be`;
  return `${space}; decision diagram of ${nodes} nodes, so what follows is exact`;
}

function holdingLines(analysis: Analysis, { fresh, known }: Compared): readonly string[] {
  const { rungs, unanswered, redFlags, lowerings, urgencyFalls } = analysis;
  const lines: string[] = [];
  if (unanswered === null) lines.push(`${OPEN}whether every combination gets an answer that was written`);
  else if (unanswered.length === 0) lines.push(`${HOLDS}every combination gets an answer`);
  const open = rungs.filter(({ kind }) => kind === 'undecided').map(({ id }) => id);
  if (open.length > 0) lines.push(`${OPEN}whether anybody reaches ${open.join(', ')}`);
  else if (rungs.every(({ kind }) => kind === 'reached'))
    lines.push(`${HOLDS}no rung is dead or hidden: all ${rungs.length} are reached, the last one included`);
  lines.push(`${HOLDS}no answer changes a settled outcome: settled means one rung left over all completions`);
  if (urgencyFalls === null) lines.push(`${OPEN}whether an urgency shown while questions are open can fall`);
  else if (urgencyFalls.length === 0) lines.push(`${HOLDS}no urgency shown while questions are open falls`);
  if (redFlags === null || lowerings === null) lines.push(`${OPEN}whether a red flag lowers support or urgency`);
  else if (fresh.lowerings.length === 0)
    lines.push(
      `${HOLDS}none of ${redFlags.length} red flags lowers support or urgency, but where it is known and meant`,
    );
  const meant = groupsOf(known.lowerings).length + known.falls.length;
  if (meant > 0) lines.push(`${KNOWN}${meant} exceptions, with reasons in rules/${analysis.guideline}/exceptions.json`);
  return lines;
}

function answerFaults({ unanswered }: Analysis, definitions: Definitions): readonly string[] {
  return (unanswered ?? []).map((fault) =>
    fault.kind === 'unaskable'
      ? `the answer hangs on ${fault.fact}, which has no question`
      : `"${fault.rung}" does not rate ${fault.order}: ${patientWords(fault.patient, definitions, en.patient)}`,
  );
}

function rungFaults({ rungs }: Analysis, definitions: Definitions): readonly string[] {
  return rungs.flatMap((rung) => {
    if (rung.kind === 'dead') return [`"${rung.id}" is dead: no patient meets its condition, or none is left for it`];
    if (rung.kind !== 'hidden') return [];
    const by = rung.by.map(({ id, patient }) => `"${id}" (${patientWords(patient, definitions, en.patient)})`);
    return [`"${rung.id}" is hidden: all in whom it holds are taken by ${by.join(', ')}`];
  });
}

function exceptionLines(
  { lowerings, falls }: Exceptions,
  { nodes }: Analysis,
  definitions: Definitions,
): readonly string[] {
  return [
    ...groupsOf(lowerings).map((group) => loweringLine(group, nodes !== null, definitions)),
    ...falls.map(
      ({ shown, reached, patient }) =>
        `"${reached}" is less urgent and stands above "${shown}": the urgency shown while questions are open can fall. ` +
        `Smallest patient: ${patientWords(patient, definitions, en.patient)}`,
    ),
  ];
}

/** Lowerings that an author judges as one: of an examination by the rung it comes to, else by red flag and rung. */
function groupsOf(lowerings: readonly Lowering[]): readonly (readonly Lowering[])[] {
  const groups = new Map<string, Lowering[]>();
  for (const lowering of lowerings) {
    const { lowers, to, flag } = lowering;
    const key = lowers === 'examination' ? to : `${lowers} ${to} ${flagWords(flag, en.patient)}`;
    groups.set(key, [...(groups.get(key) ?? []), lowering]);
  }
  return [...groups.values()];
}

function loweringLine(group: readonly Lowering[], exact: boolean, definitions: Definitions): string {
  const [one] = group;
  if (!one) return '';
  const listed = (of: (lowering: Lowering) => readonly string[]): string => [...new Set(group.flatMap(of))].join(', ');
  const examinations = listed((lowering) => lowering.examinations);
  const what = {
    urgency: 'the urgency',
    imaging: `the support for imaging (${examinations})`,
    examination: `the support of ${examinations}, in favour of another examination`,
  }[one.lowers];
  const flags = listed(({ flag }) => [flagWords(flag, en.patient)]);
  const way = `to "${one.to}" from ${listed(({ from }) => [`"${from}"`])}`;
  if (!exact) return `might lower ${what}: ${flags}, ${way} (not decided)`;
  const smallest = [...group].sort((left, right) => left.patient.size - right.patient.size)[0] ?? one;
  const patient = `${patientWords(smallest.patient, definitions, en.patient)}; then ${flagWords(smallest.flag, en.patient)}`;
  return `lowers ${what}: ${flags}, ${way}. Smallest patient: ${patient}`;
}

function screenLines({ screens }: Analysis, definitions: Definitions): readonly string[] {
  if (screens === null) return [`${OPEN}how many screens an answer takes`];
  const { given, ageKnown, ageUnknown, nothingFound } = screens;
  return [
    `screens      longest ${ageKnown.longest}, median ${ageKnown.median} of all combinations, ${nothingFound} when nothing is found` +
      ` (${patientWords(given, definitions, en.patient)} and age known; age unknown: longest ${ageUnknown.longest}, median ${ageUnknown.median})`,
  ];
}

function detailLines({ rungs, redFlags, screens }: Analysis, definitions: Definitions): readonly string[] {
  return [
    `red flags: ${(redFlags ?? []).map((flag) => flagWords(flag, en.patient)).join(', ') || 'none'}`,
    ...(screens ? ['longest way:', ...pathLines(screens.ageKnown, definitions)] : []),
    'smallest patient of each rung (what is not named is negative, or of no matter):',
    ...rungs.flatMap((rung) =>
      rung.kind === 'reached' ? [`  ${rung.id}: ${patientWords(rung.patient, definitions, en.patient)}`] : [],
    ),
  ];
}

function pathLines({ path }: ScreenCount, definitions: Definitions): readonly string[] {
  return path.map(({ screen, answers }) => `  ${screen}: ${patientWords(answers, definitions, en.patient)}`);
}

/** Guidelines that share an examination. */
export function togetherLines(groups: readonly Together[]): readonly string[] {
  return groups.map(({ guidelines, screens }) => {
    const names = guidelines.join(' and ');
    if (screens === null) return `${names} together: not decided how many screens an answer takes`;
    return `${names} together, reason unknown, age known: longest ${screens.longest} screens, median ${screens.median} of all combinations (exact, ${screens.states} states)`;
  });
}
