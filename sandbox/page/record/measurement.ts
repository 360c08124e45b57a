import type { FhirResource, Observation } from 'fhir/r4';
import { isA } from '../resource.ts';
import type { ChartLine } from './chart.ts';
import { codesOf, nameOf, writeMoment } from './wording.ts';

/** A laboratory value or vital sign as a line of the chart: its value is the detail. */
export function readMeasurement(resource: FhirResource): ChartLine[] {
  if (!isA(resource, 'Observation')) return [];
  const when = resource.effectiveDateTime ?? '';
  return [
    {
      id: resource.id ?? '',
      title: nameOf(resource.code),
      detail: [writeValue(resource), ...codesOf(resource.code)].join(' · '),
      date: writeMoment(when) || 'uden dato',
      when,
      past: resource.status === 'entered-in-error' ? 'fejlregistreret' : '',
    },
  ];
}

function writeValue(observation: Observation): string {
  const { valueQuantity, valueString } = observation;
  if (valueQuantity?.value !== undefined) {
    return `${valueQuantity.value.toLocaleString('da-DK')} ${valueQuantity.unit ?? valueQuantity.code ?? ''}`.trim();
  }
  return valueString ?? 'intet resultat';
}
