import type { FindingCode } from './finding-code.ts';

/** Keys and places that lead to a value in a JSON file. */
export type Path = readonly (string | number)[];

/** One thing wrong, before its place in the file is known. */
export interface Remark {
  readonly code: FindingCode;
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** A remark about an id that leads nowhere, with the nearest one that does. */
export function unknownId(
  code: FindingCode,
  kind: string,
  id: string,
  known: readonly string[],
  path: Path,
  otherwise = choose(known),
): Remark {
  return { code, path, message: `There is no ${kind} called "${id}".`, remedy: didYouMean(id, known) ?? otherwise };
}

/** What to do where nothing is near: the few there are, or where to look. */
function choose(known: readonly string[]): string {
  if (known.length === 0) return 'Define it first: there is none yet.';
  if (known.length > FEW) return 'Define it, or use one that exists.';
  return `Define it, or use one that exists: ${known.map((id) => `"${id}"`).join(', ')}.`;
}

/** As many ids as a person reads in one line. */
const FEW = 6;

/** The question that helps after a misspelling; undefined when nothing known is near. */
export function didYouMean(id: string, known: readonly string[]): string | undefined {
  const near = nearestId(id, known);
  return near === undefined ? undefined : `Did you mean "${near}"?`;
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
