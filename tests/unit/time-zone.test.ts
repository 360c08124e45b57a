import { expect, test } from 'vitest';

test('tests that run in a time zone of their own do', () => {
  const { TZ } = process.env;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(TZ === undefined || TZ === here, `${TZ} is asked for, ${here} is it`).toBe(true);
});
