import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SOUND_RULES } from '../core/guideline/sound-rules.ts';
import { rules, rulesFolder, SHIPPED_RULES } from './rules-folder.ts';

const GUIDELINE = 'test-guideline/guideline.json';
const CHANGELOG = 'test-guideline/CHANGELOG.md';

function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', ['-C', folder, ...who, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'change');
}

/** A repository with the sound rules as its first commit. */
async function repository(): Promise<string> {
  const folder = await rulesFolder(SOUND_RULES);
  git(folder, 'init', '-q');
  commit(folder);
  return folder;
}

async function change(folder: string, path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  await writeFile(join(folder, path), text.replace(from, to));
}

const toVersion = async (folder: string, version: string): Promise<void> => {
  await change(folder, GUIDELINE, '"version": "1.0.0"', `"version": "${version}"`);
  await change(folder, CHANGELOG, '## 1.0.0', `## ${version}\n\n## 1.0.0`);
};

const lowerTheAge = (folder: string): Promise<void> => change(folder, GUIDELINE, '"value": 70', '"value": 69');

async function cloneOf(folder: string, ...options: readonly string[]): Promise<string> {
  const clone = await mkdtemp(join(tmpdir(), 'rules-'));
  onTestFinished(() => rm(clone, { recursive: true }));
  git(folder, 'clone', '-q', ...options, pathToFileURL(folder).href, join(clone, 'rules'));
  return join(clone, 'rules');
}

describe('rules -- diff', () => {
  test('a threshold lowered by one with too small a step: the smallest patient, the finding at its line, status 1', async () => {
    const folder = await repository();
    await lowerTheAge(folder);
    await toVersion(folder, '1.1.0');
    const { status, out, errors } = await rules(folder, 'diff', 'test-guideline');
    expect(out).toContain('"nothing" → "old-with-fever"');
    expect(out).toContain('mr-lumbar-spine: not-appropriate → appropriate; urgency: none → same-day');
    expect(out).toMatch(/smallest patient: .*age 69/);
    expect(errors).toMatch(/^rules\/test-guideline\/guideline\.json\n {2}\d+:\d+ {2}error {2}version-not-raised/);
    expect(errors).toContain('Raise the version to 2.0.0 at least');
    expect(status).toBe(1);
  });

  test('the same with a major step and its entry in the changelog passes', async () => {
    const folder = await repository();
    await lowerTheAge(folder);
    await toVersion(folder, '2.0.0');
    expect(await rules(folder, 'diff', 'test-guideline')).toMatchObject({ status: 0, errors: '' });
  });

  test('a raised version whose changelog entry is missing does not', async () => {
    const folder = await repository();
    await change(folder, GUIDELINE, '"version": "1.0.0"', '"version": "1.0.1"');
    const { status, errors } = await rules(folder, 'diff');
    expect(errors).toContain('changelog-entry-missing');
    expect(status).toBe(1);
  });

  test('before is the last commit with another version, however many commits the new one has', async () => {
    const folder = await repository();
    await toVersion(folder, '1.0.1');
    commit(folder);
    await lowerTheAge(folder);
    commit(folder);
    const { status, out } = await rules(folder, 'diff');
    expect(out).toMatch(/^test-guideline: 1\.0\.0 at [0-9a-f]{9} → 1\.0\.1 here/);
    expect(status).toBe(1);
  });

  test('a guideline in its first version, named alone, is held against the last commit, and no step is too small', async () => {
    const folder = await repository();
    await lowerTheAge(folder);
    const { status, out } = await rules(folder, 'diff', 'test-guideline');
    expect(out).toContain('demands a major step');
    expect(out).toContain('1.0.0 is the first version');
    expect(status).toBe(0);
  });

  test('with --from the step must be enough since that revision', async () => {
    const folder = await repository();
    await lowerTheAge(folder);
    expect(await rules(folder, 'diff', 'test-guideline', '--from', 'HEAD')).toMatchObject({ status: 1 });
  });

  test('a guideline that did not exist before is all new', async () => {
    const folder = await repository();
    await cp(join(folder, 'test-guideline'), join(folder, 'new-one'), { recursive: true });
    await change(folder, 'new-one/guideline.json', '"id": "test-guideline"', '"id": "new-one"');
    const { status, out } = await rules(folder, 'diff', 'new-one', '--from', 'HEAD');
    expect(out).toMatch(/^new-one 1\.0\.0: it did not exist at [0-9a-f]{9}, so everything in it is new\.$/);
    expect(status).toBe(0);
  });

  test('a file that cannot be read by the rules of today is said to be so, not compared', async () => {
    const folder = await repository();
    await change(folder, GUIDELINE, '"status": "draft"', '"status": "in doubt"');
    commit(folder);
    await change(folder, GUIDELINE, '"status": "in doubt"', '"status": "draft"');
    const { status, out } = await rules(folder, 'diff', 'test-guideline', '--from', 'HEAD');
    expect(out).toMatch(/^test-guideline: not compared, the file at [0-9a-f]{9} cannot be read/);
    expect(status).toBe(0);
  });

  test('a shallow clone without the revision says so and passes', async () => {
    const folder = await repository();
    const first = git(folder, 'rev-parse', 'HEAD').trim();
    await toVersion(folder, '1.0.1');
    commit(folder);
    const clone = await cloneOf(folder, '--depth', '1');
    const shallow = 'the clone is shallow: its history ends early';
    const { status, out } = await rules(clone, 'diff', 'test-guideline', '--from', first);
    expect(out).toBe(`test-guideline: not compared, there is no revision "${first}" here (${shallow}).`);
    expect(status).toBe(0);
    const { out: all, status: passes } = await rules(clone, 'diff');
    expect(all).toBe(`test-guideline: not compared, no commit has another version than 1.0.1 (${shallow}).`);
    expect(passes).toBe(0);
  });

  test('a folder that is in no repository says so and passes', async () => {
    const folder = await rulesFolder(SOUND_RULES);
    const { status, out } = await rules(folder, 'diff');
    expect(out).toBe('Nothing was compared: the rules folder is in no git repository with a commit.');
    expect(status).toBe(0);
  });

  test('a wrong call says how to call it', async () => {
    const folder = await rulesFolder(SOUND_RULES);
    expect(await rules(folder, 'diff', 'test-guideline', '--from')).toMatchObject({ status: 2 });
    expect(await rules(folder, 'diff', 'test-guidline')).toMatchObject({ status: 2 });
  });
});

test('every shipped guideline has raised its version enough since the last one', async () => {
  expect(await rules(SHIPPED_RULES, 'diff')).toMatchObject({ status: 0, errors: '' });
});
