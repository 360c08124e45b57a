import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { assess } from '../core/decision/assess.ts';
import { answeredFact, type FactValue } from '../core/facts/fact.ts';
import type { Library } from '../core/guideline/library.ts';
import type { ReferralContext } from '../fhir/context.ts';
import { readBundle } from '../fhir/read-bundle.ts';
import { type Case, type CaseFault, parseCase } from './case.ts';
import { recordFindings } from './record-findings.ts';
import { type CaseFinding, localFindings, resultOf } from './result.ts';
import type { Streams } from './streams.ts';

/**
 * `evaluate [--ndjson] FILE…` (design.md section 8): one JSON result per line. Bad input: exit status 2 and file, pointer
 * and cause on standard error; with `--ndjson` a bad line gives `{"id","error"}` and the rest goes on.
 */
export async function evaluate(library: Library, args: readonly string[], streams: Streams): Promise<number> {
  const files = args.filter((argument) => argument !== '--ndjson');
  const unknownOption = files.find((file) => file.startsWith('-') && file !== '-');
  if (files.length === 0 || unknownOption !== undefined) {
    streams.error('Usage: npm run --silent evaluate -- [--ndjson] FILE…   (- reads standard input)');
    return 2;
  }
  let status = 0;
  for (const file of files) {
    const each = args.includes('--ndjson') ? evaluateLines : evaluateFile;
    status = Math.max(status, await each(library, file, streams));
  }
  return status;
}

async function evaluateFile(library: Library, file: string, streams: Streams): Promise<number> {
  const fail = ({ pointer, cause }: CaseFault): number => {
    streams.error(`${file}: ${pointer === '' ? '(whole file)' : pointer}: ${cause}`);
    return 2;
  };
  let input: unknown;
  try {
    input = JSON.parse(file === '-' ? await text(streams.input) : await readFile(file, 'utf8'));
  } catch (error) {
    return fail({ pointer: '', cause: causeOf(error) });
  }
  const many = Array.isArray(input);
  const inputs: readonly unknown[] = Array.isArray(input) ? input : [input];
  let status = 0;
  for (const [index, one] of inputs.entries()) {
    const result = await evaluateCase(library, one);
    if ('faults' in result)
      for (const { pointer, cause } of result.faults)
        status = fail({ pointer: many ? `/${index}${pointer}` : pointer, cause });
    else await streams.out(JSON.stringify(result.line));
  }
  return status;
}

async function evaluateLines(library: Library, file: string, streams: Streams): Promise<number> {
  const source = file === '-' ? streams.input : createReadStream(file, 'utf8');
  try {
    const progress = progressOf(file, streams);
    for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      await streams.out(JSON.stringify(await evaluateLine(library, line)));
      progress();
    }
  } catch (error) {
    streams.error(`${file}: (whole file): ${causeOf(error)}`);
    return 2;
  }
  return 0;
}

/** Cases between two lines of progress. */
const STEP = 1000;

/** Tells on standard error how far a long file has come: cases, cases per second since the last line, and memory held. */
function progressOf(file: string, streams: Streams): () => void {
  let done = 0;
  let since = performance.now();
  return () => {
    done += 1;
    if (done % STEP !== 0) return;
    const perSecond = Math.round((STEP * 1000) / (performance.now() - since));
    since = performance.now();
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    streams.error(`${file}: ${done} cases, ${perSecond} per second, ${megabytes} MB`);
  };
}

async function evaluateLine(library: Library, line: string): Promise<object> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    return { id: null, error: causeOf(error) };
  }
  const result = await evaluateCase(library, input);
  if (!('faults' in result)) return result.line;
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null;
  return { id, error: result.faults.map(({ pointer, cause }) => `${pointer}: ${cause}`).join('; ') };
}

type CaseResult = { readonly line: object } | { readonly faults: readonly CaseFault[] };

/** Evaluates one case, as it was read. */
export async function evaluateCase(library: Library, input: unknown): Promise<CaseResult> {
  const parsed = parseCase(library.vocabulary, input);
  if (!parsed.ok) return { faults: parsed.faults };
  return parsed.case.kind === 'facts' ? evaluateFacts(library, parsed.case) : evaluateBundle(library, parsed.case);
}

async function evaluateFacts(library: Library, { id, order, values }: Case & { kind: 'facts' }): Promise<CaseResult> {
  const facts = new Map([...values].map(([fact, value]) => [fact, answeredFact(value)]));
  const assessment = await assess(library, facts, order);
  return { line: resultOf(id, assessment, localFindings(library, assessment), []) };
}

async function evaluateBundle(
  library: Library,
  { id, now, bundle, values }: Case & { kind: 'bundle' },
): Promise<CaseResult> {
  const answers = new Map([...values].map(([fact, value]): [string, { value: FactValue }] => [fact, { value }]));
  const read = readBundle(library.vocabulary, bundle, now, answers);
  if ('error' in read) return { faults: [{ pointer: `/bundle${read.pointer}`, cause: read.error }] };
  const finding = draftFinding(read.drafts);
  const assessment = await assess(library, read.facts, read.order);
  // Without one draft there is nothing to rate: facts are missing, which is not the same as "not covered".
  const line = finding === null ? assessment : { ...assessment, verdict: 'undetermined' as const };
  const beside = finding === null ? findingsBeside(library, read.context, now) : [finding];
  const findings = [...beside, ...localFindings(library, assessment)];
  return { line: resultOf(id, line, findings, read.gaps) };
}

function findingsBeside({ imaging }: Library, context: ReferralContext, now: string): readonly CaseFinding[] {
  return imaging === undefined ? [] : recordFindings(context, imaging, now);
}

function draftFinding(count: number): CaseFinding | null {
  if (count === 1) return null;
  if (count === 0)
    return {
      code: 'no-draft-order',
      message: 'The bundle holds no draft ServiceRequest, so there is nothing to rate.',
    };
  return {
    code: 'several-draft-orders',
    message: `The bundle holds ${count} draft ServiceRequests; give one at a time.`,
  };
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
