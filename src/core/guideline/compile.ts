import type { Guideline, Operator } from '../schema/guideline.ts';
import type { FactDefinition } from '../schema/vocabulary.ts';

/** A condition with criteria inlined (their id kept as `name`) and parameters replaced by their numbers. */
export type ResolvedCondition =
  | { readonly all: readonly ResolvedCondition[]; readonly name?: string }
  | { readonly any: readonly ResolvedCondition[]; readonly name?: string }
  | { readonly not: ResolvedCondition; readonly name?: string }
  | ResolvedLeaf;

export interface ResolvedLeaf {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: boolean | number | string | readonly string[];
  readonly name?: string;
}

/** A guideline ready to decide: conditions resolved once, and the facts it can need. */
export interface CompiledGuideline {
  readonly document: Guideline;
  /** Definitions of the facts its conditions use, by id. */
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly appliesWhen: ResolvedCondition;
  readonly criteria: Readonly<Record<string, ResolvedCondition>>;
  /** The ladder, in order, without the last rung. */
  readonly rungs: readonly { readonly id: string; readonly when: ResolvedCondition }[];
}
