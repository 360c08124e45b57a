import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** Keys and places in lists, from the top of the document. */
export type JsonPath = readonly (string | number)[];

type Node = ReturnType<ReturnType<typeof syntaxTree>['resolveInner']>;

/** Where in a JSON text something is being written, whether or not the text is whole. */
export interface JsonPlace {
  readonly kind: 'key' | 'value';
  /** For a key: the object it stands in. For a value: the value itself. */
  readonly path: JsonPath;
  /** What the proposal replaces: the word or string at the cursor, quotes included. */
  readonly from: number;
  readonly to: number;
  /** The keys of the object around, with their values where these are short; without the one being written. */
  readonly siblings: ReadonlyMap<string, unknown>;
  /** For a key: whether a colon follows already. */
  readonly hasValue: boolean;
}

/** The place at a position; null where no key and no value can stand, e.g. right after one. */
export function jsonPlaceAt(state: EditorState, position: number): JsonPlace | null {
  const tree = ensureSyntaxTree(state, position, 200) ?? syntaxTree(state);
  const node = tree.resolveInner(position, -1);
  if (node.name === 'PropertyName' && position > node.from) return keyPlace(state, node.parent, node.from, node.to);
  if (node.name === 'String' && position > node.from && position < node.to)
    return valuePlace(state, node, node.from, node.to);
  const word = /[\w."-]*$/.exec(state.sliceDoc(Math.max(0, position - 80), position))?.[0] ?? '';
  const from = position - word.length;
  const container = enclosing(tree.resolveInner(from, -1), from);
  if (container === null) return null;
  const before = lastToken(state, from);
  if (container.name === 'Array' && (before === '[' || before === ','))
    return {
      kind: 'value',
      path: [...pathOf(state, container), placeInList(container, from)],
      from,
      to: position,
      siblings: new Map(),
      hasValue: false,
    };
  if (before === ':') {
    const property = propertyAt(container, from);
    const object = property?.parent ?? container;
    const key = property ? keyOf(state, property) : null;
    if (key === null) return null;
    return {
      kind: 'value',
      path: [...pathOf(state, object), key],
      from,
      to: position,
      siblings: entries(state, object, property),
      hasValue: false,
    };
  }
  if (container.name === 'Object' && (before === '{' || before === ','))
    return {
      kind: 'key',
      path: pathOf(state, container),
      from,
      to: position,
      siblings: entries(state, container, null),
      hasValue: false,
    };
  return null;
}

/** Keys of the object at a path, in order; none where there is no object. */
export function keysAt(state: EditorState, path: JsonPath): readonly string[] {
  const node = nodeAt(state, path);
  return node?.name === 'Object' ? node.getChildren('Property').map((property) => keyOf(state, property) ?? '') : [];
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
    const node = nodeAt(state, path.slice(0, length));
    if (node) return { from: node.from, to: node.to };
  }
  return null;
}

function nodeAt(state: EditorState, path: JsonPath): Node | null {
  const tree = ensureSyntaxTree(state, state.doc.length, 1000) ?? syntaxTree(state);
  let node: Node | null = tree.topNode.firstChild;
  for (const step of path) {
    if (node === null) return null;
    if (typeof step === 'number') node = values(node)[step] ?? null;
    else {
      const property: Node | undefined = node.getChildren('Property').find((one) => keyOf(state, one) === step);
      node = property ? valueNode(property) : null;
    }
  }
  return node;
}

function keyPlace(state: EditorState, property: Node | null, from: number, to: number): JsonPlace | null {
  const object = property?.parent;
  if (!property || !object) return null;
  const hasValue = state.sliceDoc(to, property.to).trimStart().startsWith(':') || valueNode(property) !== null;
  return {
    kind: 'key',
    path: pathOf(state, object),
    from,
    to,
    siblings: entries(state, object, property),
    hasValue,
  };
}

function valuePlace(state: EditorState, node: Node, from: number, to: number): JsonPlace | null {
  const { parent } = node;
  if (!parent) return null;
  const object = parent.name === 'Property' ? parent.parent : null;
  return {
    kind: 'value',
    path: pathOf(state, node),
    from,
    to,
    siblings: object ? entries(state, object, parent) : new Map(),
    hasValue: true,
  };
}

/** The path of a value node. */
function pathOf(state: EditorState, node: Node): JsonPath {
  const { parent } = node;
  if (!parent || parent.name === 'JsonText') return [];
  if (parent.name === 'Array')
    return [...pathOf(state, parent), values(parent).findIndex((kid) => kid.from === node.from)];
  if (parent.name === 'Property' && parent.parent) return [...pathOf(state, parent.parent), keyOf(state, parent) ?? ''];
  return pathOf(state, parent);
}

function enclosing(node: Node, position: number): Node | null {
  for (let current: Node | null = node; current; current = current.parent) {
    const open = current.from < position && (position < current.to || isUnclosed(current));
    if ((current.name === 'Object' || current.name === 'Array') && open) return current;
  }
  return null;
}

/** A list or object whose bracket is missing runs to wherever the parser gave up. */
function isUnclosed(node: Node): boolean {
  return node.lastChild?.name !== (node.name === 'Object' ? '}' : ']');
}

/** The property whose value is being written at a position: the last that began before it. */
function propertyAt(container: Node, position: number): Node | null {
  return (
    container
      .getChildren('Property')
      .filter(({ from }) => from < position)
      .at(-1) ?? null
  );
}

function placeInList(list: Node, position: number): number {
  return values(list).filter(({ to }) => to <= position).length;
}

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function values(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let kid = node.firstChild; kid; kid = kid.nextSibling) if (VALUES.has(kid.name)) found.push(kid);
  return found;
}

function valueNode(property: Node): Node | null {
  return values(property)[0] ?? null;
}

function keyOf(state: EditorState, property: Node): string | null {
  const name = property.getChild('PropertyName');
  return name ? String(scalar(state, name)) : null;
}

function entries(state: EditorState, object: Node, except: Node | null): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const property of object.getChildren('Property')) {
    const key = keyOf(state, property);
    const value = valueNode(property);
    if (key !== null && property.from !== except?.from) found.set(key, value ? scalar(state, value) : undefined);
  }
  return found;
}

/** A string, number or word as JSON has it; undefined for anything longer or unfinished. */
function scalar(state: EditorState, node: Node): unknown {
  if (node.name === 'Object' || node.name === 'Array') return undefined;
  try {
    return JSON.parse(state.sliceDoc(node.from, node.to));
  } catch {
    return undefined;
  }
}

function lastToken(state: EditorState, position: number): string {
  return (
    state
      .sliceDoc(Math.max(0, position - 500), position)
      .trimEnd()
      .at(-1) ?? ''
  );
}
