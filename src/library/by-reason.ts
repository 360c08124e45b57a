import { assess } from '../core/decision/assess.ts';
import { answeredFact } from '../core/facts/fact.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Text } from '../core/schema/text.ts';

/** The fact that decides which guidelines speak; a contract of the vocabulary (clinical/README.md, "The reason"). */
const REASON = 'reason';

/** A reason for imaging, with the examinations that some guideline speaks about for it. */
export interface ReasonExaminations {
  /** Choice id of the fact `reason`. */
  readonly reason: string;
  readonly label: Text;
  /** What else it is called, and what it covers. */
  readonly covers?: Text;
  /** Order ids, in the vocabulary's order. */
  readonly orders: readonly string[];
}

/**
 * What can be checked by hand, the way a clinician thinks of it: the problem first, then its examinations. Made at build
 * from what the guidelines apply to; a reason that none speaks about is left out.
 */
export async function examinationsByReason(library: Library): Promise<readonly ReasonExaminations[]> {
  const definition = library.vocabulary.facts[REASON];
  if (definition?.type !== 'choice') return [];
  const found = await Promise.all(
    definition.choices.map(async ({ id, label, covers }): Promise<ReasonExaminations> => {
      const facts = new Map([[REASON, answeredFact([id])]]);
      const orders = Object.keys(library.vocabulary.orders);
      const spoken = await Promise.all(
        orders.map(async (order) =>
          (await assess(library, facts, order)).guidance.some(({ applies }) => applies === 'yes'),
        ),
      );
      return { reason: id, label, ...(covers ? { covers } : {}), orders: orders.filter((_, at) => spoken[at]) };
    }),
  );
  return found.filter(({ orders }) => orders.length > 0);
}
