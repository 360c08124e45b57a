import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** A JSON text with the place of everything in it, so that a finding can name line and column. */
export interface LocatedJson {
  readonly value: unknown;
  /** 1-based line and column of the value at a path, or of the nearest enclosing one. */
  locate(path: readonly PropertyKey[]): { readonly line: number; readonly column: number };
  /** Keys that stand twice in one object: the first would be lost in silence. */
  readonly duplicates: readonly (readonly (string | number)[])[];
  /** Keys that no rule file may use (`__proto__` sets a prototype and breaks the engine). */
  readonly forbidden: readonly (readonly (string | number)[])[];
}

/** A text that is not JSON: where, and the parser's word for it. */
export interface JsonFailure {
  readonly line: number;
  readonly column: number;
  readonly cause: string;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses JSON (RFC 8259: no comments, no trailing commas) and keeps the places. */
export function parseLocated(text: string): LocatedJson | JsonFailure {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error || !root) {
    const place = placeOf(text, error?.offset ?? 0);
    return { ...place, cause: error ? printParseErrorCode(error.error) : 'EmptyFile' };
  }
  const duplicates: (string | number)[][] = [];
  const forbidden: (string | number)[][] = [];
  visitObjects(root, [], (path, keys) => {
    for (const key of new Set(keys)) {
      if (keys.indexOf(key) !== keys.lastIndexOf(key)) duplicates.push([...path, key]);
      if (FORBIDDEN.has(key)) forbidden.push([...path, key]);
    }
  });
  return {
    value: JSON.parse(text),
    duplicates,
    forbidden,
    locate(path) {
      const segments = path.map((segment) => (typeof segment === 'symbol' ? segment.toString() : segment));
      for (let length = segments.length; length >= 0; length -= 1) {
        const node = findNodeAtLocation(root, segments.slice(0, length));
        if (node) return placeOf(text, startOf(node));
      }
      return { line: 1, column: 1 };
    },
  };
}

/** A property is located at its key, so that a person sees the name that is meant. */
function startOf(node: Node): number {
  return node.parent?.type === 'property' ? (node.parent.children?.[0]?.offset ?? node.offset) : node.offset;
}

function visitObjects(
  node: Node,
  path: readonly (string | number)[],
  visit: (path: readonly (string | number)[], keys: readonly string[]) => void,
): void {
  if (node.type === 'object') {
    const properties = (node.children ?? []).map(({ children }) => ({
      key: String(children?.[0]?.value),
      value: children?.[1],
    }));
    visit(
      path,
      properties.map(({ key }) => key),
    );
    for (const { key, value } of properties) if (value) visitObjects(value, [...path, key], visit);
  }
  if (node.type === 'array')
    for (const [index, kid] of (node.children ?? []).entries()) visitObjects(kid, [...path, index], visit);
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
