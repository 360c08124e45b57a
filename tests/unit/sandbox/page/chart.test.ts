import { readFileSync } from 'node:fs';
import type { Bundle, FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { type ChartLine, readChart } from '../../../../sandbox/page/record/chart.ts';

function chartOf(person: string) {
  const file = new URL(`../../../../sandbox/people/${person}.json`, import.meta.url);
  const bundle = JSON.parse(readFileSync(file, 'utf8')) as Bundle;
  return readChart((bundle.entry ?? []).flatMap((entry) => (entry.resource as FhirResource | undefined) ?? []));
}
const named = (lines: readonly ChartLine[], id: string) => lines.find((line) => line.id === id);

describe('the chart', () => {
  test('shows a stopped medicine as stopped, and an active one without a word', () => {
    const stopped = chartOf('stopped-prednisolone').medicines;
    const active = chartOf('long-term-prednisolone').medicines;
    expect(named(stopped, 'stopped-prednisolone-prednisolone')?.past).toBe('stoppet');
    expect(named(active, 'long-term-prednisolone-prednisolone')).toMatchObject({
      title: 'prednisolon',
      detail: 'ATC H02AB06 · 10 mg daglig',
      date: 'fra 20. maj 2026',
      past: '',
    });
  });

  test('shows what was entered in error or refuted as such, after what is current', () => {
    const { problems } = chartOf('faulty-record');
    expect(named(problems, 'faulty-record-cancer-entered-in-error')?.past).toBe('fejlregistreret');
    expect(named(problems, 'faulty-record-cancer-refuted')?.past).toBe('afkræftet');
    const firstPast = problems.findIndex((line) => line.past !== '');
    expect(problems.slice(firstPast).every((line) => line.past !== '')).toBe(true);
  });

  test('says that a suspicion is unconfirmed', () => {
    const { problems } = chartOf('ankylosing-hint');
    expect(named(problems, 'ankylosing-hint-spondylitis')?.detail).toBe('SKS DM45 · ubekræftet');
  });

  test('shows an undated problem without a date', () => {
    expect(named(chartOf('faulty-record').problems, 'faulty-record-weight-loss-undated')?.date).toBe('uden dato');
  });

  test('shows a value with its unit, a text as it stands, and no result as none', () => {
    const { measurements } = chartOf('faulty-record');
    expect(named(measurements, 'faulty-record-crp-wrong-unit')?.detail).toBe('590 nmol/L · NPU19748');
    expect(named(measurements, 'faulty-record-crp-text')?.detail).toBe('forhøjet · NPU19748');
    expect(named(measurements, 'faulty-record-temperature-absent')?.detail).toBe('intet resultat · NPU08676');
    expect(named(measurements, 'faulty-record-crp-entered-in-error')?.past).toBe('fejlregistreret');
  });

  test('shows the newest of each kind of measurement, and keeps them all', () => {
    const { latest, measurements } = chartOf('long-record');
    expect(measurements.length).toBeGreaterThanOrEqual(300);
    expect(latest.map((line) => line.id)).toEqual(['long-record-crp-1', 'long-record-creatinine-1']);
  });

  test('shows an examination once, with the conclusion of its report', () => {
    expect(chartOf('recent-mr').imaging).toEqual([
      expect.objectContaining({
        id: 'recent-mr-mr',
        title: 'MR-skanning af columna lumbalis',
        detail: expect.stringContaining('Ingen prolaps'),
        date: '3. juni 2026',
      }),
    ]);
  });

  test('shows an operation that was not done as not done', () => {
    expect(named(chartOf('faulty-record').procedures, 'faulty-record-surgery-not-done')?.past).toBe('ikke udført');
  });
});
