import { resolve } from 'node:path';
import fc from 'fast-check';
import { assess } from '../../../src/core/decision/assess.ts';
import type { Assessment } from '../../../src/core/decision/guidance.ts';
import type { Fact, FactValue } from '../../../src/core/facts/fact.ts';
import type { Library } from '../../../src/core/guideline/library.ts';
import type { FactDefinition } from '../../../src/core/schema/vocabulary.ts';
import { loadLibrary } from '../../../src/library/disk.ts';

/** The guidelines that ship. */
export const library: Library = (await loadLibrary(resolve(import.meta.dirname, '../../../rules'))).library;

/** Words as a record or a person may hold them: long, with line breaks, with signs of two units. */
export const anyWords = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer({ min: 20, max: 200 }).map((times) => 'lang tekst 🦴, '.repeat(times)),
  fc.constantFrom('', '\n\n', 'obs. prolaps L5/S1?\nOperation overvejes'),
);

/** A case: an examination and facts, each known from somewhere or unknown. */
export const anyCase = fc.record({
  order: fc.constantFrom(...Object.keys(library.vocabulary.orders)),
  facts: fc.record(
    Object.fromEntries(Object.entries(library.vocabulary.facts).map(([id, definition]) => [id, anyFact(definition)])),
  ),
});

/** What the guidelines say about a case. */
export function assessCase({ order, facts }: { readonly order: string; readonly facts: object }): Promise<Assessment> {
  return assess(library, new Map<string, Fact>(Object.entries(facts)), order);
}

function anyFact(definition: FactDefinition): fc.Arbitrary<Fact> {
  const references = fc.array(
    fc.record({
      reference: fc.constant('Condition/1'),
      display: anyWords,
      date: fc.constantFrom('2026', '2026-03-14'),
    }),
    { maxLength: 2 },
  );
  const provenance = fc.oneof(
    fc.constant({ kind: 'clinician' } as const),
    fc.record({ kind: fc.constantFrom('record' as const, 'order' as const), references }),
    fc.constant({ kind: 'derived', from: ['age'] } as const),
  );
  return fc.oneof(
    fc.record({
      known: fc.constant(false as const),
      reason: fc.constantFrom('not-asked' as const, 'error' as const, 'asked-unknown' as const),
    }),
    fc.record({ known: fc.constant(true as const), value: anyValue(definition), provenance }),
  );
}

function anyValue(definition: FactDefinition): fc.Arbitrary<FactValue> {
  if (definition.type === 'boolean') return fc.boolean();
  if (definition.type === 'number') return fc.integer({ min: definition.min, max: definition.max });
  const choice = fc.constantFrom(...definition.choices.map(({ id }) => id));
  return definition.multiple ? choice.map((id) => [id]) : choice;
}
