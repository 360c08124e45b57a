/**
 * Stands in for `hash-it` in the page: json-rules-engine makes keys with it under which it keeps the values of facts that
 * are computed, and facts here are plain values.
 */
export default function hash(value) {
  return JSON.stringify(value);
}
