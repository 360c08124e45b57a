import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runRules } from '../../src/cli/rules.ts';

const RULES = join(import.meta.dirname, '../../rules');
const CHEST = 'chest-imaging-unspecific-symptoms';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
  for (const part of ['vocabulary', CHEST]) await cp(join(RULES, part), join(folder, part), { recursive: true });
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs an author's command on the chest guideline with only those vignettes whose recommendation is not left out. */
async function runWithout(recommendation: string, ...args: readonly string[]) {
  const own = JSON.parse(await readFile(join(RULES, CHEST, 'vignettes.json'), 'utf8'));
  own.vignettes = own.vignettes.filter(
    ({ expect: expected }: { expect: { recommendation: string | null } }) => expected.recommendation !== recommendation,
  );
  await writeFile(join(folder, CHEST, 'vignettes.json'), JSON.stringify(own));
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const status = await runRules([...args, '--language', 'en'], folder, {
    input: Readable.from([]),
    out: print,
    error: print,
  });
  return { status, lines };
}

async function lineOf(text: string): Promise<number> {
  const lines = (await readFile(join(RULES, CHEST, 'guideline.json'), 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

describe('rules -- coverage', () => {
  test('names the rung that no vignette reaches, at its line, with a vignette to paste', async () => {
    const { status, lines } = await runWithout('suspected-lung-cancer', 'coverage', CHEST);
    expect(status).toBe(1);
    expect(lines).toContain('  recommendations reached             75 %  3 of 4');
    const place = lines.indexOf('  The recommendation "suspected-lung-cancer" is reached in no vignette.');
    const line = (await lineOf('"id": "suspected-lung-cancer"')) - 1;
    expect(lines[place - 1]).toBe(`rules/${CHEST}/guideline.json:${line}:5  not covered`);
    expect(lines.slice(place).join('\n')).toContain('"suspects-lung-cancer": true');
  });

  test('says 100 % and nothing else when all is shown', async () => {
    const { status, lines } = await runWithout('none', 'coverage', CHEST);
    expect(status).toBe(0);
    expect(lines).toHaveLength(5);
  });
});

describe('rules -- mutate', () => {
  test('lists what nobody noticed, at its line, with the vignette that would', async () => {
    const { status, lines } = await runWithout('suspected-lung-cancer', 'mutate', CHEST);
    expect(status).toBe(1);
    const place = lines.indexOf('  rating of "xr-chest" in "suspected-lung-cancer" not-appropriate made appropriate');
    expect(lines[place - 1]).toMatch(/guideline\.json:\d+:\d+ {2}survives$/);
    expect(lines.slice(place).join('\n')).toContain('"suspects-lung-cancer": true');
  });

  test('a guideline that does not exist is a wrong call', async () => {
    const { status, lines } = await runWithout('none', 'mutate', 'chest-imaging');
    expect(status).toBe(2);
    expect(lines[0]).toMatch(/^There is no guideline "chest-imaging"\./);
  });
});
