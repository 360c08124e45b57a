import type { Library } from '../core/guideline/library.ts';
import { allRequirements, type Requirement } from '../fhir/requirements.ts';
import { hookWords } from '../i18n/hook-words.ts';
import type { Language } from '../i18n/language.ts';
import { HOOKS, type Hook } from './hook-request.ts';

/** CDS Hooks 2.0, "Discovery": one service per hook. */
export interface ServiceDescription {
  readonly hook: Hook;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly usageRequirements: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

/** The prefetch key of the patient. */
export const PATIENT_KEY = 'patient';

/** The prefetch key of a search: its resource type, e.g. `medication-request`. */
export function prefetchKey(resourceType: string): string {
  return resourceType.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** The id of the service that answers a hook. */
export function serviceId(hook: Hook): string {
  return `imaging-${hook}`;
}

/** The hook of a service; undefined where there is no such service. */
export function hookOf(id: string): Hook | undefined {
  return HOOKS.find((hook) => serviceId(hook) === id);
}

/** The discovery document: prefetch templates are derived from the rules, as the app's own searches are. */
export function discoveryDocument(library: Library, language: Language): { services: readonly ServiceDescription[] } {
  const prefetch = prefetchTemplates(allRequirements(library));
  return {
    services: HOOKS.map((hook) => ({
      hook,
      id: serviceId(hook),
      ...hookWords[language].service[hook],
      prefetch,
    })),
  };
}

/** Searches as prefetch templates, with the patient read by id. */
export function prefetchTemplates(requirements: readonly Requirement[]): Readonly<Record<string, string>> {
  const searches = requirements.map(({ resourceType, params }) => [
    prefetchKey(resourceType),
    template(resourceType, params),
  ]);
  return { [PATIENT_KEY]: 'Patient/{{context.patientId}}', ...Object.fromEntries(searches) };
}

function template(resourceType: string, params: Requirement['params']): string {
  const parts = Object.entries(params).map(([name, value]) => `${name}=${inQuery(value)}`);
  return `${resourceType}?${['patient={{context.patientId}}', ...parts].join('&')}`;
}

/** What an address needs escaped; the signs that FHIR tokens are made of stay readable, as in the specification's examples. */
function inQuery(value: string): string {
  return encodeURIComponent(value).replace(/%(3A|2F|7C|2C)/g, (escaped) => decodeURIComponent(escaped));
}
