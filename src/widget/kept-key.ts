/** What stands before the name of everything kept of answers in sessionStorage. */
export const KEPT = 'indikation.answers.';

/** Whether anything is kept in this tab, of whoever it is: only then what finds it is fetched. */
export function isAnythingKept(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(KEPT));
  } catch {
    // A browser that keeps nothing for this frame.
    return false;
  }
}
