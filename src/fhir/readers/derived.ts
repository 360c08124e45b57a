import type { Fact } from '../../core/facts/fact.ts';
import type { Reading } from '../../core/schema/vocabulary.ts';
import { NOTHING, type ReadingResult } from './reading-result.ts';

type DerivedReading = Extract<Reading, { reader: 'derived' }>;

/**
 * A fact that follows from another: the number lies from `min`, itself included, to `below`, itself not. A source that
 * does not reach it says nothing more (a derived reading only ever gives its one value); an unknown source leaves it
 * open for the source's own reason.
 */
export function readDerived(reading: DerivedReading, source: Fact): ReadingResult {
  if (!source.known) {
    const because = source.because ?? [];
    if (source.reason === 'unsupported') return { kind: 'undecidable', because, hints: [] };
    return source.reason === 'error' ? { kind: 'unread', because, hints: [] } : NOTHING;
  }
  const { fact, min = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY, gives } = reading;
  if (typeof source.value !== 'number' || source.value < min || source.value >= below) return NOTHING;
  return { kind: 'hit', value: gives, source: 'derived', from: [fact], references: [], hints: [] };
}
