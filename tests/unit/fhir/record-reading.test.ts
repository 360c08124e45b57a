import { expect, test } from 'vitest';
import { recordReading } from '../../../src/fhir/record-reading.ts';
import { condition, record, request, shipped } from './record.ts';

const AT = '2026-06-01T12:00:00+02:00';

test('what was read is told by type with its number, once, and what was not beside it', () => {
  const searches = [
    { resourceType: 'Condition', count: 2, at: AT },
    { resourceType: 'Condition', count: 1, at: AT },
    { resourceType: 'Procedure', count: 0, at: AT },
  ];
  const gaps = [{ resourceType: 'Observation', reason: 'timed-out' as const }];
  expect(recordReading(record([], { searches, gaps }))).toEqual({
    at: AT,
    parts: [
      { resourceType: 'Condition', count: 2, uncoded: [] },
      { resourceType: 'Procedure', count: 0, uncoded: [] },
    ],
    gaps,
    hasDraft: true,
  });
});

test('what has words and no code is named, each once, since nothing is guessed from words', () => {
  const marevan = request('x', { medicationCodeableConcept: { text: 'Marevan 2,5 mg' } });
  const resources = [
    marevan,
    { ...marevan, id: 'again' },
    request('B01AA03'),
    condition('x', { code: { text: 'Ondt i ryggen' } }),
  ];
  const searches = ['Condition', 'MedicationRequest'].map((resourceType) => ({ resourceType, count: 3, at: AT }));
  expect(recordReading(record(resources, { searches })).parts.map(({ uncoded }) => uncoded)).toEqual([
    ['Ondt i ryggen'],
    ['Marevan 2,5 mg'],
  ]);
});

test('nothing searched has no time', () => {
  expect(recordReading(record())).toMatchObject({ at: null, parts: [], gaps: [] });
});

test('measurements are searched by their codes: what is sought is named, with how old it may be', () => {
  const { vocabulary } = shipped;
  const searches = [{ resourceType: 'Observation', count: 0, at: AT }];
  const { 'fever-or-raised-markers': fever, age } = vocabulary.facts;
  if (!fever || !age) throw new Error('the vocabulary has changed');
  const [observations] = recordReading(record([], { searches }), { fever, age }).parts;
  expect(observations?.sought).toEqual([{ fact: 'fever', label: fever.label, within: { days: 7 } }]);
});
