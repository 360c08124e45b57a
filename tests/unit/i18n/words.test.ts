import { describe, expect, test } from 'vitest';
import { byHandWords } from '../../../src/i18n/by-hand-words.ts';
import { contactWords } from '../../../src/i18n/contact-words.ts';
import { copyWords } from '../../../src/i18n/copy-words.ts';
import { da } from '../../../src/i18n/da.ts';
import { decisionWords } from '../../../src/i18n/decision-words.ts';
import { editWords } from '../../../src/i18n/edit-words.ts';
import { en } from '../../../src/i18n/en.ts';
import { imagingWords } from '../../../src/i18n/imaging-words.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { leafletWords, patientPanelWords } from '../../../src/i18n/leaflet-words.ts';
import { newDraftWords } from '../../../src/i18n/new-draft-words.ts';
import { originWords } from '../../../src/i18n/origin-words.ts';
import { OMISSION_REASONS, OVERRIDE_REASON_SYSTEM, overrideReasonsFor } from '../../../src/i18n/override-reasons.ts';
import { referralWords } from '../../../src/i18n/referral-words.ts';
import { roleWords } from '../../../src/i18n/role-words.ts';
import { stageWords } from '../../../src/i18n/stage-words.ts';
import { supplementWords } from '../../../src/i18n/supplement-words.ts';
import { whyWords } from '../../../src/i18n/why-words.ts';

/** Every word by its path; a function by what it says of an example. */
function wordsByPath(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, String(value(3, '9', '12'))]]);
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither a word nor a group of words`);
  return new Map(Object.entries(value).flatMap(([key, kid]) => [...wordsByPath(kid, `${path}/${key}`)]));
}

/** Words that are rightly the same in both languages. */
const SAME_IN_BOTH = [
  '/first/app',
  '/first/patient/cpr',
  '/first/patient/heading',
  '/decision/saved/status',
  '/first/unit/count',
  '/first/version',
  '/decision/decision/previewCode',
  '/decision/element/status',
];

/** Words of what is opened beside the guidance, by part. */
function besideWords(language: Language) {
  return {
    supplement: supplementWords[language],
    referral: referralWords[language],
    copy: copyWords[language],
    edit: editWords[language],
    byHand: byHandWords[language],
    newDraft: newDraftWords[language],
    contact: contactWords[language],
    role: roleWords[language],
    leaflet: leafletWords[language],
    patient: patientPanelWords[language],
    imaging: imagingWords[language],
    origin: originWords[language],
  };
}

/** The words of the first view, and those that are fetched later, by part. */
const ALL = {
  da: { first: da, stage: stageWords.da, why: whyWords.da, decision: decisionWords.da, beside: besideWords('da') },
  en: { first: en, stage: stageWords.en, why: whyWords.en, decision: decisionWords.en, beside: besideWords('en') },
};

describe('the words of the app', () => {
  const danish = wordsByPath(ALL.da);
  const english = wordsByPath(ALL.en);

  test('Danish and English have the same words, none of them empty', () => {
    expect(danish.size).toBeGreaterThan(200);
    expect([...english.keys()].sort()).toEqual([...danish.keys()].sort());
    const empty = [...danish, ...english].filter(
      ([path, words]) => words.trim() === '' && path !== '/first/unit/count',
    );
    expect(empty).toEqual([]);
  });

  test('nothing is left in the other language', () => {
    const same = [...danish].filter(([path, words]) => english.get(path) === words).map(([path]) => path);
    expect(same.filter((path) => !SAME_IN_BOTH.includes(path))).toEqual([]);
  });

  test.each([
    ['Danish', ALL.da],
    ['English', ALL.en],
  ])('every failure has a title, says what happened and what to do now, in %s', (_, words) => {
    const failures = [
      ...Object.values(words.stage.failure),
      ...Object.values(words.decision.save),
      ...Object.values(words.beside.newDraft.failure),
    ];
    expect(failures).toHaveLength(27);
    for (const { title, text, next } of failures) {
      expect(title.length).toBeGreaterThan(5);
      expect(text).toMatch(/\.$/);
      expect(next).toMatch(/\.$/);
    }
  });

  test('the six verdicts have the words of the guideline pages', () => {
    expect(Object.values(da.verdict)).toEqual([
      'Indiceret',
      'Kan overvejes',
      'Anbefales ikke',
      'Ingen faglig standard',
      'Ikke omfattet',
      'Mangler oplysninger',
    ]);
  });

  test('"not covered" never sounds like advice for or against', () => {
    expect(whyWords.da.verdictMeaning['no-criteria-apply']).toContain('intet for eller imod');
  });
});

describe('override reasons', () => {
  /** Codes of HL7's CodeSystem non-adherence-reason-codes (CDS Hooks, 3.0.0-ballot) that are used here. */
  const KNOWN = [
    'patient-ineligible',
    'action-completed',
    'action-unsuccessful',
    'prefers-alternative',
    'need-more-info',
    'expert-contradicts',
    'policy-contradicts',
    'risk-benefit-ratio',
    'patient-contraindication',
    'patient-refuses',
    'service-not-available',
  ];

  test.each(['may-be-appropriate', 'not-appropriate', 'no-standard', 'undetermined'] as const)(
    'there are a few, each once and in both languages, for keeping an order that is %s',
    (verdict) => {
      const reasons = overrideReasonsFor(verdict);
      expect(reasons.length).toBeGreaterThanOrEqual(3);
      expect(reasons.length).toBeLessThanOrEqual(8);
      expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
      for (const { code, label } of reasons) {
        expect(KNOWN).toContain(code);
        expect(label.da).not.toBe(label.en);
      }
    },
  );

  test('another examination can be contraindicated or not to be had; doing without can have been tried', () => {
    const codes = (instead: 'examination' | 'no-examination') =>
      overrideReasonsFor('not-appropriate', instead).map(({ code }) => code);
    expect(codes('examination')).toEqual(expect.arrayContaining(['patient-contraindication', 'service-not-available']));
    expect(codes('no-examination')).toContain('action-unsuccessful');
    expect(codes('no-examination')).not.toContain('service-not-available');
  });

  test('there are a few for leaving out what is supported', () => {
    expect(OMISSION_REASONS.length).toBeLessThanOrEqual(5);
    for (const { code } of OMISSION_REASONS) expect(KNOWN).toContain(code);
  });

  test("they are HL7's codes", () => {
    expect(OVERRIDE_REASON_SYSTEM).toBe('http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes');
  });
});
