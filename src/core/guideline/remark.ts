/** One thing wrong, before its place in the file is known. */
export interface Remark {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}

/** A remark about an id that leads nowhere, with the nearest one that does. */
export function unknownId(
  code: string,
  kind: string,
  id: string,
  known: readonly string[],
  path: readonly (string | number)[],
): Remark {
  const near = nearestId(id, known);
  return {
    code,
    path,
    message: `There is no ${kind} called "${id}".`,
    remedy: near === undefined ? `Define it, or use one that exists.` : `Did you mean "${near}"?`,
  };
}

function nearestId(id: string, known: readonly string[]): string | undefined {
  const scored = known.map((candidate) => ({ candidate, distance: distanceBetween(id, candidate) }));
  const [best] = scored.sort((one, two) => one.distance - two.distance);
  return best && best.distance <= Math.max(2, id.length / 3) ? best.candidate : undefined;
}

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
