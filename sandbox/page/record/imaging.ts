import type { FhirResource } from 'fhir/r4';
import { isA } from '../resource.ts';
import type { ChartLine } from './chart.ts';
import { codesOf, nameOf, writeDate } from './wording.ts';

/** Earlier examinations, each study together with its report; reports without a study stand by themselves. */
export function readImaging(resources: readonly FhirResource[]): ChartLine[] {
  const reports = resources.filter((resource) => isA(resource, 'DiagnosticReport'));
  const studies = resources.filter((resource) => isA(resource, 'ImagingStudy'));
  const reported = new Set<string>();
  const lines = studies.map((study): ChartLine => {
    const report = reports.find((candidate) =>
      candidate.imagingStudy?.some((reference) => reference.reference === `ImagingStudy/${study.id}`),
    );
    if (report?.id !== undefined) reported.add(report.id);
    const when = study.started ?? report?.effectiveDateTime ?? '';
    const code = study.procedureCode?.[0];
    return {
      id: study.id ?? '',
      title: code === undefined ? (study.description ?? 'Undersøgelse') : nameOf(code),
      detail: [...codesOf(code), report?.conclusion ?? 'Ingen beskrivelse'].join(' · '),
      date: writeDate(when) || 'uden dato',
      when,
      past: '',
    };
  });
  const alone = reports.filter((report) => !reported.has(report.id ?? ''));
  return [
    ...lines,
    ...alone.map((report) => ({
      id: report.id ?? '',
      title: nameOf(report.code),
      detail: [...codesOf(report.code), report.conclusion ?? 'Ingen beskrivelse'].join(' · '),
      date: writeDate(report.effectiveDateTime) || 'uden dato',
      when: report.effectiveDateTime ?? '',
      past: '',
    })),
  ];
}
