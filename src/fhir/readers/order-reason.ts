import type { ValueSet } from '../../core/guideline/library.ts';
import type { Reading, Within } from '../../core/schema/vocabulary.ts';
import { displayOf } from '../coding.ts';
import { conditionTime, verification, within } from '../condition-status.ts';
import { timeAt } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf, textAt } from '../element.ts';
import { draftOf, incompleteTypes, referenceTo, resolve } from '../record.ts';
import { literalReference } from '../reference.ts';
import { codingInValueSet } from '../value-set.ts';
import {
  allVerdicts,
  hintsOf,
  type Judgement,
  missingValueSet,
  openResult,
  type ReadingInput,
  type ReadingResult,
  recordReference,
  resultOf,
  type Verdict,
} from './reading-result.ts';

type OrderReasonReading = Extract<Reading, { reader: 'order-reason' }>;

/**
 * The reasons the draft gives, as choices: from reasonCode, and from the Conditions that reasonReference points at. A
 * suspicion is a reason; a refuted diagnosis is none. A choice with `within` needs a fresh code: a reasonCode is as old
 * as the order it stands on, and as new as now where the order is undated.
 */
export function readOrderReason(reading: OrderReasonReading, input: ReadingInput): ReadingResult {
  const unresolved = reasonConditions(input).unresolved;
  const found: { readonly choice: string; readonly judgement: Judgement }[] = [];
  for (const [choice, id] of Object.entries(reading.choices)) {
    const valueSet = entryOf(input.vocabulary.valueSets, id);
    if (valueSet === undefined) return missingValueSet(id);
    const judgements = judgementsOf(input, valueSet, entryOf(reading.within, choice));
    found.push(...judgements.map((judgement) => ({ choice, judgement })));
  }
  const yes = found.filter(({ judgement }) => judgement.verdict.truth === 'true');
  const unclear = found.filter(({ judgement }) => judgement.verdict.truth === 'unknown');
  const hints = hintsOf(unclear.map(({ judgement }) => judgement));
  if (yes.length === 0) return openResult([...unclear.map(({ judgement }) => judgement), ...unresolved], hints);
  const value = [...new Set(yes.map(({ choice }) => choice))];
  return { kind: 'hit', value, source: 'order', references: yes.map(({ judgement }) => judgement.reference), hints };
}

/** Whether the order's own reason is in the value set. */
export function readReason(
  { valueSet: id, gives }: Extract<Reading, { reader: 'reason' }>,
  input: ReadingInput,
): ReadingResult {
  const valueSet = entryOf(input.vocabulary.valueSets, id);
  if (valueSet === undefined) return missingValueSet(id);
  return resultOf([...judgementsOf(input, valueSet), ...reasonConditions(input).unresolved], gives);
}

function judgementsOf(input: ReadingInput, valueSet: ValueSet, period?: Within): readonly Judgement[] {
  const named = reasonConditions(input).conditions;
  return [
    ...reasonCodeJudgements(input, valueSet, period),
    ...named.flatMap((condition) => judgeNamed(condition, valueSet, period, input)),
  ];
}

/** The order's reasonCodes that belong to the value set. */
export function reasonCodeJudgements(
  { context, now }: ReadingInput,
  valueSet: ValueSet,
  period?: Within,
): readonly Judgement[] {
  const order = draftOf(context);
  if (order === undefined) return [];
  const written = timeAt(order, 'authoredOn');
  const verdict: Verdict = written === undefined ? { truth: 'true' } : within(written, period, now);
  return elementsAt(order, 'reasonCode').flatMap((concept) => {
    const coding = codingInValueSet(concept, valueSet);
    if (coding === undefined) return [];
    return [{ verdict, source: 'order', reference: recordReference(order, displayOf(concept, coding), written) }];
  });
}

interface NamedCondition {
  readonly condition: Element;
  /** How the order or the record can be asked for it. */
  readonly reference: string;
}

/** The Conditions that the order's reasonReference points at, and those of them that were not read. */
export function reasonConditions({ context }: ReadingInput): {
  readonly conditions: readonly NamedCondition[];
  readonly unresolved: readonly Judgement[];
} {
  const order = draftOf(context);
  const conditions: NamedCondition[] = [];
  const unresolved: Judgement[] = [];
  if (order === undefined) return { conditions, unresolved };
  const incomplete = incompleteTypes(context, ['Condition']).length > 0;
  for (const pointer of elementsAt(order, 'reasonReference')) {
    const condition = resolve(context, order, pointer, 'Condition');
    const text = textAt(pointer, 'reference') ?? '';
    if (condition !== undefined) {
      const contained = text.startsWith('#');
      conditions.push({ condition, reference: contained ? `${referenceTo(order)}${text}` : referenceTo(condition) });
    } else if (literalReference(text)?.type === 'Condition') {
      const unread = incomplete ? { unread: 'Condition' } : {};
      const reference = { reference: text, display: textAt(pointer, 'display') ?? text };
      unresolved.push({ verdict: { truth: 'unknown', doubt: 'reference-unread', ...unread }, reference });
    }
  }
  return { conditions, unresolved };
}

function judgeNamed(
  { condition, reference }: NamedCondition,
  valueSet: ValueSet,
  period: Within | undefined,
  { now }: ReadingInput,
): readonly Judgement[] {
  const coding = codingInValueSet(elementAt(condition, 'code'), valueSet);
  if (coding === undefined) return [];
  const time = conditionTime(condition);
  const verified = verification(condition);
  const suspected: Verdict =
    verified.truth === 'unknown' && verified.doubt === 'unconfirmed' ? { truth: 'true' } : verified;
  const verdict = allVerdicts([suspected, within(time, period, now)]);
  const shown = { ...recordReference(condition, displayOf(condition.code, coding), time), reference };
  return [{ verdict, source: 'order', reference: shown }];
}
