import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { entries, type JsonNode, type JsonPath, keyOf, pathOf, valueNode, values } from './json-tree.ts';

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
  if (node.name === 'PropertyName' && position > node.from)
    return keyPlace(state, node.parent, node.from, endOfWord(state, node, position));
  if (node.name === 'String' && position > node.from && position < node.to)
    return valuePlace(state, node, node.from, endOfWord(state, node, position));
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

/** Where a string ends that holds a word or is empty; one whose closing quote is missing runs on, and ends at the cursor. */
function endOfWord(state: EditorState, { from, to }: JsonNode, position: number): number {
  return /^"[\w.-]*"$/.test(state.sliceDoc(from, to)) ? to : position;
}

function keyPlace(state: EditorState, property: JsonNode | null, from: number, to: number): JsonPlace | null {
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

function valuePlace(state: EditorState, node: JsonNode, from: number, to: number): JsonPlace | null {
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

function enclosing(node: JsonNode, position: number): JsonNode | null {
  for (let current: JsonNode | null = node; current; current = current.parent) {
    const open = current.from < position && (position < current.to || isUnclosed(current));
    if ((current.name === 'Object' || current.name === 'Array') && open) return current;
  }
  return null;
}

/** A list or object whose bracket is missing runs to wherever the parser gave up. */
function isUnclosed(node: JsonNode): boolean {
  return node.lastChild?.name !== (node.name === 'Object' ? '}' : ']');
}

/** The property whose value is being written at a position: the last that began before it. */
function propertyAt(container: JsonNode, position: number): JsonNode | null {
  return (
    container
      .getChildren('Property')
      .filter(({ from }) => from < position)
      .at(-1) ?? null
  );
}

function placeInList(list: JsonNode, position: number): number {
  return values(list).filter(({ to }) => to <= position).length;
}

function lastToken(state: EditorState, position: number): string {
  return (
    state
      .sliceDoc(Math.max(0, position - 500), position)
      .trimEnd()
      .at(-1) ?? ''
  );
}
