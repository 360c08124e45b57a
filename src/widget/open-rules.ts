import { signal } from '@preact/signals-core';
import type { Library } from '../core/guideline/library.ts';
import type { Requirement } from '../fhir/requirements.ts';
import type { Shelf } from '../library/shelf.ts';

/** The rules as far as they have been fetched. */
export interface OpenRules {
  /** Always the same object; what it holds grows, and who reads it in a view is drawn again. */
  readonly library: Library;
  /** Orders that some guideline speaks about, fetched or not. */
  readonly covered: ReadonlySet<string>;
  /**
   * Fetches the guidelines that speak about an order. One that cannot be had is quarantined by name.
   * @returns what to search the record for
   */
  open(order: string | null): Promise<readonly Requirement[]>;
}

/** Open rules over the page's shelf, with what is fetched beside the guidelines. */
export interface ShelfRules extends OpenRules {
  /** Puts the English texts in place. Rejects when offline. */
  learnEnglish(): Promise<void>;
  /** Puts evidence and patient information in place. Rejects when offline. */
  learnEvidence(): Promise<void>;
}

export function createOpenRules(shelf: Shelf): ShelfRules {
  const current = signal<Library>(shelf.closed);
  const redraw = (): void => {
    current.value = { ...current.value };
  };
  return {
    library: {
      get vocabulary() {
        return current.value.vocabulary;
      },
      get guidelines() {
        return current.value.guidelines;
      },
      get quarantined() {
        return current.value.quarantined;
      },
    },
    covered: shelf.covered,
    async open(order) {
      const { library, searches } = await shelf.open(order);
      current.value = library;
      return searches;
    },
    async learnEnglish() {
      await shelf.learnEnglish();
      redraw();
    },
    async learnEvidence() {
      await shelf.learnEvidence();
      redraw();
    },
  };
}
