/**
 * Stands in for `@preact/signals-core` in the widget, which draws itself whole (src/widget/keep-drawn.ts): a handful of
 * signals and one effect, so whoever read something compares it with what it is now, and nobody keeps lists of who
 * listens to whom. What a signal, a computed value, an effect and a batch do is the library's; what is not here, the
 * build refuses.
 */

/** Something that was read, and what it was. */
type Read = readonly [now: () => unknown, then: unknown];

/** What is being read now is noted here; nobody asks where there is no list. */
let noted: Read[] | undefined;
let batches = 0;
const effects = new Set<() => void>();

function read<T>(now: () => T): T {
  const value = now();
  noted?.push([now, value]);
  return value;
}

/** Runs something, and says what it read. */
function note<T>(run: () => T): readonly [result: T, reads: readonly Read[]] {
  const outer = noted;
  const reads: Read[] = [];
  noted = reads;
  try {
    return [run(), reads];
  } finally {
    noted = outer;
  }
}

/** In the order in which it was read: what was read only because of something that has changed is not looked at. */
function isStale(reads: readonly Read[] | undefined): boolean {
  return !reads || reads.some(([now, then]) => now() !== then);
}

/** A value that is told when it changes. */
export function signal<T>(value: T): { value: T } {
  let held = value;
  const now = () => held;
  return {
    get value() {
      return read(now);
    },
    set value(next) {
      if (next === held) return;
      batch(() => {
        held = next;
      });
    },
  };
}

/** A value computed from others, again when one of them has changed and somebody asks. */
export function computed<T>(compute: () => T): { readonly value: T } {
  let reads: readonly Read[] | undefined;
  let held: T;
  const now = () => {
    if (isStale(reads)) [held, reads] = note(compute);
    return held;
  };
  return {
    get value() {
      return read(now);
    },
  };
}

/** Changes several signals: effects hear of it once, at the end. */
export function batch<T>(change: () => T): T {
  batches += 1;
  try {
    return change();
  } finally {
    batches -= 1;
    if (batches === 0) for (const run of [...effects]) run();
  }
}

/** Acts at once and whenever something that was read in acting has changed. Returns what ends it. */
export function effect(act: () => void): () => void {
  let reads: readonly Read[] | undefined;
  const run = () => {
    if (isStale(reads)) [, reads] = note(act);
  };
  run();
  effects.add(run);
  return () => effects.delete(run);
}
