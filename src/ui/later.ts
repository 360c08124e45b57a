import { type ReadonlySignal, signal } from '@preact/signals-core';

/** A part of the page that is fetched when it is first needed. */
export interface Later<Part> {
  readonly part: ReadonlySignal<Part | 'loading' | 'failed'>;
  /** Fetches it, unless it is there already. Also "try again". */
  fetch(): Promise<void>;
}

/** `load` rejects when the part cannot be had. */
export function createLater<Part extends object>(load: () => Promise<Part>): Later<Part> {
  const part = signal<Part | 'loading' | 'failed'>('loading');
  return {
    part,
    async fetch() {
      if (typeof part.value !== 'string') return;
      part.value = 'loading';
      try {
        part.value = await load();
      } catch {
        part.value = 'failed';
      }
    },
  };
}
