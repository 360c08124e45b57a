import { sandboxPeople } from '../src/cli/people.ts';
import type { Facts, FactValue } from '../src/core/facts/fact.ts';
import type { Library } from '../src/core/guideline/library.ts';
import type { FactDefinition } from '../src/core/schema/vocabulary.ts';
import { caseOf } from '../src/core/vignette/case.ts';
import { createLoop, type Loop } from '../src/ui/loop.ts';
import { factsInView, noneAnswers, type ShownScreen } from '../src/ui/question-screen.tsx';
import { shippedGuidelines } from '../tests/rules/shipped.ts';
import { median, printTable } from './figures.ts';

/** A patient at an order, as the page meets him: what is known when it opens, and what the clinician would answer. */
export interface Consultation {
  readonly order: string | null;
  /** What record and order tell. */
  readonly known: Facts;
  readonly answers: ReadonlyMap<string, FactValue>;
}

/** Presses until the verdict stands, and until nothing is asked any more. */
export interface Taps {
  readonly verdict: number;
  readonly answered: number;
}

/** More than anybody would press; a loop that does not end is a fault. */
const MOST = 60;

/**
 * Counts what a clinician has to press, by the page's own model: one press for each answer that is not "none of these", one
 * for all the others of a screen, one for "don't know". A number that no button offers takes two: typed, and used.
 */
export async function countTaps(library: Library, { order, known, answers }: Consultation): Promise<Taps> {
  const loop = createLoop(library, () => {
    throw new Error('there is no guidance');
  });
  await loop.begin(order, () => known, false);
  let taps = 0;
  let verdict = isSettled(loop) ? 0 : null;
  for (let screen = loop.screen.value; screen; screen = loop.screen.value) {
    taps += await press(loop, screen, library.vocabulary.facts, answers);
    if (verdict === null && isSettled(loop)) verdict = taps;
    if (taps > MOST) throw new Error(`the questions do not end: ${screen.id}`);
  }
  return { verdict: verdict ?? taps, answered: taps };
}

function isSettled({ assessment }: Loop): boolean {
  return assessment.value?.verdict !== 'undetermined';
}

/** Answers the first thing in view that "none of these" would not; where there is none, presses that. */
async function press(
  loop: Loop,
  screen: ShownScreen,
  definitions: Readonly<Record<string, FactDefinition>>,
  answers: ReadonlyMap<string, FactValue>,
): Promise<number> {
  const given = loop.answers.value;
  const rest = noneAnswers(screen, definitions, loop.facts.value, given);
  for (const id of factsInView(screen, definitions, rest, given)) {
    if (given.has(id)) continue;
    const value = answers.get(id);
    const negative = rest.get(id);
    if (negative !== undefined && negative !== 'not-known' && (value === undefined || value === negative.value))
      continue;
    await loop.answer(new Map([[id, value === undefined ? 'not-known' : { value }]]));
    const definition = definitions[id];
    const typed = definition?.type === 'number' && typeof value === 'number' && !definition.suggestions.includes(value);
    return typed ? 2 : 1;
  }
  await loop.answer(rest);
  return 1;
}

/** A vignette as a consultation. */
export interface VignetteConsultation {
  readonly guideline: string;
  readonly name: string;
  readonly consultation: Consultation;
}

/**
 * Every vignette of the shipped guidelines. One with a synthetic person begins with what that record tells; of one that gives
 * facts only reason, age and declared silence are known from the start, and all else is asked: that is the worst case.
 */
export async function shippedConsultations(): Promise<readonly VignetteConsultation[]> {
  const { library, guidelines } = await shippedGuidelines();
  const people = await sandboxPeople();
  const { vocabulary } = library;
  return guidelines.flatMap(({ id, guideline, vignettes }) =>
    vignettes.vignettes.map((vignette): VignetteConsultation => {
      const ground = { vocabulary, guideline: guideline.document, people };
      const { order, facts } = caseOf(ground, vignettes, vignette);
      const record =
        vignette.person === undefined
          ? new Map([...facts].filter(([fact]) => isInTheRecord(vocabulary.facts[fact], fact)))
          : people.read(vignette.person, vocabulary, vignette.now ?? vignettes.now, new Map()).facts;
      const answers = [...facts].flatMap(([fact, is]): [string, FactValue][] => (is.known ? [[fact, is.value]] : []));
      const consultation = { order, known: record, answers: new Map(answers) };
      return { guideline: id, name: vignette.name, consultation };
    }),
  );
}

/** Reason and age come with order and Patient; of what is declared so, silence of a record that was read means none. */
function isInTheRecord(definition: FactDefinition | undefined, fact: string): boolean {
  if (fact === 'reason') return true;
  const readers = definition?.read.map(({ reader }) => reader) ?? [];
  return readers.includes('age') || readers.includes('derived') || definition?.none !== 'unknown';
}

/** Presses to an answer over all vignettes of the shipped guidelines. */
export async function run(): Promise<void> {
  const { library } = await shippedGuidelines();
  const counted: (VignetteConsultation & { readonly taps: Taps })[] = [];
  for (const one of await shippedConsultations())
    counted.push({ ...one, taps: await countTaps(library, one.consultation) });
  const row = (name: string, some: typeof counted): string[] => {
    const verdicts = some.map(({ taps }) => taps.verdict);
    const answered = some.map(({ taps }) => taps.answered);
    return [
      name,
      ...[some.length, median(verdicts), Math.max(...verdicts), median(answered), Math.max(...answered)].map(String),
    ];
  };
  console.log(
    '\nPresses to an answer, over all vignettes; only reason, age and declared silence taken from the record',
  );
  printTable([
    ['guideline', 'vignettes', 'verdict: median', 'worst', 'all answered: median', 'worst'],
    ...[...new Set(counted.map(({ guideline }) => guideline))].map((id) =>
      row(
        id,
        counted.filter(({ guideline }) => guideline === id),
      ),
    ),
    row('all', counted),
  ]);
  const worst = counted.toSorted((one, other) => other.taps.answered - one.taps.answered)[0];
  console.log(`  Most presses: ${worst?.name} (${worst?.taps.answered})`);
}
