import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { evaluate } from '../../../src/cli/evaluate.ts';
import { loadLibrary } from '../../../src/library/disk.ts';

const RULES = join(import.meta.dirname, '../../../rules');
const loaded = loadLibrary(RULES);

/** What one guidance of a result line holds (design.md section 8). */
export interface GuidanceLine {
  readonly guideline: string;
  readonly version: string;
  readonly recommendation: string | null;
  readonly verdict: string;
  readonly urgency: string | null;
  readonly ratings: Readonly<Record<string, string>>;
  readonly asks: readonly string[];
  readonly criteria: readonly { readonly id: string; readonly truth: string }[];
  readonly facts: readonly { readonly id: string; readonly value: unknown; readonly source: string }[];
}

/** A result line of `evaluate`. */
export interface ResultLine {
  readonly id?: string | number;
  readonly error?: string;
  readonly order: string | null;
  readonly verdict: string;
  readonly urgency: string | null;
  readonly guidance: readonly GuidanceLine[];
  readonly alternatives: readonly { readonly order: string; readonly rating: string }[];
  readonly findings: readonly { readonly code: string }[];
  readonly gaps: readonly { readonly resourceType: string; readonly reason: string }[];
}

/** Runs `evaluate` on text, as a file or as standard input, and gives status, result lines and errors. */
export async function runEvaluate(
  content: string,
  options: { readonly ndjson?: boolean; readonly stdin?: boolean } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'indikation-'));
  const file = options.stdin ? '-' : join(folder, 'case.json');
  if (!options.stdin) await writeFile(file, content);
  const out: string[] = [];
  const errors: string[] = [];
  try {
    const status = await evaluate((await loaded).library, [...(options.ndjson ? ['--ndjson'] : []), file], {
      input: Readable.from([content]),
      out: (line) => out.push(line),
      error: (line) => errors.push(line),
    });
    return { status, results: out.map((line) => JSON.parse(line) as ResultLine), errors, file };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The one result of one case. */
export async function evaluateOne(input: object): Promise<ResultLine> {
  const { status, results, errors } = await runEvaluate(JSON.stringify(input));
  const [result] = results;
  if (status !== 0 || !result) throw new Error(`evaluate gave status ${status}: ${errors.join('\n')}`);
  return result;
}
