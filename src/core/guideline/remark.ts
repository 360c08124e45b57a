import type { Text } from '../schema/text.ts';
import type { FindingCode } from './finding-code.ts';

/** Keys and places that lead to a value in a JSON file. */
export type Path = readonly (string | number)[];

/** One thing wrong, before its place in the file is known. */
export interface Remark {
  readonly code: FindingCode;
  readonly path: Path;
  /** What is wrong, in a sentence. */
  readonly message: Text;
  /** What to do about it. */
  readonly remedy: Text;
}

/** What an id can be the id of, as it stands after "there is". */
export const NONE = {
  fact: { da: 'ingen oplysning', en: 'no fact' },
  criterion: { da: 'intet kriterium', en: 'no criterion' },
  recommendation: { da: 'intet trin', en: 'no recommendation' },
  order: { da: 'ingen undersøgelse', en: 'no order' },
  evidence: { da: 'ingen kilde', en: 'no evidence' },
  parameter: { da: 'ingen grænse', en: 'no parameter' },
  screen: { da: 'ingen skærm', en: 'no screen' },
  person: { da: 'ingen person', en: 'no person' },
  region: { da: 'ingen del af kroppen', en: 'no region' },
  guideline: { da: 'ingen retningslinje', en: 'no guideline' },
  'value-set': { da: 'ingen kodeliste', en: 'no value set' },
} as const satisfies Readonly<Record<string, Text>>;

/** The choices of a fact, as `NONE` names other things. */
export function noChoiceOf(fact: string): Text {
  return { da: `ingen valgmulighed for "${fact}"`, en: `no choice of "${fact}"` };
}

/** A remark about an id that leads nowhere, with the nearest one that does. */
export function unknownId(
  code: FindingCode,
  none: Text,
  id: string,
  known: readonly string[],
  path: Path,
  otherwise = choose(known),
): Remark {
  const message = { da: `Der er ${none.da}, der hedder "${id}".`, en: `There is ${none.en} called "${id}".` };
  return { code, path, message, remedy: didYouMean(id, known) ?? otherwise };
}

/** A remark about a value set that has no file. */
export function unknownValueSet(id: string, known: readonly string[], path: Path): Remark {
  return unknownId('unknown-value-set', NONE['value-set'], id, known, path, {
    da: `Skriv rules/vocabulary/value-sets/${id}.json, eller brug en, der findes.`,
    en: `Write rules/vocabulary/value-sets/${id}.json, or use one that exists.`,
  });
}

/** What to do where nothing is near: the few there are, or where to look. */
function choose(known: readonly string[]): Text {
  if (known.length === 0)
    return { da: 'Skriv den først: der er ingen endnu.', en: 'Define it first: there is none yet.' };
  const few = known.length > FEW ? '' : `: ${quoted(known)}`;
  return {
    da: `Skriv den, eller brug en, der findes${few}.`,
    en: `Define it, or use one that exists${few}.`,
  };
}

/** As many ids as a person reads in one line. */
const FEW = 6;

/** Words of the rule language in a sentence. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}

/** The question that helps after a misspelling; undefined when nothing known is near. */
export function didYouMean(id: string, known: readonly string[]): Text | undefined {
  const near = nearestId(id, known);
  return near === undefined ? undefined : { da: `Mente du "${near}"?`, en: `Did you mean "${near}"?` };
}

/** The nearest by letters; failing that, one that holds the id or is held by it. */
function nearestId(id: string, known: readonly string[]): string | undefined {
  const byDistance = known
    .map((candidate) => ({ candidate, distance: distanceBetween(id, candidate) }))
    .sort((one, two) => one.distance - two.distance);
  const [best] = byDistance;
  if (best && best.distance <= Math.max(2, id.length / 3)) return best.candidate;
  const overlaps = (candidate: string): boolean => candidate.includes(id) || id.includes(candidate);
  return id.length < SHORTEST ? undefined : byDistance.find(({ candidate }) => overlaps(candidate))?.candidate;
}

/** Shorter ids are held by too many others. */
const SHORTEST = 3;

/** Levenshtein's edit distance. */
function distanceBetween(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...two].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
