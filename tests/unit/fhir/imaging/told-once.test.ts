import { describe, expect, test } from 'vitest';
import { toldOnce } from '../../../../src/fhir/imaging/told-once.ts';
import { factFrom, type Loose, record } from '../record.ts';
import { order, procedure, report, study } from './imaging-record.ts';

/** The earlier lumbar imaging of a record: its resources, each with the one that tells of it. */
function told(resources: readonly Loose[]): readonly (readonly [string, string | undefined])[] {
  const context = record([...resources]);
  const fact = toldOnce(factFrom('previous-lumbar-imaging', context, { order: 'mr-lumbar-spine' }), context);
  const references = fact.known && 'references' in fact.provenance ? fact.provenance.references : [];
  return references.map(({ reference, of }) => [reference, of]);
}

const basedOn = [{ reference: 'ServiceRequest/order-UXME30' }];
const done = { status: 'completed' };

describe('an examination that a fact rests on is told once', () => {
  test('as order, study and report', () => {
    const imagingStudy = [{ reference: 'ImagingStudy/study-UXME30' }];
    expect(
      told([
        order('UXME30', done),
        study('UXME30', '2026-05-24T09:10:00+02:00', { basedOn }),
        report('UXME30', '2026-05-26', { imagingStudy }),
      ]),
    ).toEqual([
      ['DiagnosticReport/report-UXME30', undefined],
      ['ImagingStudy/study-UXME30', 'DiagnosticReport/report-UXME30'],
      ['ServiceRequest/order-UXME30', 'DiagnosticReport/report-UXME30'],
    ]);
  });

  test('as study and report that only share the day', () => {
    expect(told([study('UXME30', '2026-05-24T10:00:00+02:00'), report('UXME30', '2026-05-24')])).toEqual([
      ['ImagingStudy/study-UXME30', undefined],
      ['DiagnosticReport/report-UXME30', 'ImagingStudy/study-UXME30'],
    ]);
  });

  test('two studies on one order are two, and each report goes with its own', () => {
    const own = (id: string) => [{ reference: `ImagingStudy/${id}` }];
    expect(
      told([
        order('UXME30', done),
        study('UXME30', '2026-05-24', { id: 'new', basedOn }),
        study('UXME30', '2025-11-24', { id: 'old', basedOn }),
        report('UXME30', '2025-11-23', { id: 'old-report', basedOn, imagingStudy: own('old') }),
      ]).filter(([reference]) => reference.startsWith('DiagnosticReport')),
    ).toEqual([['DiagnosticReport/old-report', 'ImagingStudy/old']]);
  });

  test('a procedure of another day that nothing names is another', () => {
    expect(told([study('UXME30', '2026-05-24'), procedure('UXME30', '2026-05-23')]).map(([, of]) => of)).toEqual([
      undefined,
      undefined,
    ]);
  });
});
