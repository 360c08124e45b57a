import type { Analysis } from '../../core/analysis/analyse.ts';
import type { Compared, Exceptions } from '../../core/analysis/known-exception.ts';
import type { Patient } from '../../core/analysis/product.ts';
import type { Lowering, RedFlag } from '../../core/analysis/red-flags.ts';
import type { ScreenCount } from '../../core/analysis/screens.ts';
import type { Together } from '../../core/analysis/together.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import { formatList } from '../../i18n/notation.ts';
import type { CliWords } from '../words/da.ts';
import type { Speech } from '../words/speech.ts';
import { flagWords, patientWords } from './patient-words.ts';

/** What the analysis of one guideline says on the terminal, and how much of it is a fault. */
export interface AnalysisReport {
  readonly lines: readonly string[];
  readonly faults: number;
}

/** What the lines are made with. */
interface Telling {
  readonly words: CliWords['analyse'];
  mark(which: keyof CliWords['analyse']['marks'], line: string): string;
  patient(patient: Patient): string;
  flag(flag: RedFlag): string;
}

function tellingIn({ words }: Speech, definitions: Readonly<Record<string, FactDefinition>>): Telling {
  const { marks } = words.analyse;
  const width = Math.max(...Object.values(marks).map(({ length }) => length)) + 2;
  return {
    words: words.analyse,
    mark: (which, line) => `${marks[which].padEnd(width)}${line}`,
    patient: (patient) => patientWords(patient, definitions, words.patient),
    flag: (flag) => flagWords(flag, words.patient),
  };
}

/** The report of one guideline; `detailed` also names the smallest patient of every rung and the red flags. */
export function analysisReport(
  analysis: Analysis,
  compared: Compared,
  definitions: Readonly<Record<string, FactDefinition>>,
  detailed: boolean,
  speech: Speech,
): AnalysisReport {
  const telling = tellingIn(speech, definitions);
  const { words, mark } = telling;
  const faults = [
    ...answerFaults(analysis, telling),
    ...rungFaults(analysis, telling),
    ...exceptionLines(compared.fresh, analysis, telling),
    ...compared.stale.map(words.stale),
  ];
  const known = detailed ? exceptionLines(compared.known, analysis, telling) : [];
  const lines = [
    sizeLine(analysis, words),
    ...holdingLines(analysis, compared, telling),
    ...faults.map((line) => mark('fault', line)),
    ...screenLines(analysis, telling),
    ...(analysis.redundant ?? []).map((part) =>
      mark('note', part.kind === 'rung' ? words.sameContent(part.id) : words.samePlace(part.pointer, part.says)),
    ),
    ...known.map((line) => mark('known', line)),
    ...(detailed ? detailLines(analysis, telling) : []),
  ];
  const title = `${analysis.guideline} ${analysis.version}`;
  return { lines: [title, ...lines.map((line) => `  ${line}`)], faults: faults.length };
}

function sizeLine({ facts, combinations, nodes }: Analysis, words: CliWords['analyse']): string {
  const space = words.size(facts, combinations.toLocaleString('en'));
  return `${space}; ${nodes === null ? words.tooLarge : words.exact(nodes)}`;
}

function holdingLines(analysis: Analysis, { fresh, known }: Compared, telling: Telling): readonly string[] {
  const { words, mark } = telling;
  const { rungs, unanswered, redFlags, lowerings, urgencyFalls } = analysis;
  const lines: string[] = [];
  if (unanswered === null) lines.push(mark('open', words.openAnswers));
  else if (unanswered.length === 0) lines.push(mark('holds', words.answers));
  const open = rungs.filter(({ kind }) => kind === 'undecided').map(({ id }) => id);
  if (open.length > 0) lines.push(mark('open', words.openRungs(open.join(', '))));
  else if (rungs.every(({ kind }) => kind === 'reached')) lines.push(mark('holds', words.rungs(rungs.length)));
  lines.push(mark('holds', words.settled));
  if (urgencyFalls === null) lines.push(mark('open', words.openFalls));
  else if (urgencyFalls.length === 0) lines.push(mark('holds', words.falls));
  if (redFlags === null || lowerings === null) lines.push(mark('open', words.openFlags));
  else if (fresh.lowerings.length === 0) lines.push(mark('holds', words.flags(redFlags.length)));
  const meant = groupsOf(known.lowerings, telling).length + known.falls.length;
  if (meant > 0) lines.push(mark('known', words.meant(meant, analysis.guideline)));
  return lines;
}

function answerFaults({ unanswered }: Analysis, { words, patient }: Telling): readonly string[] {
  return (unanswered ?? []).map((fault) =>
    fault.kind === 'unaskable'
      ? words.unaskable(fault.fact)
      : words.unrated(fault.rung, fault.order, patient(fault.patient)),
  );
}

function rungFaults({ rungs }: Analysis, { words, patient }: Telling): readonly string[] {
  return rungs.flatMap((rung) => {
    if (rung.kind === 'dead') return [words.dead(rung.id)];
    if (rung.kind !== 'hidden') return [];
    const by = rung.by.map((other) => `"${other.id}" (${patient(other.patient)})`);
    return [words.hidden(rung.id, by.join(', '))];
  });
}

function exceptionLines({ lowerings, falls }: Exceptions, { nodes }: Analysis, telling: Telling): readonly string[] {
  const { words, patient } = telling;
  return [
    ...groupsOf(lowerings, telling).map((group) => loweringLine(group, nodes !== null, telling)),
    ...falls.map((fall) => words.fall(fall.reached, fall.shown, patient(fall.patient))),
  ];
}

/** Lowerings that an author judges as one: of an examination by the rung it comes to, else by red flag and rung. */
function groupsOf(lowerings: readonly Lowering[], { flag: told }: Telling): readonly (readonly Lowering[])[] {
  const groups = new Map<string, Lowering[]>();
  for (const lowering of lowerings) {
    const { lowers, to, flag } = lowering;
    const key = lowers === 'examination' ? to : `${lowers} ${to} ${told(flag)}`;
    groups.set(key, [...(groups.get(key) ?? []), lowering]);
  }
  return [...groups.values()];
}

function loweringLine(group: readonly Lowering[], exact: boolean, { words, patient, flag: told }: Telling): string {
  const [one] = group;
  if (!one) return '';
  const listed = (of: (lowering: Lowering) => readonly string[]): string => [...new Set(group.flatMap(of))].join(', ');
  const what = words.lowers[one.lowers](listed((lowering) => lowering.examinations));
  const flags = listed(({ flag }) => [told(flag)]);
  const way = words.way(
    one.to,
    listed(({ from }) => [`"${from}"`]),
  );
  if (!exact) return words.mightLower(what, flags, way);
  const smallest = [...group].sort((left, right) => left.patient.size - right.patient.size)[0] ?? one;
  return words.lowering(what, flags, way, patient(smallest.patient), told(smallest.flag));
}

function screenLines({ screens }: Analysis, { words, mark, patient }: Telling): readonly string[] {
  if (screens === null) return [mark('open', words.openScreens)];
  const { given, ageKnown, ageUnknown, nothingFound } = screens;
  const known = [ageKnown.longest, ageKnown.median, nothingFound];
  return [mark('screens', words.screens(known, patient(given), [ageUnknown.longest, ageUnknown.median]))];
}

function detailLines({ rungs, redFlags, screens }: Analysis, telling: Telling): readonly string[] {
  const { words, patient, flag } = telling;
  return [
    words.redFlags((redFlags ?? []).map(flag).join(', ') || words.none),
    ...(screens ? [words.longestWay, ...pathLines(screens.ageKnown, telling)] : []),
    words.smallest,
    ...rungs.flatMap((rung) => (rung.kind === 'reached' ? [`  ${rung.id}: ${patient(rung.patient)}`] : [])),
  ];
}

function pathLines({ path }: ScreenCount, { patient }: Telling): readonly string[] {
  return path.map(({ screen, answers }) => `  ${screen}: ${patient(answers)}`);
}

/** Guidelines that share an examination. */
export function togetherLines(groups: readonly Together[], { words, language }: Speech): readonly string[] {
  return groups.map(({ guidelines, screens }) => {
    const names = formatList(guidelines, language);
    if (screens === null) return words.analyse.togetherOpen(names);
    return words.analyse.together(names, screens.longest, screens.median, screens.states);
  });
}
