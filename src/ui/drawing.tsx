import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** The one part that is being drawn; null where everything is, as where nobody draws in parts. */
let only: number | null = null;
let drewAnother = false;
let waiting = false;

interface DrawnProps {
  /** Counted from 0, as the page is read. */
  readonly part: number;
  readonly children: () => ComponentChildren;
}

/**
 * A part of the page that is drawn by itself, or with everything. While another part is drawn it stands as it was, and
 * costs nothing: Preact passes over what is the very same (docs/decisions/0023-drawn-in-parts.md).
 */
export function Drawn({ part, children }: DrawnProps) {
  const held = useRef<ComponentChildren>(undefined);
  const isOther = !isDrawing(part);
  if (!isOther || held.current === undefined) {
    drewAnother ||= isOther;
    held.current = children();
  }
  return held.current;
}

/** Whether a part is drawn now, alone or with everything. */
export function isDrawing(part: number): boolean {
  return only === null || only === part;
}

/** Draws one part alone. @returns whether another was drawn along, because it was not there before */
export function drawOnly(part: number, draw: () => void): boolean {
  only = part;
  drewAnother = false;
  try {
    draw();
  } finally {
    only = null;
  }
  return drewAnother;
}

/** Says that parts of the page wait to be drawn, or that none does. */
export function setWaiting(isWaitingNow: boolean): void {
  waiting = isWaitingNow;
}

/** Whether parts of the page wait to be drawn. */
export function isWaiting(): boolean {
  return waiting;
}

/** Until the next frame is about to be shown: what was drawn before is there, and its layout is due anyway. */
export function nextFrame(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}
