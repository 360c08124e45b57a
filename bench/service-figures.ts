/** What the service says of itself at `/metrics`. */
export interface ServiceFigures {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  /** Seconds spent collecting garbage. */
  readonly collectionSeconds: number;
  /** Delay of the event loop since it was last read: median, 90th, 99th percentile and longest, in seconds. */
  readonly loopDelays: readonly number[];
}

/** Node measures the delay by a timer and includes its interval (perf_hooks, monitorEventLoopDelay). */
const INTERVAL_SECONDS = 0.01;

/** Reads the metrics; reading begins the measurement of the event loop anew. */
export async function readServiceFigures(url: string): Promise<ServiceFigures> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sumOf = (name: string): number =>
    [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    );
  const delay = (which: string): number =>
    Math.max(0, sumOf(`nodejs_eventloop_lag_${which}_seconds`) - INTERVAL_SECONDS);
  return {
    cpuSeconds: sumOf('process_cpu_seconds_total'),
    residentBytes: sumOf('process_resident_memory_bytes'),
    collectionSeconds: sumOf('nodejs_gc_duration_seconds_sum'),
    loopDelays: ['p50', 'p90', 'p99', 'max'].map(delay),
  };
}
