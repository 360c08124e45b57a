import { expect, test } from 'vitest';
import { NOTE_EXTENSION } from '../../../src/fhir/order-annotation.ts';
import { orderTexts } from '../../../src/fhir/order-text.ts';

test('the free text of an order is told with its place; our own note and what is coded alone are not', () => {
  expect(
    orderTexts({
      note: [{ text: 'Går dårligere.' }, { text: 'Beslutningsstøtte.', extension: [{ url: NOTE_EXTENSION }] }],
      reasonCode: [{ coding: [{ code: 'DM545' }] }, { text: 'Ondt i ryggen' }],
      orderDetail: [{ text: 'Med fleksion' }],
      patientInstruction: 'Mød fastende.',
    }),
  ).toEqual([
    { place: 'note', text: 'Går dårligere.' },
    { place: 'reason', text: 'Ondt i ryggen' },
    { place: 'detail', text: 'Med fleksion' },
    { place: 'patient', text: 'Mød fastende.' },
  ]);
});

test('an order without any, or with what is no text, has none', () => {
  expect(orderTexts({ note: [{ text: 7 }, 'x'], patientInstruction: '' })).toEqual([]);
});
