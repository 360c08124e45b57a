import type { Fact, FactValue, Hint, KnownFact, Provenance, UnknownFact } from '../core/facts/fact.ts';
import type { FactDefinition, Reading } from '../core/schema/vocabulary.ts';
import type { ReferralContext } from './context.ts';
import { typesNeeded } from './needs.ts';
import { because, type ReadingResult } from './readers/reading-result.ts';
import { incompleteTypes } from './record.ts';

/** What the readings of one fact came to, without a hit. */
interface Open {
  readonly doubts: string[];
  readonly unread: string[];
  /** Values that an open reading could still give. */
  readonly values: Set<FactValue | undefined>;
}

/**
 * One fact from its readings: the first that answers, even in a record that was not read completely. It does not count
 * where an earlier reading, which would have given another value, is itself open. Without an answer: what does not
 * decide makes it `unsupported`, what was not read `error`; only then may finding nothing mean something.
 */
export function settleFact(
  definition: FactDefinition,
  read: (reading: Reading) => ReadingResult,
  context: ReferralContext,
): Fact {
  const hints: Hint[] = [];
  const open: Open = { doubts: [], unread: [], values: new Set() };
  let answer: KnownFact | undefined;
  for (const reading of definition.read) {
    const result = read(reading);
    hints.push(...result.hints);
    if (result.kind === 'hit') {
      const value = fittingValue(definition, result.value);
      if (value === undefined) open.doubts.push(because('value-unusable', result.references[0]?.reference ?? ''));
      else if ([...open.values].every((possible) => possible === value)) {
        answer = { known: true, value, provenance: provenanceOf(result) };
        break;
      } else hints.push(...result.references);
    } else leaveOpen(open, reading, result, context);
  }
  for (const reading of definition.hints) {
    const result = read(reading);
    if (result.kind === 'hit') hints.push(...result.references);
    hints.push(...result.hints);
  }
  return withHints(answer ?? unanswered(definition, open, context), hints);
}

function leaveOpen(
  { doubts, unread, values }: Open,
  reading: Reading,
  result: Exclude<ReadingResult, { kind: 'hit' }>,
  context: ReferralContext,
): void {
  const before = doubts.length + unread.length;
  if (result.kind === 'undecidable') doubts.push(...result.because);
  if (result.kind === 'unread') unread.push(...result.because);
  unread.push(...incompleteTypes(context, typesNeeded(reading)));
  if (doubts.length + unread.length > before) values.add('gives' in reading ? reading.gives : undefined);
}

function unanswered(definition: FactDefinition, { doubts, unread }: Open, context: ReferralContext): Fact {
  if (doubts.length > 0) return unknown('unsupported', doubts);
  if (unread.length > 0) return unknown('error', unread);
  if (definition.read.length === 0) return { known: false, reason: 'not-asked' };
  if (definition.none === 'unknown') return { known: false, reason: 'unknown' };
  const value = fittingValue(definition, definition.none.is);
  if (value === undefined) return unknown('unsupported', [because('value-unusable', 'none')]);
  return { known: true, value, provenance: searched(definition, context) };
}

function unknown(reason: UnknownFact['reason'], causes: readonly string[]): UnknownFact {
  return { known: false, reason, because: [...new Set(causes)] };
}

/** Nothing was found in a record read completely: no reference, but since when that is so. */
function searched(definition: FactDefinition, { searches }: ReferralContext): Provenance {
  const types = definition.read.flatMap((reading) => typesNeeded(reading));
  const times = searches.filter(({ resourceType }) => types.includes(resourceType)).map(({ at }) => at);
  const [searchedAt] = times.sort();
  return { kind: 'record', references: [], ...(searchedAt === undefined ? {} : { searchedAt }) };
}

function provenanceOf({ source, from, references }: Extract<ReadingResult, { kind: 'hit' }>): Provenance {
  return source === 'derived' ? { kind: 'derived', from: from ?? [] } : { kind: source, references };
}

function withHints(fact: Fact, hints: readonly Hint[]): Fact {
  const shown = fact.known && 'references' in fact.provenance ? fact.provenance.references : [];
  const seen = new Set(shown.map(({ reference }) => reference));
  const others = hints.filter(({ reference }) => !seen.has(reference) && seen.add(reference));
  return others.length === 0 ? fact : { ...fact, hints: others };
}

/** The value as the definition's type has it; undefined where it does not fit. The engine is given nothing else. */
function fittingValue(definition: FactDefinition, value: FactValue): FactValue | undefined {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return typeof value === 'number' && fitsNumber(definition, value) ? value : undefined;
    case 'choice': {
      const chosen = Array.isArray(value) ? value : [value];
      if (chosen.length === 0 || !chosen.every((one) => definition.choices.some(({ id }) => id === one)))
        return undefined;
      if (definition.multiple) return chosen;
      return chosen.length === 1 ? chosen[0] : undefined;
    }
  }
}

/** Where the step is 1, whole numbers alone: a score of 13.5 lies between two answers. */
function fitsNumber({ min, max, step }: Extract<FactDefinition, { type: 'number' }>, value: number): boolean {
  return value >= min && value <= max && (step !== 1 || Number.isInteger(value));
}
