import * as library from '@preact/signals-core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as page from '../../stubs/preact/signals-core.ts';

/** What can be done with three signals, and with three values computed from them and from each other. */
const step = fc.oneof(
  fc.record({ write: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 3 }), within: fc.boolean() }),
  fc.record({ read: fc.nat(2) }),
  fc.record({ stop: fc.constant(true) }),
);

/** Does the steps, and writes down all that can be seen of it. */
function seenWith(
  { signal, computed, batch, effect }: typeof page,
  steps: readonly (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[],
): readonly string[] {
  const seen: string[] = [];
  const signals = [signal(0), signal(0), signal(0)];
  const at = (index: number): number => signals[index]?.value ?? 0;
  const sum = computed(() => at(0) + at(1));
  const either = computed(() => (at(2) > 0 ? sum.value : at(1)));
  const parity = computed(() => ({ even: either.value % 2 === 0 }));
  const values = [sum, either, parity];
  const stop = effect(() => {
    seen.push(`drawn ${either.value} ${parity.value.even}`);
  });
  for (const one of steps) {
    if ('stop' in one) stop();
    else if ('read' in one) {
      const value = values[one.read]?.value;
      seen.push(`read ${JSON.stringify(value)}, the same while nothing changes: ${values[one.read]?.value === value}`);
    } else {
      const write = () => {
        for (const [index, value] of one.write) Object.assign(signals[index] ?? {}, { value });
        seen.push(`within ${sum.value}`);
      };
      if (one.within) batch(write);
      else write();
    }
  }
  return seen;
}

describe('signals as the widget has them', () => {
  test('do what the library does: the same is read, and drawn as often', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        expect(seenWith(page, steps)).toEqual(seenWith(library, steps));
      }),
    );
  });
});
