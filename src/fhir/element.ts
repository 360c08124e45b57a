/** A JSON object from outside whose members nobody has vouched for. */
export type Element = Readonly<Record<string, unknown>>;

export function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under that name; undefined where it is missing or not an object. */
export function elementAt(parent: unknown, name: string): Element | undefined {
  const value = isElement(parent) ? parent[name] : undefined;
  return isElement(value) ? value : undefined;
}

/** The objects in the list under that name; members that are not objects are left out, a missing list is empty. */
export function elementsAt(parent: unknown, name: string): readonly Element[] {
  const value = isElement(parent) ? parent[name] : undefined;
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The text under that name, trimmed; undefined where it is missing, empty or not a string. */
export function textAt(parent: unknown, name: string): string | undefined {
  const value = isElement(parent) ? parent[name] : undefined;
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** The finite number under that name. */
export function numberAt(parent: unknown, name: string): number | undefined {
  const value = isElement(parent) ? parent[name] : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Whether the element has anything under one of these names. */
export function hasAny(parent: unknown, names: readonly string[]): boolean {
  return isElement(parent) && names.some((name) => parent[name] !== undefined && parent[name] !== null);
}

/** The entry of that id; never something inherited, whatever the id is called. */
export function entryOf<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}
