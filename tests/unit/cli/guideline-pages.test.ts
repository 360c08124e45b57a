import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { runRules } from '../../../src/cli/rules.ts';

const RULES = join(import.meta.dirname, '../../../rules');

describe('rules -- docs', () => {
  test('writes each guideline in both languages, the list and the stylesheet, and names what it wrote', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guideline-pages-'));
    const lines: string[] = [];
    const streams = {
      input: Readable.from([]),
      out: (line: string) => lines.push(line),
      error: (line: string) => lines.push(line),
    };
    try {
      expect(await runRules(['docs', folder], RULES, streams)).toBe(0);
      const written = await readdir(folder);
      expect(written).toContain('low-back-pain-imaging.da.html');
      expect(written).toContain('low-back-pain-imaging.en.html');
      expect(written).toContain('index.da.html');
      expect(lines.toSorted()).toEqual(written.map((name) => join(folder, name)).toSorted());
      const style = await readFile(join(folder, 'guideline.css'), 'utf8');
      for (const rule of ['--appropriate:', '.verdict-appropriate', '.flow-box', '@media print'])
        expect(style).toContain(rule);
      expect(style).not.toMatch(/url\(|@import/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
