import { describe, expect, test } from 'vitest';
import { answeredFact, answeredUnknown, type Fact, type KnownFact } from '../../../src/core/facts/fact.ts';
import type { FactDefinition } from '../../../src/core/schema/vocabulary.ts';
import { DOUBTS } from '../../../src/fhir/readers/reading-result.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import { factSentence } from '../../../src/i18n/fact-sentence.ts';
import { asPhrase, gapSentences, type Speech } from '../../../src/i18n/sentence.ts';
import { correctionSentence, overruledWords, sourceWords } from '../../../src/i18n/source-sentence.ts';
import { whyWords } from '../../../src/i18n/why-words.ts';

const DANISH: Speech = { words: da, language: 'da', later: whyWords.da };
const ENGLISH: Speech = { words: en, language: 'en', later: whyWords.en };
const base: { read: []; hints: []; none: 'unknown' } = { read: [], hints: [], none: 'unknown' };

const cancer: FactDefinition = {
  ...base,
  type: 'boolean',
  negative: false,
  label: { da: 'aktuel eller tidligere kræft', en: 'present or past cancer' },
};
const age: FactDefinition = {
  ...base,
  type: 'number',
  unit: 'year',
  min: 0,
  max: 120,
  step: 1,
  suggestions: [],
  label: { da: 'alder', en: 'age' },
};
const weeks: FactDefinition = { ...age, unit: 'week', label: { da: 'varighed', en: 'duration' } };
const weakness: FactDefinition = {
  ...base,
  type: 'choice',
  multiple: false,
  label: { da: 'kraftnedsættelse', en: 'weakness' },
  choices: [
    { id: 'none', label: { da: 'Ingen', en: 'None' } },
    { id: 'mild', label: { da: 'Let og stabil', en: 'Mild and stable' } },
  ],
};
const fromRecord: KnownFact = {
  known: true,
  value: true,
  provenance: {
    kind: 'record',
    references: [{ reference: 'Condition/1', display: 'Brystkræft UNS (DC509)', date: '2021-05-12' }],
  },
};
const known = (value: KnownFact['value']): Fact => answeredFact(value);
const label = (id: string): string => (id === 'age' ? 'alder' : id);

describe('a fact as a sentence', () => {
  test('has label and value in the language', () => {
    expect(factSentence(DANISH, cancer, fromRecord)).toBe('Aktuel eller tidligere kræft: ja');
    expect(factSentence(ENGLISH, cancer, fromRecord)).toBe('Present or past cancer: yes');
    expect(factSentence(DANISH, age, known(74))).toBe('Alder: 74 år');
    expect(factSentence(DANISH, weeks, known(1))).toBe('Varighed: 1 uge');
    expect(factSentence(DANISH, weeks, known(6))).toBe('Varighed: 6 uger');
    expect(factSentence(DANISH, weakness, known('mild'))).toBe('Kraftnedsættelse: Let og stabil');
  });

  test('says unknown, never no, when nothing is known', () => {
    expect(factSentence(DANISH, cancer, { known: false, reason: 'unknown' })).toBe(
      'Aktuel eller tidligere kræft: ukendt',
    );
  });
});

describe('where a fact comes from', () => {
  test("the record's own words and date", () => {
    expect(sourceWords(DANISH, fromRecord, label)).toBe('fra journalen: Brystkræft UNS (DC509), 12. maj 2021');
  });

  test('the order, the clinician, another fact', () => {
    const order: Fact = { known: true, value: true, provenance: { kind: 'order', references: [] } };
    const derived: Fact = { known: true, value: true, provenance: { kind: 'derived', from: ['age'] } };
    expect(sourceWords(DANISH, order, label)).toBe('fra henvisningen');
    expect(sourceWords(DANISH, known(true), label)).toBe('svaret her');
    expect(sourceWords(DANISH, derived, label)).toBe('følger af alder');
  });

  test('a record read completely without a find says so, and when', () => {
    const nothing: Fact = {
      known: true,
      value: false,
      provenance: { kind: 'record', references: [], searchedAt: '2026-11-01T10:00:00Z' },
    };
    expect(sourceWords(DANISH, nothing, label)).toBe('intet fundet i journalen, læst 1. november 2026');
  });

  test.each([
    ['unknown', 'ikke fundet i journalen', 'not found in the record'],
    ['not-asked', 'ikke oplyst', 'not given'],
    ['asked-unknown', 'vides ikke', 'not known'],
    ['error', 'ikke læst', 'not read'],
    ['unsupported', 'står i journalen, men kan ikke bruges', 'in the record, but cannot be used'],
  ] as const)('a fact that is unknown because of %s has its own words in both languages', (reason, danish, english) => {
    expect(sourceWords(DANISH, { known: false, reason }, label)).toBe(danish);
    expect(sourceWords(ENGLISH, { known: false, reason }, label)).toBe(english);
  });

  test('what could not be fetched is named as a clinician would, each once', () => {
    const unread: Fact = {
      known: false,
      reason: 'error',
      because: ['MedicationRequest', 'MedicationStatement', 'Condition'],
    };
    expect(sourceWords(DANISH, unread, label)).toBe('ikke læst: medicin og diagnoser kunne ikke hentes');
  });

  test.each(DOUBTS)('the doubt "%s" has words, and no technical reference is shown', (doubt) => {
    const fact: Fact = { known: false, reason: 'unsupported', because: [`${doubt}: Observation/42`] };
    expect(sourceWords(DANISH, fact, label)).not.toContain('Observation/42');
    expect(sourceWords(DANISH, fact, label)).toContain(': ');
  });

  test('an answer that overrules the record keeps what the record says', () => {
    const answered = answeredFact(false, fromRecord);
    expect(overruledWords(DANISH, cancer, answered, label)).toBe(
      'Journalen siger: ja (fra journalen: Brystkræft UNS (DC509), 12. maj 2021)',
    );
    expect(overruledWords(DANISH, cancer, fromRecord, label)).toBeNull();
  });

  test('a correction says what the record says, what says so, and what was answered instead', () => {
    expect(correctionSentence(DANISH, cancer, answeredFact(false, fromRecord))).toBe(
      'Aktuel eller tidligere kræft: journalen siger ja (Brystkræft UNS (DC509), 12. maj 2021). Du har svaret nej.',
    );
    expect(correctionSentence(ENGLISH, cancer, answeredUnknown(fromRecord))).toContain('Your answer is not known.');
    expect(correctionSentence(DANISH, cancer, answeredFact(true, fromRecord))).toBeNull();
    expect(correctionSentence(DANISH, cancer, known(true))).toBeNull();
  });

  test('that nothing was found is never said to be a no of the record', () => {
    const nothing: Fact = { known: true, value: false, provenance: { kind: 'record', references: [] } };
    const said = correctionSentence(DANISH, cancer, answeredFact(true, nothing));
    expect(said).toBe('Aktuel eller tidligere kræft: intet fundet i journalen. Du har svaret ja.');
  });
});

describe('what was not read', () => {
  test('is a sentence per part, each said once', () => {
    const gaps = [
      { resourceType: 'MedicationRequest', reason: 'not-granted' },
      { resourceType: 'MedicationStatement', reason: 'not-granted' },
      { resourceType: 'Observation', reason: 'cut-off' },
    ] as const;
    expect(gapSentences(DANISH, gaps)).toEqual([
      'Kunne ikke læses: medicin (der er ikke givet adgang).',
      'Kun delvist læst: målinger og prøvesvar (kun en del blev hentet).',
    ]);
  });
});

describe('a label inside a sentence', () => {
  test('loses its capital, but an abbreviation does not', () => {
    expect(asPhrase('Kendt kræft')).toBe('kendt kræft');
    expect(asPhrase('MR af hovedet')).toBe('MR af hovedet');
    expect(asPhrase('CRP')).toBe('CRP');
  });
});
