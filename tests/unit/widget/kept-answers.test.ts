import type { ServiceRequest } from 'fhir/r4';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/facts/answers.ts';
import { KEPT_FOR, type KeptCase, keptCase, openKeptAnswers } from '../../../src/widget/kept-answers.ts';
import { memoryStorage } from '../memory-storage.ts';
import { draftOf, shippedLibrary } from './fake-session.ts';

const library = await shippedLibrary();
const { facts } = library.vocabulary;
const anna = { issuer: 'https://ehr.example/fhir', patientId: 'anna' };
const answers = new Map<string, Answer>([
  ['cauda-equina-signs', { value: false }],
  ['pain-duration-weeks', { value: 8 }],
  ['reason', { value: ['low-back-pain'] }],
  ['cord-signs', 'not-known'],
]);
const typed = { choice: { kind: 'kept' }, reasonCode: 'expert-contradicts', words: 'Aftalt.' } as const;

let sessionStorage: Storage;
let now: number;
beforeEach(() => {
  sessionStorage = memoryStorage();
  now = Date.parse('2026-11-01T12:41:00+01:00');
});

function kept() {
  const opened = openKeptAnswers({ sessionStorage }, () => now);
  if (opened === null) throw new Error('the fake storage keeps nothing');
  return opened;
}

function caseOf({
  order = draftOf().order,
  owner = anna,
  examination = 'mr-lumbar-spine',
  rules = library,
} = {}): KeptCase {
  const about = keptCase(owner, order, rules, examination);
  if (about === null) throw new Error('a draft with an id is a case');
  return about;
}

const changed = (change: Partial<ServiceRequest>) => ({ order: draftOf(change).order });
const newer = {
  ...library,
  guidelines: library.guidelines.map((one) => ({ ...one, document: { ...one.document, version: '99.0.0' } })),
};

describe('answers that were kept', () => {
  test('are given back for the very same case, as they were given, with the time of the last of them', () => {
    const overruled = new Map([['pain-duration-weeks', '2']]);
    kept().keep(caseOf(), { answers, typed, at: now, overruled });
    now += 60_000;
    expect(kept().recall(caseOf(), facts)).toEqual({ answers, typed, at: now - 60_000, overruled });
  });

  test('are given back for the same draft at another version: somebody wrote in it, but it is for the same', () => {
    kept().keep(caseOf(), { answers, typed: null, at: now });
    const later = changed({ note: [{ text: 'Ring til patienten.' }], priority: 'urgent' });
    expect(kept().recall(caseOf(later), facts)?.answers).toEqual(answers);
  });

  test.each<[string, KeptCase]>([
    ['another patient', caseOf({ owner: { ...anna, patientId: 'bo' } })],
    ['a patient whose id begins alike', caseOf({ owner: { ...anna, patientId: 'ann' } })],
    [
      'a patient of the same id in another record system',
      caseOf({ owner: { ...anna, issuer: 'https://other.example' } }),
    ],
    ['another draft of the same patient', caseOf(changed({ id: 'draft-2' }))],
    ['another examination on the draft', caseOf(changed({ code: { text: 'CT' } }))],
    ['another reason on the draft', caseOf(changed({ reasonCode: [{ text: 'Fald' }] }))],
    ['a reason by reference', caseOf(changed({ reasonReference: [{ reference: 'Condition/1' }] }))],
    ['another version of a guideline', caseOf({ rules: newer })],
  ])('never for %s, and then they are gone', (_, other) => {
    kept().keep(caseOf(), { answers, typed, at: now });
    expect(kept().recall(other, facts)).toBeNull();
    expect(Object.keys(sessionStorage)).toEqual([]);
    expect(kept().recall(caseOf(), facts)).toBeNull();
  });

  test('last two hours, and not from a clock that is ahead', () => {
    const from = now;
    kept().keep(caseOf(), { answers, typed: null, at: from });
    now = from + KEPT_FOR - 1;
    expect(kept().recall(caseOf(), facts)?.answers.size).toBe(4);
    now = from + KEPT_FOR;
    expect(kept().recall(caseOf(), facts)).toBeNull();
    kept().keep(caseOf(), { answers, typed: null, at: now + 1 });
    expect(kept().recall(caseOf(), facts)).toBeNull();
  });

  test('are left out one by one where they are none of the fact’s values any more', () => {
    const odd = new Map<string, Answer>([
      ['cauda-equina-signs', { value: 'maybe' }],
      ['pain-duration-weeks', { value: -1 }],
      ['constructor', { value: true }],
      ['cord-signs', { value: true }],
    ]);
    kept().keep(caseOf(), { answers: odd, typed: null, at: now });
    expect(kept().recall(caseOf(), facts)?.answers).toEqual(new Map([['cord-signs', { value: true }]]));
  });

  test.each(['', '{', 'null', '[]', '{"at":"now","answers":[]}', '{"at":1,"answers":{}}'])(
    'are none where %j stands in their place',
    (content) => {
      kept().keep(caseOf(), { answers, typed, at: now });
      const [key = ''] = Object.keys(sessionStorage);
      sessionStorage.setItem(key, content);
      expect(kept().recall(caseOf(), facts)).toBeNull();
    },
  );

  test('go with whatever is of another patient, and nothing else goes', () => {
    const bo = caseOf({ owner: { ...anna, patientId: 'bo' } });
    sessionStorage.setItem('indikation.launch.k1', '{}');
    kept().keep(caseOf(), { answers, typed, at: now });
    kept().keep(bo, { answers, typed, at: now });
    kept().dropOthers(anna);
    expect(Object.keys(sessionStorage)).toHaveLength(2);
    expect(kept().recall(caseOf(), facts)).not.toBeNull();
    kept().dropAll();
    expect(Object.keys(sessionStorage)).toEqual(['indikation.launch.k1']);
  });
});

describe('a browser that keeps nothing', () => {
  test('blocks the storage, or has no room: it is told that nothing is kept', () => {
    const blocked = {
      get sessionStorage(): Storage {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    };
    expect(openKeptAnswers(blocked)).toBeNull();
    const full = kept();
    sessionStorage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(full.keep(caseOf(), { answers, typed, at: now })).toBe(false);
  });

  test('an examination that is only being considered has no draft to keep answers for', () => {
    const { id: _id, ...considered } = draftOf().order;
    expect(keptCase(anna, considered, library, 'mr-lumbar-spine')).toBeNull();
  });
});
