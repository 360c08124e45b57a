import type { LaunchOptions } from '../launch-options.ts';

/** A way for a launch to go wrong, as a checkbox. */
export type Failure = { readonly id: string; readonly label: string; readonly options: LaunchOptions };

/** The failures that can be tried, in the order of the list. */
export const failures: readonly Failure[] = [
  {
    id: 'medicine-search',
    label: 'Søgning efter medicin fejler',
    options: { failSearch: ['MedicationRequest', 'MedicationStatement', 'MedicationDispense'] },
  },
  { id: 'problem-search', label: 'Søgning efter diagnoser svarer aldrig', options: { hangSearch: ['Condition'] } },
  {
    id: 'measurement-search',
    label: 'Søgning efter målinger giver et ulæseligt svar',
    options: { malformedSearch: ['Observation'] },
  },
  { id: 'scope', label: 'Adgang til diagnoser nægtes', options: { refuseScopes: ['Condition'] } },
  { id: 'changed', label: 'Henvisningen ændres af en anden imens', options: { changeOrder: true } },
  { id: 'write', label: 'Henvisningen kan ikke gemmes', options: { refuseWrite: true } },
  { id: 'assessment', label: 'Vurderingen kan ikke gemmes', options: { refuseAssessment: true } },
  { id: 'token', label: 'Adgangen udløber efter 20 sekunder', options: { tokenSeconds: 20 } },
  {
    id: 'once',
    label: 'Hver åbning gælder én gang: »Log ind igen« afvises',
    options: { launchOnce: true },
  },
  { id: 'slow', label: 'Alt er langsomt (3 sekunder pr. svar)', options: { delayMs: 3000 } },
  { id: 'batch', label: 'Samlede forespørgsler (batch) afvises', options: { refuseBatch: true } },
  {
    id: 'context',
    label: 'Henvisningen nævnes ikke ved start (ingen fhirContext)',
    options: { withoutFhirContext: true },
  },
];

/** The launch options for the chosen failures; no two failures use the same option. */
export function optionsFor(chosen: ReadonlySet<string>): LaunchOptions {
  let options: LaunchOptions = {};
  for (const failure of failures) if (chosen.has(failure.id)) options = { ...options, ...failure.options };
  return options;
}
