import { isWaiting, nextFrame } from './drawing.tsx';

/**
 * Does something that redraws the page, and puts the focus back if what had it is gone: on the questions' heading, else
 * on the page's. Focus that is still somewhere is never moved.
 */
export async function keepFocus(action: () => Promise<void> | void): Promise<void> {
  const had = isSomewhere(document.activeElement);
  await action();
  // As soon as something is drawn, and again until all is: whoever goes on by the keyboard does not wait for the rest.
  do {
    await nextFrame();
    if (!had || isSomewhere(document.activeElement)) continue;
    const heading = document.getElementById('questions-title') ?? document.getElementById('page-title');
    heading?.focus();
  } while (isWaiting());
}

function isSomewhere(element: Element | null): boolean {
  return element !== null && element !== document.body;
}

/** Brings a heading into view and gives it the focus, once the page is drawn; unfolds what it stands in. */
export async function moveFocus(id: string): Promise<void> {
  do await nextFrame();
  while (isWaiting());
  const heading = document.getElementById(id);
  const folded = heading?.closest('details');
  if (folded) folded.open = true;
  heading?.focus();
}

/** Brings what went wrong into view, without moving the focus. */
export function showAlert(): void {
  document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
}
