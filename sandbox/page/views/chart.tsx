import type { ChartLine } from '../record/chart.ts';
import { chart } from '../state/people.ts';

/** The record of the open person, as far as it matters here. */
export function ChartView() {
  const loaded = chart.value;
  return (
    <section class="chart" aria-labelledby="chart-heading">
      <h2 id="chart-heading">Journal</h2>
      {loaded.state === 'waiting' ? <p class="quiet">Henter journalen …</p> : null}
      {loaded.state === 'failed' ? <p role="alert">Journalen kunne ikke hentes. {loaded.words}</p> : null}
      {loaded.state === 'here' ? (
        <>
          <Lines id="problems" title="Problemer" lines={loaded.value.problems} most={12} />
          <Lines id="medicines" title="Medicin" lines={loaded.value.medicines} most={12} />
          <Lines id="measurements" title="Prøvesvar og målinger" lines={loaded.value.latest} most={12}>
            <Rest title="Alle målinger" lines={loaded.value.measurements} isWorthIt={hasMore(loaded.value)} />
          </Lines>
          <Lines id="imaging" title="Billeddiagnostik" lines={loaded.value.imaging} most={12} />
          <Lines id="procedures" title="Operationer" lines={loaded.value.procedures} most={12} />
        </>
      ) : null}
    </section>
  );
}

function hasMore(loaded: { latest: readonly ChartLine[]; measurements: readonly ChartLine[] }): boolean {
  return loaded.measurements.length > loaded.latest.length;
}

type LinesProps = {
  id: string;
  title: string;
  lines: readonly ChartLine[];
  /** How many are shown at once; the rest can be unfolded. */
  most: number;
  children?: preact.ComponentChildren;
};

function Lines({ id, title, lines, most, children }: LinesProps) {
  const heading = `${id}-heading`;
  return (
    <section class="lines" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {lines.length === 0 ? <p class="quiet">Intet i journalen.</p> : <ListOfLines lines={lines.slice(0, most)} />}
      <Rest title="Flere" lines={lines.slice(most)} isWorthIt={lines.length > most} />
      {children}
    </section>
  );
}

function Rest({ title, lines, isWorthIt }: { title: string; lines: readonly ChartLine[]; isWorthIt: boolean }) {
  if (!isWorthIt) return null;
  return (
    <details>
      <summary>
        {title} ({lines.length})
      </summary>
      <ListOfLines lines={lines} />
    </details>
  );
}

function ListOfLines({ lines }: { lines: readonly ChartLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} class={line.past === '' ? '' : 'past'}>
          <span class="title">{line.title}</span>
          <span class="detail">{[line.detail, line.past].filter((part) => part !== '').join(' · ')}</span>
          <span class="date">{line.date}</span>
        </li>
      ))}
    </ul>
  );
}
