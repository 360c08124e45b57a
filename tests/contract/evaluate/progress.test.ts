import { expect, test } from 'vitest';
import { runEvaluate } from './run-evaluate.ts';

test('a long file tells every thousand cases how far it has come, on standard error; a short one says nothing', async () => {
  const given = JSON.stringify({ now: '2026-11-01T09:00:00+01:00', order: 'xr-chest', given: { reason: ['other'] } });
  const long = await runEvaluate(Array.from({ length: 1_001 }, () => given).join('\n'), { ndjson: true });
  expect(long.results).toHaveLength(1_001);
  expect(long.errors).toEqual([expect.stringMatching(/: 1000 cases, \d+ per second, \d+ MB$/)]);
  expect((await runEvaluate(given, { ndjson: true })).errors).toEqual([]);
}, 60_000);
