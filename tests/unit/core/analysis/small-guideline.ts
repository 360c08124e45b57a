import { type CompiledGuideline, compileGuideline } from '../../../../src/core/guideline/compile.ts';
import type { Library } from '../../../../src/core/guideline/library.ts';
import type { Condition, Guideline, Recommendation, Screen } from '../../../../src/core/schema/guideline.ts';
import type { Rating, Urgency } from '../../../../src/core/schema/rating.ts';
import type { FactDefinition } from '../../../../src/core/schema/vocabulary.ts';
import { FACTS } from '../decision/random-guideline.ts';

const text = { da: 'tekst', en: 'text' };

/** A rung in short: its id, when it holds, the ratings of MR and X-ray, and the hurry. */
export interface Rung {
  readonly id: string;
  readonly when: Condition;
  readonly mr?: Rating;
  readonly xr?: Rating;
  readonly urgency?: Urgency | null;
}

/** A guideline over the six facts of the random ones, as an author would write it; always applies unless told otherwise. */
export function smallGuideline(
  rungs: readonly Rung[],
  more: {
    readonly otherwise?: Omit<Rung, 'when'>;
    readonly appliesWhen?: Condition;
    readonly screens?: readonly Screen[];
    readonly facts?: Readonly<Record<string, FactDefinition>>;
    readonly document?: Partial<Guideline>;
  } = {},
): CompiledGuideline {
  const { id, ...last } = { id: 'nothing', ...more.otherwise };
  const document: Guideline = {
    id: 'small',
    version: '1.0.0',
    status: 'active',
    title: text,
    publisher: text,
    approval: null,
    notFor: [],
    appliesTo: { orders: ['mr', 'xr'], when: more.appliesWhen ?? ANYBODY },
    parameters: {},
    criteria: {},
    screens: [...(more.screens ?? [])],
    recommendations: rungs.map((rung) => ({ ...recommendation(rung.id, rung), when: rung.when })),
    otherwise: recommendation(id, { mr: 'not-appropriate', xr: 'not-appropriate', ...last }),
    evidence: {},
    ...more.document,
  };
  return compileGuideline(document, { facts: more.facts ?? FACTS, orders: {}, valueSets: {} });
}

export function libraryOf(...guidelines: readonly CompiledGuideline[]): Library {
  return { vocabulary: { facts: FACTS, orders: {}, valueSets: {} }, guidelines, quarantined: [] };
}

export function is(fact: string, value: boolean | string = true): Condition {
  return { fact, operator: 'equal', value };
}

const ANYBODY: Condition = { any: [is('fever'), { not: is('fever') }] };

function recommendation(id: string, { mr, xr, urgency = null }: Omit<Rung, 'id' | 'when'>): Recommendation {
  const ratings = { ...(mr ? { mr } : {}), ...(xr ? { xr } : {}) };
  return { id, title: text, ratings, urgency, say: text, do: [], evidence: [], disagrees: [] };
}
