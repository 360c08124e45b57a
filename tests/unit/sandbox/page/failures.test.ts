import { describe, expect, test } from 'vitest';
import { launchOptionsSchema } from '../../../../sandbox/launch-options.ts';
import { failures, optionsFor } from '../../../../sandbox/page/failures.ts';

describe('the failures to try', () => {
  test('are options that the launch understands', () => {
    for (const failure of failures) expect(launchOptionsSchema.parse(failure.options)).toEqual(failure.options);
  });

  test('never use the same option, so that any of them can be chosen together', () => {
    const options = failures.flatMap((failure) => Object.keys(failure.options));
    expect(new Set(options).size).toBe(options.length);
    expect(Object.keys(optionsFor(new Set(failures.map((failure) => failure.id))))).toHaveLength(options.length);
  });

  test('are none unless chosen', () => {
    expect(optionsFor(new Set())).toEqual({});
    expect(optionsFor(new Set(['write', 'slow']))).toEqual({ refuseWrite: true, delayMs: 3000 });
  });
});
