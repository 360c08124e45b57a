import type { Facts, FactValue } from '../facts/fact.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import { createEvaluator, type Evaluation, type Evaluator } from './engine.ts';
import type { Guidance } from './guidance.ts';
import { justify } from './justification.ts';
import { createLadders, type Ladders, rule } from './ruling.ts';

/** One guideline made ready: engine, reach and ladders are built once and used for every patient. */
export interface Decider extends Ladders {
  readonly evaluate: Evaluator;
}

export function createDecider(guideline: CompiledGuideline): Decider {
  return { ...createLadders(guideline), evaluate: createEvaluator(guideline) };
}

/**
 * What one guideline says about the order (`rule`), confirmed by the engine and with its justification. Null when it does
 * not apply. Rejects when the engine fails or disagrees with the residual: then nothing may be decided.
 */
export async function decide(decider: Decider, facts: Facts, order: string): Promise<Guidance | null> {
  const values = knownValues(decider.guideline, facts);
  const ruling = rule(decider, values, order);
  if (!ruling) return null;
  const evaluation = await decider.evaluate(values);
  if (ruling.applies === 'yes') assertAgreement(decider, evaluation, ruling.reachable);
  return { ...ruling, justification: justify(decider, evaluation, facts, values, ruling) };
}

/** The values of the facts that a guideline uses; one that is not there is unknown. */
export function knownValues(guideline: CompiledGuideline, facts: Facts): ReadonlyMap<string, FactValue> {
  const values = new Map<string, FactValue>();
  for (const id of Object.keys(guideline.facts)) {
    const fact = facts.get(id);
    if (fact?.known) values.set(id, fact.value);
  }
  return values;
}

/** The engine's first certain rung, if there is one, must be what the residual found. */
function assertAgreement(decider: Decider, evaluation: Evaluation, outcomes: readonly string[]): void {
  for (const { id } of decider.guideline.rungs) {
    const truth = evaluation.rungs.get(id)?.truth;
    if (truth === 'false' && outcomes.includes(id)) throw new Error(`engine and residual disagree about "${id}"`);
    if (truth === 'unknown') return;
    if (truth === 'true') {
      if (outcomes.length !== 1 || outcomes[0] !== id) throw new Error(`engine and residual disagree about "${id}"`);
      return;
    }
  }
}
