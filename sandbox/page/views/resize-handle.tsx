type ResizeHandleProps = { width: number; least: number; most: number; onResize: (width: number) => void };

const step = 20;

/** The left edge of the app, to be dragged or moved with the arrow keys (WAI-ARIA window splitter). */
export function ResizeHandle({ width, least, most, onResize }: ResizeHandleProps) {
  function drag(event: PointerEvent) {
    if (!(event.currentTarget instanceof HTMLElement) || event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    // Without capture, the frame beside would swallow the moves.
    handle.setPointerCapture(event.pointerId);
    const rightEdge = event.clientX + width;
    const move = (moved: PointerEvent) => onResize(rightEdge - moved.clientX);
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', stop);
      handle.removeEventListener('pointercancel', stop);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop);
    handle.addEventListener('pointercancel', stop);
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowLeft') onResize(width + step);
    else if (event.key === 'ArrowRight') onResize(width - step);
    else return;
    event.preventDefault();
  }
  return (
    <hr
      class="resize-handle"
      aria-label="Bredde af beslutningsstøtten"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
