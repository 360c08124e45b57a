import type { Vocabulary } from '../core/guideline/library.ts';
import { codingsOf, normalCode } from './coding.ts';
import { elementAt, isElement } from './element.ts';

/** Order ids by normal code; made once, since every examination of the record is looked up in it. */
const indexes = new WeakMap<Vocabulary, ReadonlyMap<string, readonly string[]>>();

/**
 * The order id of a ServiceRequest: any of its codings is one of the order's codes, exactly, after normalisation; SKS
 * add-ons (contrast, side) do not matter. Null where none is, where the codings name different examinations, and for an
 * order not to perform something.
 */
export function identifyOrder(vocabulary: Vocabulary, serviceRequest: unknown): string | null {
  if (!isElement(serviceRequest) || serviceRequest.doNotPerform === true) return null;
  const found = ordersOf(elementAt(serviceRequest, 'code'), vocabulary);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The order ids that any coding of the concept stands for. */
export function ordersOf(concept: unknown, vocabulary: Vocabulary): readonly string[] {
  const index = indexOf(vocabulary);
  return [...new Set(codingsOf(concept).flatMap((coding) => index.get(keyOf(coding)) ?? []))];
}

function indexOf(vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const known = indexes.get(vocabulary);
  if (known) return known;
  const index = new Map<string, readonly string[]>();
  for (const [id, { codes }] of Object.entries(vocabulary.orders)) {
    for (const code of codes) index.set(keyOf(code), [...(index.get(keyOf(code)) ?? []), id]);
  }
  indexes.set(vocabulary, index);
  return index;
}

function keyOf(coding: { readonly system: string; readonly code: string }): string {
  const { system, code } = normalCode(coding);
  return `${system}|${code}`;
}
