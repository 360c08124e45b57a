import type { RecordReference } from '../../core/facts/fact.ts';
import type { ImagingRules } from '../../core/guideline/imaging-rules.ts';
import type { Coding } from '../../core/schema/vocabulary.ts';
import { codingsOf, comparableCodings, displayOf } from '../coding.ts';
import { clinicalState, conditionTime, verification } from '../condition-status.ts';
import type { ReferralContext } from '../context.ts';
import { momentOf } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf, isElement, textAt } from '../element.ts';
import { latestFirst, recordReference } from '../readers/reading-result.ts';
import { draftOf, incompleteTypes, resolve, resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';

/** What a draft's reason lacks: everything; a code; or a code that tells something. */
export type ReasonLack = 'none' | 'text-only' | 'unspecific';

/** A reason that can be put on the order. */
export interface OfferedReason {
  /** One code in each of the site's systems; the first is shown. */
  readonly codings: readonly Coding[];
  /** The problem it comes from; absent for one of the short list. */
  readonly from?: RecordReference;
  /** Words of the short list, both languages. */
  readonly label?: { readonly da: string; readonly en: string };
}

/** A draft without a reason that tells anything, and what could stand there instead. */
export interface UnspecificReason {
  readonly lack: ReasonLack;
  /** What stands there now, in the record's words. */
  readonly now: readonly string[];
  /** The patient's own active problems first, then the short list of the examination. */
  readonly offered: readonly OfferedReason[];
  /** The problems could not be read completely. */
  readonly problemsUnread: boolean;
}

/** The patient's problems that are offered at most: more is a record, not a choice. */
const PROBLEMS_OFFERED = 8;

/**
 * What is wrong with the draft's reason; null where it gives one. A code that nobody knows is a reason: it is not ours to
 * judge. A reason only in words is shown, never guessed at.
 */
export function unspecificReason(
  context: ReferralContext,
  rules: ImagingRules,
  order: string | null,
  now: string,
): UnspecificReason | null {
  const draft = draftOf(context);
  if (draft === undefined || rules.site.leaveOut.some(({ finding }) => finding === 'unspecific-reason')) return null;
  const lack = lackOf(draft, context, rules);
  if (lack === null) return null;
  const problems = activeProblems(context, rules, now).slice(0, PROBLEMS_OFFERED);
  return {
    lack,
    now: elementsAt(draft, 'reasonCode').map((concept) => displayOf(concept, undefined)),
    offered: [
      ...problems,
      ...shortList(rules, order).filter((one) => !problems.some((problem) => isSame(problem, one))),
    ],
    problemsUnread: incompleteTypes(context, ['Condition']).length > 0,
  };
}

function lackOf(draft: Element, context: ReferralContext, rules: ImagingRules): ReasonLack | null {
  const named = elementsAt(draft, 'reasonReference');
  const conditions = named.map((reference) => resolve(context, draft, reference, 'Condition'));
  // What a reference points at may give a reason even where it was not read.
  if (conditions.some((condition) => condition === undefined)) return null;
  const concepts = [...elementsAt(draft, 'reasonCode'), ...conditions.map((condition) => condition?.code)].filter(
    isElement,
  );
  const coded = concepts.filter((concept) => elementsAt(concept, 'coding').some((coding) => textAt(coding, 'code')));
  if (coded.some((concept) => !isUnspecific(concept, rules))) return null;
  if (coded.length > 0) return 'unspecific';
  return concepts.length > 0 ? 'text-only' : 'none';
}

/** Any of several codings is enough to tell something. */
function isUnspecific(concept: Element, { reasons, valueSets }: ImagingRules): boolean {
  const valueSet = entryOf(valueSets, reasons.unspecific.valueSet);
  const codings = elementsAt(concept, 'coding');
  return (
    valueSet !== undefined && codings.every((coding) => codingInValueSet({ coding: [coding] }, valueSet) !== undefined)
  );
}

/** Confirmed or unmarked conditions that are active, with a code; from the problem list first, then newest first. */
function activeProblems(context: ReferralContext, rules: ImagingRules, now: string): readonly OfferedReason[] {
  const moment = momentOf(now);
  const active = resourcesOf(context, 'Condition').filter((condition) => {
    const concept = elementAt(condition, 'code');
    if (codingsOf(concept).length === 0 || concept === undefined || isUnspecific(concept, rules)) return false;
    return verification(condition).truth === 'true' && clinicalState(condition, 'active', moment).truth === 'true';
  });
  const references = active.map((condition) => ({
    condition,
    ...recordReference(condition, displayOf(condition.code, undefined), conditionTime(condition)),
  }));
  const sorted = latestFirst(references);
  const ranked = [
    ...sorted.filter(({ condition }) => isOnProblemList(condition)),
    ...sorted.filter(({ condition }) => !isOnProblemList(condition)),
  ];
  const offered = ranked.map(({ condition, ...from }) => ({ codings: codingsOf(condition.code), from }));
  return offered.filter((one, at) => offered.findIndex((other) => isSame(one, other)) === at);
}

function isOnProblemList(condition: Element): boolean {
  return elementsAt(condition, 'category').some((category) =>
    elementsAt(category, 'coding').some(({ code }) => code === 'problem-list-item'),
  );
}

/** In the systems that the site writes; a reason that has no code in any of them is not offered. */
function shortList({ reasons, site }: ImagingRules, order: string | null): readonly OfferedReason[] {
  const listed = order === null ? undefined : entryOf(reasons.orders, order);
  return (listed ?? []).flatMap(({ label, codings }) => {
    const written = site.reasonSystems.flatMap((system) => codings.filter((coding) => coding.system === system));
    return written.length === 0 ? [] : [{ codings: written, label }];
  });
}

function isSame(one: OfferedReason, other: OfferedReason): boolean {
  const keys = ({ codings }: OfferedReason): readonly string[] =>
    comparableCodings({ coding: codings }).map(({ normal }) => `${normal.system}|${normal.code}`);
  const own = keys(one);
  return keys(other).some((key) => own.includes(key));
}

/** The choice of `reason` that a chosen code stands for, by the value sets of the fact's reading; undefined where none does. */
export function choiceOf(
  codings: readonly Coding[],
  choices: Readonly<Record<string, string>>,
  valueSets: ImagingRules['valueSets'],
): string | undefined {
  return Object.entries(choices).find(([, id]) => {
    const valueSet = entryOf(valueSets, id);
    return valueSet !== undefined && codingInValueSet({ coding: codings }, valueSet) !== undefined;
  })?.[0];
}
