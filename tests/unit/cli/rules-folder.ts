import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runRules } from '../../../src/cli/rules.ts';

export const SHIPPED_RULES = join(import.meta.dirname, '../../../rules');

/** A rules folder of these files that is removed after the test. */
export async function rulesFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** A copy of the shipped rules that is removed after the test. */
export async function copyOfShippedRules(): Promise<string> {
  const folder = await emptyFolder();
  await cp(SHIPPED_RULES, folder, { recursive: true });
  return folder;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Runs `npm run rules -- … --language en` in this process. */
export function rules(folder: string, ...args: readonly string[]) {
  return danishRules(folder, ...args, '--language', 'en');
}

/** Runs `npm run rules -- …` in this process, as it speaks by itself: its exit status and what it printed. */
export async function danishRules(folder: string, ...args: readonly string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runRules(args, folder, {
    input: Readable.from([]),
    out: (line) => out.push(line),
    error: (line) => errors.push(line),
  });
  return { status, out: out.join('\n'), errors: errors.join('\n') };
}
