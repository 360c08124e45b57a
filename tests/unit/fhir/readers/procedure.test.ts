import { describe, expect, test } from 'vitest';
import { concept, factFrom, type Loose, outcome, record, SKS } from '../record.ts';

const procedure = (code: string, over: Record<string, unknown> = {}): Loose => ({
  resourceType: 'Procedure',
  id: 'pr1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  code: concept(SKS, code, 'Fjernelse af lumbal diskusprolaps'),
  performedDateTime: '2018-04-05',
  ...over,
});
const surgery = (resource: Loose) => factFrom('prior-lumbar-surgery', record([resource]));

describe('an earlier operation of the lumbar spine', () => {
  test('counts when completed, with its date', () => {
    expect(surgery(procedure('KABC16'))).toMatchObject({
      known: true,
      value: true,
      provenance: {
        references: [
          { reference: 'Procedure/pr1', display: 'Fjernelse af lumbal diskusprolaps (KABC16)', date: '2018-04-05' },
        ],
      },
    });
    expect(outcome(surgery(procedure('KABC16+KZXX00')))).toBe(true);
  });

  test('another operation does not', () => {
    expect(outcome(surgery(procedure('KABC20')))).toBe('unknown');
  });

  test.each(['not-done', 'entered-in-error', 'preparation'])('%s never counts', (status) => {
    expect(surgery(procedure('KABC16', { status }))).toEqual({ known: false, reason: 'unknown' });
  });

  test.each(['in-progress', 'stopped', 'unknown', undefined])('%s does not decide', (status) => {
    expect(outcome(surgery(procedure('KABC16', { status })))).toBe('unsupported');
  });
});
