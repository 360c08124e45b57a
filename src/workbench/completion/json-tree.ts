import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** Keys and places in lists, from the top of the document. */
export type JsonPath = readonly (string | number)[];

/** A node of the editor's syntax tree. */
export type JsonNode = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Keys of the object at a path, in order; none where there is no object. */
export function keysAt(state: EditorState, path: JsonPath): readonly string[] {
  const node = nodeAt(state, path);
  return node?.name === 'Object' ? node.getChildren('Property').map((property) => keyOf(state, property) ?? '') : [];
}

/** From where to where the value at a path stands; null where there is none. */
export function exactRangeAt(
  state: EditorState,
  path: JsonPath,
): { readonly from: number; readonly to: number } | null {
  const node = nodeAt(state, path);
  return node ? { from: node.from, to: node.to } : null;
}

/** A text each object of the list at a path has under a key, in order. */
export function textsUnder(state: EditorState, path: JsonPath, key: string): readonly string[] {
  const list = nodeAt(state, path);
  const objects = list ? values(list) : [];
  return objects.map((object) => entries(state, object, null).get(key)).filter((text) => typeof text === 'string');
}

/** From where to where the value at a path stands, or of the nearest enclosing one. */
export function rangeAt(state: EditorState, path: JsonPath): { readonly from: number; readonly to: number } | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const range = exactRangeAt(state, path.slice(0, length));
    if (range) return range;
  }
  return null;
}

function nodeAt(state: EditorState, path: JsonPath): JsonNode | null {
  const tree = ensureSyntaxTree(state, state.doc.length, 1000) ?? syntaxTree(state);
  let node: JsonNode | null = tree.topNode.firstChild;
  for (const step of path) {
    if (node === null) return null;
    if (typeof step === 'number') node = values(node)[step] ?? null;
    else {
      const property: JsonNode | undefined = node.getChildren('Property').find((one) => keyOf(state, one) === step);
      node = property ? valueNode(property) : null;
    }
  }
  return node;
}

/** The path of a value node. */
export function pathOf(state: EditorState, node: JsonNode): JsonPath {
  const { parent } = node;
  if (!parent || parent.name === 'JsonText') return [];
  if (parent.name === 'Array')
    return [...pathOf(state, parent), values(parent).findIndex((kid) => kid.from === node.from)];
  if (parent.name === 'Property' && parent.parent) return [...pathOf(state, parent.parent), keyOf(state, parent) ?? ''];
  return pathOf(state, parent);
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** The values of a list, or of a property. */
export function values(node: JsonNode): readonly JsonNode[] {
  const found: JsonNode[] = [];
  for (let kid = node.firstChild; kid; kid = kid.nextSibling) if (VALUES.has(kid.name)) found.push(kid);
  return found;
}

/** The value of a property, where it has one. */
export function valueNode(property: JsonNode): JsonNode | null {
  return values(property)[0] ?? null;
}

/** The name of a property. */
export function keyOf(state: EditorState, property: JsonNode): string | null {
  const name = property.getChild('PropertyName');
  return name ? String(scalar(state, name)) : null;
}

/** The keys of an object with their values, where these are short; without one of its properties. */
export function entries(state: EditorState, object: JsonNode, except: JsonNode | null): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const property of object.getChildren('Property')) {
    const key = keyOf(state, property);
    const value = valueNode(property);
    if (key !== null && property.from !== except?.from) found.set(key, value ? scalar(state, value) : undefined);
  }
  return found;
}

/** A string, number or word as JSON has it; undefined for anything longer or unfinished. */
function scalar(state: EditorState, node: JsonNode): unknown {
  if (node.name === 'Object' || node.name === 'Array') return undefined;
  try {
    return JSON.parse(state.sliceDoc(node.from, node.to));
  } catch {
    return undefined;
  }
}
