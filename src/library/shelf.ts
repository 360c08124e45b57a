import { guidelines, orders, quarantined } from 'virtual:indikation-shelf';
import { type CompiledGuideline, compileGuideline } from '../core/guideline/compile.ts';
import type { Library, QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import { giveEnglish } from './texts.ts';

/** A guideline with the part of the vocabulary it needs, as it was checked at build (scripts/rules-plugin.ts). */
export interface GuidelinePack {
  /** Without evidence and patient information, which are fetched when somebody reads them. */
  readonly document: Guideline;
  readonly facts: Vocabulary['facts'];
  readonly valueSets: Vocabulary['valueSets'];
}

/** What is read beside the guidance: sources and the patient's text. */
export type GuidelineReading = Pick<Guideline, 'evidence' | 'patientInformation'>;

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
  /** Fetches evidence and patient information of what is open. Rejects when offline. */
  learnEvidence(): Promise<void>;
}

/** The shelf of this page. */
export const shelf: Shelf = createShelf();

function createShelf(): Shelf {
  const opened = new Map<string, GuidelinePack>();
  let english = false;

  const translate = async (id: string, pack: GuidelinePack): Promise<void> => {
    const texts = english ? ((await guidelines[id]?.english())?.default ?? null) : null;
    giveEnglish(pack, texts);
  };
  const fetchPack = async (id: string): Promise<GuidelinePack | QuarantinedGuideline> => {
    const existing = opened.get(id);
    if (existing) return existing;
    try {
      const pack = (await guidelines[id]?.load())?.default;
      if (!pack) return { id, reasons: ['It was not built into the page.'] };
      await translate(id, pack);
      opened.set(id, pack);
      return pack;
    } catch (error) {
      return outOfService(id, error);
    }
  };

  return {
    closed: { vocabulary: { facts: {}, orders, valueSets: {} }, guidelines: [], quarantined },
    covered: new Set(Object.values(guidelines).flatMap((entry) => entry.orders)),
    async open(order) {
      const speaking = Object.keys(guidelines).filter((id) => order !== null && guidelines[id]?.orders.includes(order));
      return assemble(await Promise.all(speaking.map(fetchPack)));
    },
    async learnEnglish() {
      if (english) return;
      english = true;
      await Promise.all([...opened].map(([id, pack]) => translate(id, pack)));
    },
    async learnEvidence() {
      await Promise.all(
        [...opened].map(async ([id, { document }]) =>
          Object.assign(document, (await guidelines[id]?.reading())?.default),
        ),
      );
    },
  };
}

function assemble(fetched: readonly (GuidelinePack | QuarantinedGuideline)[]): Library {
  const packs = fetched.filter((one) => 'document' in one);
  const vocabulary: Vocabulary = {
    facts: Object.assign({}, ...packs.map(({ facts }) => facts)),
    orders,
    valueSets: Object.assign({}, ...packs.map(({ valueSets }) => valueSets)),
  };
  const compiled: CompiledGuideline[] = [];
  const missing = [...quarantined, ...fetched.filter((one) => 'reasons' in one)];
  for (const { document } of packs) {
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
