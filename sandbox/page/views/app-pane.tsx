import {
  closeFrame,
  frame,
  frameWidth,
  launchBeside,
  launchInWindow,
  leastWidth,
  mostWidth,
  resizeFrame,
  showFrame,
} from '../state/launch.ts';
import { launchWithoutOrder } from '../state/navigation.ts';
import { openOrder } from '../state/orders.ts';
import { AbilityPanel } from './ability-panel.tsx';
import { FailurePanel } from './failure-panel.tsx';
import { ResizeHandle } from './resize-handle.tsx';

/** The app beside the order: a SMART launch in a frame of its own origin. */
export function AppPane() {
  return (
    <aside class="app-pane" aria-label="Beslutningsstøtte" style={{ width: `${frameWidth.value}px` }}>
      <ResizeHandle width={frameWidth.value} least={leastWidth} most={mostWidth} onResize={resizeFrame} />
      <div class="app-tools">
        <div class="heading-row">
          <h2>Beslutningsstøtte</h2>
          <WidthChoice />
        </div>
        <LaunchButtons />
        <FailurePanel />
        <AbilityPanel />
      </div>
      <AppFrame />
    </aside>
  );
}

function LaunchButtons() {
  return (
    <p class="buttons">
      {openOrder.value === null ? (
        <button type="button" onClick={launchWithoutOrder}>
          {frame.value === null ? 'Start uden henvisning' : 'Start igen'}
        </button>
      ) : (
        <button type="button" onClick={() => launchBeside()}>
          {frame.value === null ? 'Start' : 'Start igen'}
        </button>
      )}
      <button type="button" onClick={launchInWindow}>
        Start i nyt vindue
      </button>
      {frame.value === null ? null : (
        <button type="button" onClick={closeFrame}>
          Luk
        </button>
      )}
    </p>
  );
}

const widths = [360, 420, 520];

function WidthChoice() {
  const width = frameWidth.value;
  return (
    <div class="width">
      <label for="width">Bredde</label>
      <select id="width" value={String(width)} onChange={(event) => resizeFrame(Number(event.currentTarget.value))}>
        {widths.includes(width) ? null : <option value={String(width)}>{width} px</option>}
        {widths.map((choice) => (
          <option key={choice} value={String(choice)}>
            {choice} px
          </option>
        ))}
      </select>
    </div>
  );
}

function AppFrame() {
  const now = frame.value;
  if (now === null) {
    return <p class="app-empty">Åbn en kladde, så starter beslutningsstøtten her.</p>;
  }
  // The least that the app needs: scripts, its own origin (or it could keep nothing and nobody could check who talks),
  // forms, and links that open guidelines and sources in ordinary windows. It may neither lead this page away nor block it.
  return (
    <iframe
      key={now.turn}
      ref={showFrame}
      title="Indikation"
      src={now.url}
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
      allow="clipboard-write"
    />
  );
}
