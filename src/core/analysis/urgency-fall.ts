import type { DiagramId } from '../decision/diagram.ts';
import { recommendationOf } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { isMoreUrgent } from '../schema/rating.ts';
import { type Patient, smallestPatients } from './product.ts';
import { conditionLadder, FAILS, HOLDS, type Space } from './space.ts';

/** An urgency that is shown while questions are open, and falls when they are answered. */
export interface UrgencyFall {
  /** The rung that certainly holds, and speaks while others above are open. */
  readonly shown: string;
  /** The less urgent rung above that is reached in the end. */
  readonly reached: string;
  /** The smallest patient who comes to that end; the rung shown holds in him too. */
  readonly patient: Patient;
}

/**
 * Patients in whom a rung holds and a less urgent one above it takes them. Where there is none, no urgency that is shown
 * while questions are open can fall. Null when a condition is too large.
 */
export function urgencyFalls(
  space: Space,
  guideline: CompiledGuideline,
  root: DiagramId,
): readonly UrgencyFall[] | null {
  const falls: UrgencyFall[] = [];
  for (const [index, { id, when }] of guideline.rungs.entries()) {
    const above = guideline.rungs.slice(0, index).filter((rung) => lessUrgent(guideline, rung.id, id));
    if (above.length === 0) continue;
    const condition = space.expand(conditionLadder(guideline, when));
    if (condition === null) return null;
    const names = new Set(above.map((rung) => rung.id));
    const found = smallestPatients(space, [root, condition], ([outcome = '', holds = FAILS]) =>
      holds === HOLDS && names.has(outcome) ? outcome : null,
    );
    for (const [reached, patient] of found) falls.push({ shown: id, reached, patient });
  }
  return falls;
}

function lessUrgent(guideline: CompiledGuideline, one: string, other: string): boolean {
  return isMoreUrgent(recommendationOf(guideline, other).urgency, recommendationOf(guideline, one).urgency);
}
