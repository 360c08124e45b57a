/**
 * A text is an object with `da` and `en`. The page is Danish first: the English halves travel apart and are put back
 * when somebody wants them. Both functions walk a value in the same order: as its keys and members stand.
 */

/** A copy of a JSON value without its English, and the English by itself in the order met. */
export function takeEnglish(value: unknown): { readonly danish: unknown; readonly english: readonly string[] } {
  const english: string[] = [];
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(walk);
    if (typeof inner !== 'object' || inner === null) return inner;
    if (isText(inner)) {
      english.push(inner.en);
      return { da: inner.da };
    }
    return Object.fromEntries(Object.entries(inner).map(([key, kid]) => [key, walk(kid)]));
  };
  return { danish: walk(value), english };
}

/** Puts English texts back in place; the Danish stands in for it where no list is given. */
export function giveEnglish(danish: unknown, english: readonly string[] | null): void {
  let next = 0;
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    if (isHalfText(inner)) {
      inner.en = english?.[next] ?? inner.da;
      next += 1;
      return;
    }
    for (const kid of Object.values(inner)) walk(kid);
  };
  walk(danish);
}

function isText(value: object): value is { da: string; en: string } {
  return 'da' in value && 'en' in value && typeof value.da === 'string' && typeof value.en === 'string';
}

function isHalfText(value: object): value is { da: string; en?: string } {
  return 'da' in value && typeof value.da === 'string';
}
