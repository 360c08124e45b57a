import { describe, expect, test } from 'vitest';
import { NOTHING_FOUND } from './low-back-pain-ladder.ts';
import { runEvaluate } from './run-evaluate.ts';

const NOW = '2026-11-01T09:00:00+01:00';
const GOOD = { id: 'good', now: NOW, order: 'mr-lumbar-spine', given: NOTHING_FOUND };

const BAD: readonly (readonly [name: string, input: unknown, pointer: string, cause: RegExp])[] = [
  ['an unknown order', { ...GOOD, order: 'mr-lumber-spine' }, '/order', /Did you mean "mr-lumbar-spine"/],
  [
    'an unknown fact',
    { ...GOOD, given: { 'known-canser': true } },
    '/given/known-canser',
    /Did you mean "known-cancer"/,
  ],
  ['a number as text', { ...GOOD, given: { age: '65 years' } }, '/given/age', /number/],
  ['a number out of range', { ...GOOD, given: { age: -1 } }, '/given/age', /from 0/],
  [
    'a choice that does not exist',
    { ...GOOD, given: { 'leg-weakness': 'some' } },
    '/given/leg-weakness',
    /mild-stable/,
  ],
  ['yes as text', { ...GOOD, given: { 'known-cancer': 'true' } }, '/given/known-cancer', /true or false/],
  ['no time', { order: 'mr-lumbar-spine', given: {} }, '/now', /date-time/],
  ['a time that is none', { ...GOOD, now: 'yesterday' }, '/now', /date-time/],
  ['a list for a case', [[]], '/0', /object/],
  ['a bundle that is none', { now: NOW, bundle: { resourceType: 'Patient' } }, '/bundle/resourceType', /Bundle/],
];

describe('evaluate given something wrong', () => {
  test.each(BAD)(
    '%s: status 2, with file, pointer and cause on standard error',
    async (_name, input, pointer, cause) => {
      const { status, results, errors, file } = await runEvaluate(JSON.stringify(input));
      expect(status).toBe(2);
      expect(results).toEqual([]);
      expect(errors[0]).toContain(`${file}: ${pointer}: `);
      expect(errors[0]).toMatch(cause);
    },
  );

  test('a file that is not JSON or not there: status 2 and the cause', async () => {
    const { status, errors } = await runEvaluate('{ "now": ');
    expect(status).toBe(2);
    expect(errors[0]).toMatch(/whole file.*JSON/);
  });

  test('with --ndjson a bad line gives id and error, and the rest goes on', async () => {
    const lines = [
      JSON.stringify(GOOD),
      '{ broken',
      JSON.stringify({ ...GOOD, id: 7, order: 'x' }),
      '',
      JSON.stringify({ ...GOOD, id: 'last' }),
    ];
    const { status, results } = await runEvaluate(lines.join('\n'), { ndjson: true });
    expect(status).toBe(0);
    expect(results.map(({ id }) => id)).toEqual(['good', null, 7, 'last']);
    expect(results.map(({ error }) => error !== undefined)).toEqual([false, true, true, false]);
    expect(results[3]?.guidance[0]?.recommendation).toBe('no-red-flags');
  });

  test('"-" reads standard input', async () => {
    const { status, results } = await runEvaluate(JSON.stringify(GOOD), { stdin: true });
    expect([status, results.map(({ id }) => id)]).toEqual([0, ['good']]);
  });

  test('a fact given as "unknown" is as unknown as one not given', async () => {
    const unknown = { ...GOOD, given: { ...NOTHING_FOUND, 'cord-signs': 'unknown' } };
    const { results } = await runEvaluate(JSON.stringify(unknown));
    expect(results[0]?.guidance[0]?.asks).toEqual(['cord-signs']);
    expect(results[0]?.guidance[0]?.facts.find(({ id }) => id === 'cord-signs')).toMatchObject({
      value: 'unknown',
      source: 'not-asked',
    });
  });
});
