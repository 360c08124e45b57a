import { effect } from '@preact/signals-core';
import { drawOnly, setWaiting } from '../ui/drawing.tsx';

/**
 * Draws, and draws again whatever part of the page has read a signal that has changed since: the first of these as soon as
 * the running code has ended, so that what belongs together changes together on the page; every other after a frame of its
 * own, and from the first again should something change meanwhile. A part is drawn whole each time; so Preact needs
 * nothing that listens for each component (docs/decisions/0006-size.md, 0023-drawn-in-parts.md).
 * @param draw draws the whole page, of which all but one part then stands as it was (`Drawn`)
 */
export function keepDrawn(draw: () => void, parts = 1): void {
  const stale = new Set(Array.from({ length: parts }, (_, part) => part));
  const ends: (() => void)[] = [];
  let soon = false;
  const drawFirst = (): void => {
    if (stale.size === 0) return;
    const part = Math.min(...stale);
    stale.delete(part);
    setWaiting(stale.size > 0);
    ends[part]?.();
    let drawn = false;
    ends[part] = effect(() => {
      if (drawn) change(part);
      else {
        drawn = true;
        // Then this part would be drawn for what only the other has read.
        if (drawOnly(part, draw)) {
          stale.add(part);
          setWaiting(true);
        }
      }
    });
    if (stale.size > 0) afterFrame(drawFirst);
  };
  /** Reads nothing, so the effect that says it is not called again. */
  const change = (part: number): void => {
    stale.add(part);
    setWaiting(true);
    if (soon) return;
    soon = true;
    queueMicrotask(() => {
      soon = false;
      drawFirst();
    });
  };
  drawFirst();
}

/** Once the next frame is on screen; where the page is not shown there are no frames, and it goes on all the same. */
function afterFrame(act: () => void): void {
  requestAnimationFrame(() => setTimeout(act));
  setTimeout(act, 200);
}
