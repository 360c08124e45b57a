import { type GuidelineModule, guidelines, orders, quarantined } from 'virtual:indikation-shelf';
import { type CompiledGuideline, compileGuideline } from '../core/guideline/compile.ts';
import type { Library, QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import { giveEnglish } from './texts.ts';
import { addReading, unpackDocument } from './unpack.ts';

/** The guidelines that were built into the page, fetched one order at a time: nobody waits for those of other examinations. */
export interface Shelf {
  /** Before any order is known: the examinations, and no guideline yet. */
  readonly closed: Library;
  /** Orders that some guideline speaks about. */
  readonly covered: ReadonlySet<string>;
  /** The library for an order. A guideline that cannot be fetched or compiled is quarantined by name; the others go on. */
  open(order: string | null): Promise<Library>;
  /** Fetches the English texts of what is open and of what is opened from now on. Rejects when offline. */
  learnEnglish(): Promise<void>;
  /** Fetches sources and patient information of what is open. Rejects when offline. */
  learnEvidence(): Promise<void>;
}

/** A guideline that was fetched: as it travelled, and its document with room for what is read beside it. */
interface OpenedGuideline {
  readonly module: GuidelineModule;
  readonly document: Guideline;
}

/** The shelf of this page. */
export const shelf: Shelf = createShelf();

function createShelf(): Shelf {
  const opened = new Map<string, OpenedGuideline>();
  let english = false;

  const translate = async (module: GuidelineModule): Promise<void> => {
    giveEnglish(module.default, english ? (await module.english()).default : null);
  };
  const fetchGuideline = async (id: string): Promise<OpenedGuideline | QuarantinedGuideline> => {
    const existing = opened.get(id);
    if (existing) return existing;
    try {
      const module = await guidelines[id]?.load();
      if (!module) return { id, reasons: ['It was not built into the page.'] };
      await translate(module);
      const guideline = { module, document: unpackDocument(module.default) };
      opened.set(id, guideline);
      return guideline;
    } catch (error) {
      return outOfService(id, error);
    }
  };

  return {
    closed: { vocabulary: { facts: {}, orders, valueSets: {} }, guidelines: [], quarantined },
    covered: new Set(Object.values(guidelines).flatMap((entry) => entry.orders)),
    async open(order) {
      const speaking = Object.keys(guidelines).filter((id) => order !== null && guidelines[id]?.orders.includes(order));
      return assemble(await Promise.all(speaking.map(fetchGuideline)));
    },
    async learnEnglish() {
      if (english) return;
      english = true;
      try {
        await Promise.all([...opened.values()].map(({ module }) => translate(module)));
      } catch (error) {
        english = false;
        throw error;
      }
    },
    async learnEvidence() {
      await Promise.all(
        [...opened.values()].map(async ({ module, document }) =>
          addReading(document, (await module.reading()).default),
        ),
      );
    },
  };
}

function assemble(fetched: readonly (OpenedGuideline | QuarantinedGuideline)[]): Library {
  const found = fetched.filter((one) => 'document' in one);
  const vocabulary: Vocabulary = {
    facts: Object.assign({}, ...found.map(({ module }) => module.default.facts)),
    orders,
    valueSets: Object.assign({}, ...found.map(({ module }) => module.default.valueSets)),
  };
  const compiled: CompiledGuideline[] = [];
  const missing = [...quarantined, ...fetched.filter((one) => 'reasons' in one)];
  for (const { document } of found) {
    try {
      compiled.push(compileGuideline(document, vocabulary));
    } catch (error) {
      missing.push(outOfService(document.id, error));
    }
  }
  return { vocabulary, guidelines: compiled, quarantined: missing };
}

function outOfService(id: string, error: unknown): QuarantinedGuideline {
  return { id, reasons: [error instanceof Error ? error.message : String(error)] };
}
