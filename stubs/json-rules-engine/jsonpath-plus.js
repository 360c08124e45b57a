/**
 * Stands in for `jsonpath-plus` in the page. Rules have no `path` (the checker refuses it), and the real module brings
 * `new Function`, which the page's Content-Security-Policy forbids.
 */
export function JSONPath() {
  throw new Error('Rules have no "path": jsonpath-plus is left out of this build.');
}
