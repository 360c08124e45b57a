/**
 * Stands in for `clone` in the page. json-rules-engine copies a rule's conditions before each run: trees of its own
 * classes, lists and plain values, without circles, dates or hidden members.
 */
export default function clone(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(clone);
  const copy = Object.create(Object.getPrototypeOf(value));
  for (const name of Object.keys(value)) copy[name] = clone(value[name]);
  return copy;
}
