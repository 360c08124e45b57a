import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RuleFiles } from '../../library/read.ts';

const run = promisify(execFile);

/** Why the history cannot be read, in words. */
export interface NoHistory {
  readonly why: 'noGit' | 'noRepository';
}

/** Rule files as they were, read from the git repository that the rules folder is in. */
export interface History {
  /** The full name of a revision; null when the repository does not have it (a shallow clone, or misspelt). */
  resolve(revision: string): Promise<string | null>;
  /** The newest commit in which the guideline had another version than this; null when none is known. */
  lastWithOtherVersion(guideline: string, version: string): Promise<string | null>;
  /** The vocabulary and one guideline at a commit; without the guideline's file when it did not exist. */
  filesAt(commit: string, guideline: string): Promise<RuleFiles>;
  /** Whether older commits were left out when the repository was cloned. */
  readonly shallow: boolean;
}

/** Opens the history of a rules folder; says why not where there is no git, no repository or no commit. */
export async function openHistory(rulesFolder: string): Promise<History | NoHistory> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run('git', ['-C', rulesFolder, ...args], { maxBuffer: 1 << 26 })).stdout;
  const tried = async (...args: readonly string[]): Promise<string | null> => {
    try {
      return await git(...args);
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };
  try {
    await git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  } catch (error) {
    return {
      why: isMissing(error) ? 'noGit' : 'noRepository',
    };
  }
  const shallow = (await tried('rev-parse', '--is-shallow-repository'))?.trim() === 'true';
  const show = (commit: string, path: string): Promise<string | null> => tried('show', `${commit}:./${path}`);
  return {
    shallow,
    resolve: async (revision) =>
      (await tried('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`))?.trim() ?? null,
    async lastWithOtherVersion(guideline, version) {
      const path = `${guideline}/guideline.json`;
      const commits = (await git('log', '--format=%H', '--', path)).split('\n').filter((line) => line !== '');
      for (const commit of commits) {
        const text = await show(commit, path);
        const earlier = text === null ? undefined : /"version"\s*:\s*"([^"]*)"/.exec(text)?.[1];
        if (earlier !== undefined && earlier !== version) return commit;
      }
      return null;
    },
    async filesAt(commit, guideline) {
      const listed = (await git('ls-tree', '-r', '--name-only', commit, '.')).split('\n');
      const wanted = listed.filter(
        (path) => path === `${guideline}/guideline.json` || (path.startsWith('vocabulary/') && path.endsWith('.json')),
      );
      const texts = await Promise.all(wanted.map(async (path) => [path, (await show(commit, path)) ?? ''] as const));
      return Object.fromEntries(texts);
    },
  };
}

/** git ran and said no. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
