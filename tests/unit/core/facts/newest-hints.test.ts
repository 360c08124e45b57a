import { expect, test } from 'vitest';
import { newestHints } from '../../../../src/core/facts/fact.ts';

test('what the record has beside a question stands newest first, the same words once, of their newest date', () => {
  const hint = (reference: string, display: string, date?: string) => ({
    reference,
    display,
    ...(date ? { date } : {}),
  });
  const hints = [
    hint('Procedure/1', 'MR af lænderyg', '2026-03-01'),
    hint('Condition/1', 'Cauda equina-syndrom'),
    hint('ImagingStudy/1', 'MR af lænderyg', '2026-03-02'),
    hint('Condition/2', 'Rodsmerter', '2026-05-01'),
  ];
  const said = newestHints({ known: false, reason: 'not-asked', hints });
  expect(said.map(({ reference }) => reference)).toEqual(['Condition/2', 'ImagingStudy/1', 'Condition/1']);
  expect(newestHints({ known: false, reason: 'not-asked' })).toEqual([]);
});
