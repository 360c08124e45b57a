import { computed, type ReadonlySignal, signal } from '@preact/signals-core';

/** A text that is composed from what is known and may be edited by hand; the edits outlive every change of what is known. */
export interface EditedText {
  /** What stands: the own edits where there are any. */
  readonly text: ReadonlySignal<string>;
  /** Whether what it was composed from has changed since it was edited. */
  readonly isOutdated: ReadonlySignal<boolean>;
  edit(text: string): void;
  /** Gives up the own edits for what is composed now. */
  useComposed(): void;
}

export function createEditedText(compose: () => string): EditedText {
  const edited = signal<{ readonly text: string; readonly from: string } | null>(null);
  const composed = computed(compose);
  return {
    text: computed(() => edited.value?.text ?? composed.value),
    isOutdated: computed(() => edited.value !== null && edited.value.from !== composed.value),
    edit(text) {
      edited.value = { text, from: composed.value };
    },
    useComposed() {
      edited.value = null;
    },
  };
}
