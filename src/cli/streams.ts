import type { Readable } from 'node:stream';

/** Where a command reads and writes; the process's own streams, or a test's. */
export interface Streams {
  readonly input: Readable;
  /** Writes a line; what it gives is waited for before the next, so that nothing piles up before a slow reader. */
  out(line: string): unknown;
  error(line: string): void;
}
