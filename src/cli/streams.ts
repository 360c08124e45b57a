import type { Readable } from 'node:stream';

/** Where a command reads and writes; the process's own streams, or a test's. */
export interface Streams {
  readonly input: Readable;
  out(line: string): void;
  error(line: string): void;
}
