import { type Answer, applyAnswers } from '../core/facts/answers.ts';
import type { Facts } from '../core/facts/fact.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import type { People } from '../core/vignette/case.ts';
import { contextFromBundle } from './bundle.ts';
import type { Gap, ReferralContext } from './context.ts';
import { identifyOrder } from './order.ts';
import { readFacts } from './read-facts.ts';

/** What a Bundle says of its one draft order. */
export interface BundleReading {
  /** Order id of the draft; null where there is none or several, and for an examination that the vocabulary does not have. */
  readonly order: string | null;
  /** Every fact of the vocabulary, as the record gives it, with the answers laid over. */
  readonly facts: Facts;
  readonly drafts: number;
  readonly gaps: readonly Gap[];
  /** The record itself, for what is said beside the guidelines. */
  readonly context: ReferralContext;
}

/** Reads a FHIR R4 Bundle as a whole record, as of `now` (ISO date-time), beside what the clinician answered. */
export function readBundle(
  vocabulary: Vocabulary,
  bundle: unknown,
  now: string,
  answers: ReadonlyMap<string, Answer>,
): BundleReading | { readonly error: string; readonly pointer: string } {
  const read = contextFromBundle(bundle);
  if ('error' in read) return read;
  const { context, drafts } = read;
  const order = context.order === null ? null : identifyOrder(vocabulary, context.order);
  const recorded = readFacts(vocabulary, Object.keys(vocabulary.facts), context, order, now, answers);
  const facts = applyAnswers(vocabulary.facts, recorded, answers);
  return { order, facts, drafts: drafts.length, gaps: context.gaps, context };
}

/** Synthetic people from their Bundles by name. What is no Bundle has no draft. */
export function peopleFrom(bundles: Readonly<Record<string, unknown>>): People {
  return {
    names: Object.keys(bundles),
    read(name, vocabulary, now, answers) {
      const read = readBundle(vocabulary, bundles[name], now, answers);
      return 'error' in read ? { order: null, facts: new Map(), drafts: 0 } : read;
    },
  };
}
