import { effect } from '@preact/signals-core';

/**
 * Draws, and draws again as soon as the running code has ended after any signal that was read in drawing has changed:
 * what belongs together changes together on the page. The whole widget is drawn each time; it is small, and so Preact
 * needs nothing that listens for each component (docs/decisions/0006-size.md).
 */
export function keepDrawn(draw: () => void): void {
  let drawn = false;
  const stop = effect(() => {
    if (drawn) {
      // Reads nothing, so it is not called again.
      queueMicrotask(() => {
        stop();
        keepDrawn(draw);
      });
    } else {
      drawn = true;
      draw();
    }
  });
}
