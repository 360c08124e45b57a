import { groups, type OrderGroup, type OrderModule, orders, quarantined } from 'virtual:indikation-shelf';
import { type CompiledGuideline, compileGuideline } from '../core/guideline/compile.ts';
import type { Library, QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import type { RecordSearch } from './pack.ts';
import { giveEnglish } from './texts.ts';
import { addReading, unpackDocument } from './unpack.ts';

/** What the shelf holds for an order. */
export interface OpenShelf {
  readonly library: Library;
  readonly searches: readonly RecordSearch[];
}

/** The guidelines that were built into the page, fetched one order at a time: nobody waits for those of other examinations. */
export interface Shelf {
  /** Before any order is known: the examinations, and no guideline yet. */
  readonly closed: Library;
  /** Orders that some guideline speaks about. */
  readonly covered: ReadonlySet<string>;
  /**
   * The library for an order, with no facts but those it can need, and what to search for. A guideline that cannot be
   * fetched or compiled is quarantined by name; the others go on.
   */
  open(order: string | null): Promise<OpenShelf>;
  /** Fetches the English texts of what is open and of what is opened from now on. Rejects when offline. */
  learnEnglish(): Promise<void>;
  /** Fetches sources and patient information of what is open. Rejects when offline. */
  learnEvidence(): Promise<void>;
}

/** What was fetched for an order: as it travelled, and its documents with room for what is read beside them. */
interface Opened {
  readonly module: OrderModule;
  readonly documents: readonly Guideline[];
}

/** The shelf of this page. */
export const shelf: Shelf = createShelf();

function createShelf(): Shelf {
  const opened = new Map<OrderGroup, Opened>();
  let english = false;

  const translate = async (module: OrderModule): Promise<void> => {
    giveEnglish(module.default, english ? (await module.english()).default : null);
  };
  const fetchGroup = async (group: OrderGroup): Promise<Opened> => {
    const existing = opened.get(group);
    if (existing) return existing;
    const module = await group.load();
    await translate(module);
    const fetched = { module, documents: module.default.documents.map(unpackDocument) };
    opened.set(group, fetched);
    return fetched;
  };
  const closed: Library = { vocabulary: { facts: {}, orders, valueSets: {} }, guidelines: [], quarantined };

  return {
    closed,
    covered: new Set(groups.flatMap((group) => group.orders)),
    async open(order) {
      const group = groups.find(({ orders: known }) => order !== null && known.includes(order));
      if (!group) return { library: closed, searches: [] };
      try {
        const fetched = await fetchGroup(group);
        return { library: assemble(fetched), searches: fetched.module.default.searches };
      } catch (error) {
        const missing = group.guidelines.map((id) => outOfService(id, error));
        return { library: { ...closed, quarantined: [...quarantined, ...missing] }, searches: [] };
      }
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
        [...opened.values()].map(async ({ module, documents }) => {
          const { default: readings } = await module.reading();
          for (const document of documents) addReading(document, readings[document.id]);
        }),
      );
    },
  };
}

function assemble({ module, documents }: Opened): Library {
  const { facts, valueSets } = module.default;
  const vocabulary: Vocabulary = { facts, orders, valueSets };
  const compiled: CompiledGuideline[] = [];
  const missing = [...quarantined];
  for (const document of documents) {
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
