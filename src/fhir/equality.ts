import { isElement } from './element.ts';

/** Whether two JSON values are the same: members in any order, lists in theirs; a member that is undefined is not there. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((member, index) => equalJson(member, b[index]));
  }
  if (!isElement(a) || !isElement(b)) return false;
  return membersOf(a, b).every((name) => equalJson(a[name], b[name]));
}

/** Every member name of either. */
export function membersOf(a: object, b: object): readonly string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])];
}
