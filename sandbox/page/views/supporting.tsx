import { useSignal } from '@preact/signals';
import type { FhirResource } from 'fhir/r4';
import { type Load, settle } from '../state/load.ts';
import { readReferenced } from '../state/orders.ts';

/** What kinds of resources are called where people read; any other goes by its FHIR name. */
const names: Readonly<Record<string, string>> = {
  GuidanceResponse: 'Vurdering fra beslutningsstøtten',
  DiagnosticReport: 'Beskrivelse',
  ImagingStudy: 'Billeddiagnostisk undersøgelse',
  Observation: 'Måling',
  Condition: 'Diagnose',
};

/** A reference on the order, with the name it has there, and on demand the resource it points to. */
export function Supporting({ reference, name }: { reference: string; name: string }) {
  const read = useSignal<Load<FhirResource | null> | null>(null);
  async function load(event: Event) {
    const isOpen = event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open;
    if (isOpen && read.value === null) read.value = await settle(readReferenced(reference));
  }
  return (
    <details onToggle={load}>
      <summary>
        {names[reference.split('/').at(-2) ?? ''] ?? reference}
        {name && `: ${name}`}
      </summary>
      <p class="quiet">FHIR-ressource: {reference}</p>
      {read.value?.state === 'here' ? <pre>{JSON.stringify(read.value.value, null, 2)}</pre> : null}
      {read.value?.state === 'failed' ? <p role="alert">Kunne ikke hentes. {read.value.words}</p> : null}
    </details>
  );
}
