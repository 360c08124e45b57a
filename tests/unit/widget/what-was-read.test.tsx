import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import { SpeechContext } from '../../../src/ui/speech-context.ts';
import { WhatWasRead } from '../../../src/widget/what-was-read.tsx';

const reading = {
  at: '2026-11-28T09:05:00',
  parts: [
    { resourceType: 'Condition', count: 12, uncoded: [] },
    { resourceType: 'MedicationStatement', count: 1, uncoded: Array.from({ length: 14 }, (_, n) => `Medicin ${n}`) },
    { resourceType: 'Procedure', count: 0, uncoded: [] },
    {
      resourceType: 'Observation',
      count: 0,
      uncoded: [],
      sought: [{ fact: 'fever', label: { da: 'Feber', en: 'Fever' }, within: { days: 7 } }],
    },
    { resourceType: 'ServiceRequest', count: 0, uncoded: [] },
  ],
  gaps: [{ resourceType: 'MedicationRequest', reason: 'failed' as const, status: 500 }],
  hasDraft: true,
};

function textIn(language: 'da' | 'en'): string {
  const speech = {
    language,
    words: language === 'da' ? da : en,
    text: (text: { da: string; en: string }) => text[language],
  };
  const markup = render(
    <SpeechContext.Provider value={speech}>
      <WhatWasRead reading={reading} />
    </SpeechContext.Provider>,
  );
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

test('what was read, when, how many, and what was not, in Danish', () => {
  const text = textIn('da');
  expect(text).toContain('Læst i journalen (13 poster, 1 del ikke læst)');
  expect(text).toContain('Læst 28. november 2026 kl. 09.05');
  expect(text).toContain('Diagnoser: 12 poster');
  expect(text).toContain('Operationer og procedurer: ingen fundet');
  expect(text).toContain(
    'Målinger og prøvesvar: ingen af de målinger og svar, der søges efter: feber (højst 7 dage gammel)',
  );
  expect(text).toContain('Henvisninger: ingen andre end denne');
  expect(text).toMatch(/Ordineret medicin: ikke læst/);
  expect(text).toContain('»Medicin 11«, og 2 til');
});

test('and in English', () => {
  const text = textIn('en');
  expect(text).toContain('Read in the record (13 entries, 1 part not read)');
  expect(text).toContain('Medicines stated: 1 entry');
});
