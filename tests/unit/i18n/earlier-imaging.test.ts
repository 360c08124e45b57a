import { expect, test } from 'vitest';
import type { EarlierExamination } from '../../../src/fhir/imaging/history.ts';
import { relatedImaging } from '../../../src/i18n/earlier-imaging.ts';

const MR: EarlierExamination = {
  members: [],
  references: [],
  state: 'done',
  doubts: [],
  display: 'MR-skanning af columna lumbalis',
  isPrivate: false,
};
const related = (examination: EarlierExamination) => ({
  examination,
  relation: 'same-examination' as const,
  regions: [],
});

test('earlier and booked imaging in a referral: what, where, when, and whether it is made yet; three at most', () => {
  const made = { ...MR, place: 'Prøvekøbing Røntgen', orderedOn: { text: '2026-05-01' } };
  const ordered = { ...MR, state: 'ordered' as const, orderedOn: { text: '2026-05-01' } };
  expect(relatedImaging([related(made as EarlierExamination), related(ordered as EarlierExamination)])).toEqual([
    'MR-skanning af columna lumbalis, Prøvekøbing Røntgen',
    'MR-skanning af columna lumbalis, bestilt 1. maj 2026',
  ]);
  expect(relatedImaging(Array.from({ length: 5 }, () => related(MR)))).toHaveLength(3);
});
