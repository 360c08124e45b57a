import { createContext } from 'preact';
import type { Fact } from '../core/facts/fact.ts';
import type { ResourceOrigin, Trail } from '../core/facts/origin.ts';

/** What the record can tell of where facts come from. */
export interface OriginFinder {
  /** The origin of a resource by its reference; null where it was not read. */
  find(reference: string): ResourceOrigin | null;
  /** The fact with everything it rests on told once (`of`). */
  tellOnce(fact: Fact): Fact;
  /** Who recorded these resources, by the record's own trail. */
  readTrail(references: readonly string[]): Promise<Trail>;
}

/** Null where there is no record to look in. */
export const OriginContext = createContext<OriginFinder | null>(null);
