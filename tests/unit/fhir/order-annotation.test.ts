import fc from 'fast-check';
import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/facts/answers.ts';
import type { FactDefinition } from '../../../src/core/schema/vocabulary.ts';
import {
  ANSWERS_EXTENSION,
  type AnnotatedOutcome,
  annotationExtensions,
  isSameOutcome,
  NOTE_EXTENSION,
  readAnnotation,
} from '../../../src/fhir/order-annotation.ts';
import { annotateOrder, updateOrder } from '../../../src/fhir/order-update.ts';

const TIME = '2026-11-01T09:00:00Z';
const text = { da: 'x', en: 'x' };
const base = { label: text, read: [], hints: [], none: 'unknown' as const };
const FACTS: Record<string, FactDefinition> = {
  fever: { ...base, type: 'boolean', negative: false },
  age: { ...base, type: 'number', unit: 'year', min: 0, max: 120, step: 1, suggestions: [] },
  'leg-weakness': {
    ...base,
    type: 'choice',
    multiple: false,
    choices: ['none', 'severe'].map((id) => ({ id, label: text })),
  },
  reason: {
    ...base,
    type: 'choice',
    multiple: true,
    choices: ['low-back-pain', 'other'].map((id) => ({ id, label: text })),
  },
};
const OUTCOME: AnnotatedOutcome = { verdict: 'appropriate', urgency: 'elective', recommendations: { spine: 'rung' } };
const draft: ServiceRequest = {
  resourceType: 'ServiceRequest',
  id: '1',
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p' },
};

function noted(extension: ReturnType<typeof annotationExtensions>): ServiceRequest {
  return { ...draft, note: [{ text: 'somebody else' }, { extension, time: TIME, text: 'ours' }] };
}

const values: readonly fc.Arbitrary<readonly [string, Answer]>[] = [
  fc.boolean().map((value) => ['fever', { value }] as const),
  fc.integer({ min: 0, max: 120 }).map((value) => ['age', { value }] as const),
  fc.constantFrom('none', 'severe').map((value) => ['leg-weakness', { value }] as const),
  fc.subarray(['low-back-pain', 'other'], { minLength: 1 }).map((value) => ['reason', { value }] as const),
  fc.constantFrom('fever', 'age', 'reason').map((id) => [id, 'not-known'] as const),
];

describe('what an order carries of ours', () => {
  test('decision, outcome and answers are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...values)), fc.constantFrom('kept', 'assessed', 'changed'), (given, kind) => {
        const answers = new Map(given);
        const read = readAnnotation(noted(annotationExtensions(kind, OUTCOME, answers)), FACTS);
        expect(read).toEqual({ kind, time: TIME, outcome: OUTCOME, answers });
      }),
    );
  });

  test('an order without our note carries nothing', () => {
    expect(readAnnotation({ ...draft, note: [{ text: 'somebody else' }] }, FACTS)).toBeNull();
    expect(readAnnotation(draft, FACTS)).toBeNull();
  });

  test.each([
    ['a fact nobody defined', { url: 'shoe-size', valueDecimal: 43 }],
    ['a value of another type', { url: 'fever', valueDecimal: 1 }],
    ['a number out of range', { url: 'age', valueDecimal: 121 }],
    ['a choice that is none', { url: 'leg-weakness', valueCode: 'purple' }],
    ['no value', { url: 'fever' }],
    ['a name everything inherits', { url: 'constructor', valueBoolean: true }],
  ])('an answer that is %s is asked again', (_, extension) => {
    const order = noted([
      { url: NOTE_EXTENSION, valueCode: 'kept' },
      { url: ANSWERS_EXTENSION, extension: [extension, { url: 'fever', valueBoolean: true }].slice(0, 1) },
    ]);
    expect(readAnnotation(order, FACTS)?.answers).toEqual(new Map());
  });

  test('a note of an unknown kind is none of ours', () => {
    expect(
      readAnnotation({ ...draft, note: [{ text: 'x', extension: [{ url: NOTE_EXTENSION, valueCode: 'x' }] }] }, FACTS),
    ).toBeNull();
  });
});

describe('whether an assessment says anything new', () => {
  test.each<[string, Partial<AnnotatedOutcome>, boolean]>([
    ['the same', {}, true],
    ['another verdict', { verdict: 'not-appropriate' }, false],
    ['more hurry', { urgency: 'same-day' }, false],
    ['another rung of the same guideline', { recommendations: { spine: 'other' } }, false],
    ['a guideline that did not speak about the former examination', { recommendations: { head: 'rung' } }, true],
  ])('%s', (_, change, same) => {
    expect(isSameOutcome(OUTCOME, { ...OUTCOME, ...change })).toBe(same);
  });
});

describe('annotating an order nobody has decided about', () => {
  const assessed = { note: 'Vurdering: Indiceret.', noteTime: TIME, outcome: OUTCOME };

  test('adds our note after the others and changes nothing else', () => {
    const order = { ...draft, note: [{ text: 'somebody else' }] };
    const { note, ...rest } = annotateOrder(order, assessed);
    const { note: before, ...same } = order;
    expect(rest).toEqual(same);
    expect(note).toHaveLength(2);
    expect(note?.[0]).toEqual(before[0]);
    expect(readAnnotation(annotateOrder(order, assessed), FACTS)?.kind).toBe('assessed');
  });

  test('replaces our earlier annotation', () => {
    const once = annotateOrder(draft, assessed);
    expect(annotateOrder(once, { ...assessed, note: 'Nyt' }).note).toMatchObject([{ text: 'Nyt' }]);
  });

  test('leaves a decision alone', () => {
    const decided = updateOrder(draft, { decision: { kind: 'accepted' }, note: 'Accepteret', noteTime: TIME });
    expect(annotateOrder(decided, assessed)).toBe(decided);
  });
});
