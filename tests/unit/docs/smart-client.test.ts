import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** The tests that the table of SMART requirements names, by file and words. */
const named = [
  ...readFileSync(join(ROOT, 'docs/smart-client.md'), 'utf8').matchAll(/`(tests\/[^`]+)`: ([^|]+) \|/g),
].map(([, file = '', words = '']) => ({ file, words: words.trim() }));

describe('the table of SMART requirements', () => {
  test('names a test for each', () => {
    const rows = readFileSync(join(ROOT, 'docs/smart-client.md'), 'utf8')
      .split('\n')
      .filter((line) => /^\| [^-c]/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    expect(named).toHaveLength(rows.length);
  });

  test.each(named)('$file has "$words"', ({ file, words }) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(words);
  });
});
