/** What stands in the history entry of a page on which a check by hand has begun: that, and nothing of what it is about. */
const BEGUN = 'check-begun';

/** Remembers, for as long as the entry lives, that a check has begun here: a reload takes its answers away, which is to be said. */
export function markBegun(history: History): void {
  history.replaceState(BEGUN, '');
}

/** Whether a check had begun when the page was left or reloaded; told once. */
export function takeBegun(history: History): boolean {
  const begun = history.state === BEGUN;
  if (begun) history.replaceState(null, '');
  return begun;
}
