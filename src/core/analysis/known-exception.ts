import type { FactValue } from '../facts/fact.ts';
import type { KnownException } from '../schema/exceptions.ts';
import type { Lowering, RedFlag } from './red-flags.ts';
import type { UrgencyFall } from './urgency-fall.ts';

/** What the analysis found that a guideline's author may mean so. */
export interface Exceptions {
  readonly lowerings: readonly Lowering[];
  readonly falls: readonly UrgencyFall[];
}

/** What was found, held against what the author has written down with a clinical reason. */
export interface Compared {
  /** Found and not written down. */
  readonly fresh: Exceptions;
  /** Found and written down. */
  readonly known: Exceptions;
  /** Written down and not found any more, each in words. */
  readonly stale: readonly string[];
}

/** Holds exceptions found against the known ones of `rules/<id>/exceptions.json`. */
export function compareExceptions(found: Exceptions, known: readonly KnownException[]): Compared {
  const written = new Set(known.flatMap(keysOf));
  const met = new Set([...found.lowerings.flatMap(loweringKeys), ...found.falls.map(fallKey)]);
  const isWritten = (keys: readonly string[]): boolean => keys.every((key) => written.has(key));
  const part = (wanted: boolean): Exceptions => ({
    lowerings: found.lowerings.filter((lowering) => isWritten(loweringKeys(lowering)) === wanted),
    falls: found.falls.filter((fall) => isWritten([fallKey(fall)]) === wanted),
  });
  return { fresh: part(false), known: part(true), stale: [...written].filter((key) => !met.has(key)) };
}

/** Keys are sentences, so that a stale one can be printed as it is. */
function keysOf(exception: KnownException): readonly string[] {
  const { to } = exception;
  if (exception.lowers === 'examination')
    return exception.examinations.map((examination) => examinationKey(to, examination));
  if (exception.lowers === 'shown-urgency') return exception.from.map((shown) => fallKey({ shown, reached: to }));
  const { lowers, redFlag } = exception;
  return exception.from.map((from) => flagKey(lowers, redFlag, from, to));
}

function loweringKeys({ lowers, flag, from, to, examinations }: Lowering): readonly string[] {
  if (lowers !== 'examination') return [flagKey(lowers, flag, from, to)];
  return examinations.map((examination) => examinationKey(to, examination));
}

function flagKey(
  lowers: string,
  { fact, value }: Omit<RedFlag, 'value'> & { readonly value: FactValue },
  from: string,
  to: string,
): string {
  return `${lowers}: ${fact} = ${String(value)} takes "${from}" to "${to}"`;
}

function examinationKey(to: string, examination: string): string {
  return `examination: a red flag that leads to "${to}" lowers ${examination}`;
}

function fallKey({ shown, reached }: Pick<UrgencyFall, 'shown' | 'reached'>): string {
  return `shown-urgency: "${shown}" can be shown before "${reached}" is reached`;
}
