import { isFactValue, wrongValue } from '../core/facts/answers.ts';
import type { FactValue } from '../core/facts/fact.ts';
import { pointerOf } from '../core/guideline/finding.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import { NONE, unknownId } from '../core/guideline/remark.ts';
import { bundleCaseSchema, factCaseSchema } from '../core/schema/case.ts';

/** A case to evaluate, checked against the vocabulary (design.md section 8). */
export type Case = { readonly id?: string | number; readonly now: string } & (
  | { readonly kind: 'facts'; readonly order: string; readonly values: ReadonlyMap<string, FactValue> }
  | { readonly kind: 'bundle'; readonly bundle: unknown; readonly values: ReadonlyMap<string, FactValue> }
);

/** What is wrong with a case, and where (JSON pointer, RFC 6901). */
export interface CaseFault {
  readonly pointer: string;
  readonly cause: string;
}

export type ParsedCase =
  | { readonly ok: true; readonly case: Case }
  | { readonly ok: false; readonly faults: readonly CaseFault[] };

/** Parses one case; every fault has its place. */
export function parseCase(vocabulary: Vocabulary, input: unknown): ParsedCase {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { ok: false, faults: [{ pointer: '', cause: 'a case should be a JSON object' }] };
  return 'bundle' in input ? parseBundleCase(vocabulary, input) : parseFactCase(vocabulary, input);
}

function parseFactCase(vocabulary: Vocabulary, input: object): ParsedCase {
  const result = factCaseSchema.safeParse(input);
  if (!result.success) return { ok: false, faults: result.error.issues.map(faultOf) };
  const { id, now, order, given } = result.data;
  const { values, faults } = readValues(vocabulary, given, 'given');
  const orders = Object.keys(vocabulary.orders);
  if (!orders.includes(order)) faults.push(unknown('order', order, orders, ['order']));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, case: { ...identity(id), now, kind: 'facts', order, values } };
}

function parseBundleCase(vocabulary: Vocabulary, input: object): ParsedCase {
  const result = bundleCaseSchema.safeParse(input);
  if (!result.success) return { ok: false, faults: result.error.issues.map(faultOf) };
  const { id, now, bundle, answers } = result.data;
  const { values, faults } = readValues(vocabulary, answers, 'answers');
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, case: { ...identity(id), now, kind: 'bundle', bundle, values } };
}

function identity(id: string | number | undefined): { readonly id?: string | number } {
  return id === undefined ? {} : { id };
}

function faultOf({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): CaseFault {
  return { pointer: pointerOf(path), cause: message };
}

function unknown(kind: 'fact' | 'order', id: string, known: readonly string[], path: readonly string[]): CaseFault {
  const { message, remedy } = unknownId(`unknown-${kind}`, NONE[kind], id, known, path);
  return { pointer: pointerOf(path), cause: `${message.en} ${remedy.en}` };
}

function readValues(vocabulary: Vocabulary, given: Readonly<Record<string, unknown>>, key: string) {
  const values = new Map<string, FactValue>();
  const faults: CaseFault[] = [];
  for (const [id, value] of Object.entries(given)) {
    const definition = vocabulary.facts[id];
    if (!definition) faults.push(unknown('fact', id, Object.keys(vocabulary.facts), [key, id]));
    else if (value !== 'unknown') {
      const wrong = wrongValue(definition, value);
      if (wrong !== null) faults.push({ pointer: pointerOf([key, id]), cause: `"${id}" ${wrong}` });
      else if (isFactValue(value)) values.set(id, value);
    }
  }
  return { values, faults };
}
