import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/core/analysis/space.ts';
import { combinedVerdict } from '../../src/core/decision/combine.ts';
import { createLadders, rule } from '../../src/core/decision/ruling.ts';
import type { FactValue } from '../../src/core/facts/fact.ts';
import { loadLibrary } from '../../src/library/disk.ts';

const { library } = await loadLibrary(join(import.meta.dirname, '../../rules'));

test.each(['ct-head', 'mr-head', 'mr-lumbar-spine', 'xr-chest'])(
  'facts that become known one after the other never change the verdict of all guidelines together once it is shown: %s',
  (order) => {
    const guidelines = library.guidelines.filter(({ document }) => document.appliesTo.orders.includes(order));
    const ladders = guidelines.map(createLadders);
    const space = createSpace(guidelines);
    const verdictOf = (known: ReadonlyMap<string, FactValue>) => {
      const voices = guidelines.flatMap((guideline, index) => {
        const ready = ladders[index];
        const ruling = ready ? rule(ready, known, order) : null;
        return ruling ? [{ guideline, guidance: { ...ruling, justification: { criteria: [], facts: [] } } }] : [];
      });
      return combinedVerdict(voices, order, false);
    };
    const values = space.facts.map((fact, place) => {
      const negative = space.definitions[place]?.negative;
      const any = fc.constantFrom(...(space.domains[place] ?? []));
      const value = negative === undefined ? any : fc.oneof({ weight: 2, arbitrary: fc.constant(negative) }, any);
      return value.map((chosen): [string, FactValue] => [fact, chosen]);
    });
    let shown = 0;
    const inSomeOrder = fc
      .tuple(...values)
      .chain((patient) => fc.shuffledSubarray(patient, { minLength: patient.length }));
    fc.assert(
      fc.property(inSomeOrder, (patient) => {
        let earlier = verdictOf(new Map());
        for (let count = 1; count <= patient.length; count += 1) {
          const verdict = verdictOf(new Map(patient.slice(0, count)));
          if (earlier !== 'undetermined') expect(verdict).toBe(earlier);
          if (earlier === 'undetermined' && verdict !== 'undetermined') shown += 1;
          earlier = verdict;
        }
      }),
      { seed: 3020, numRuns: 100 },
    );
    expect(shown).toBeGreaterThanOrEqual(100);
  },
  30_000,
);
