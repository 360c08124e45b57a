import './websocket-shim.ts';
import { evalFhirPath, matchesSearchRequest, parseSearchRequest } from '@medplum/core';
import type { Reference, Resource } from '@medplum/fhirtypes';
import type { Letter, ResourceScope } from '../authorization/scopes.ts';
import type { LaunchOptions } from '../launch-options.ts';
import { parametersOf } from './definitions.ts';
import { asRecord, type Store } from './store.ts';

/** Who calls: what the access token says. */
export type Caller = {
  readonly scopes: readonly ResourceScope[];
  /** Id of the patient that `patient/` scopes are bound to. */
  readonly patient?: string | undefined;
  /** Id of the launch that the token comes from; absent for the EHR's own page. */
  readonly launch?: string | undefined;
  readonly options: LaunchOptions;
};

/** Types that belong to no patient. A `patient/` scope may read them, since a record is unreadable without, never write. */
const sharedTypes = ['Location', 'Medication', 'Organization', 'Practitioner', 'PractitionerRole'];

/** Whether any scope lets the caller do this with the type at all; which resources is for {@link permits} to say. */
export function permitsType(caller: Caller, letter: Letter, type: string): boolean {
  return caller.scopes.some((scope) => covers(scope, letter, type));
}

/**
 * Whether the caller may do this with this resource: the scope's type and letter, its search parameters if any, and for
 * `patient/` scopes that the resource belongs to the token's patient and to nobody else.
 */
export async function permits(store: Store, caller: Caller, letter: Letter, resource: Resource): Promise<boolean> {
  for (const scope of caller.scopes) {
    if (!covers(scope, letter, resource.resourceType) || !matchesQuery(scope, resource)) continue;
    if (scope.level !== 'patient') return true;
    if (sharedTypes.includes(resource.resourceType)) {
      if (letter === 'r' || letter === 's') return true;
    } else if (await belongsTo(store, resource, caller.patient)) return true;
  }
  return false;
}

function covers(scope: ResourceScope, letter: Letter, type: string): boolean {
  return (scope.type === '*' || scope.type === type) && scope.letters.includes(letter);
}

function matchesQuery(scope: ResourceScope, resource: Resource): boolean {
  if (scope.query === undefined) return true;
  const query = asRecord(new URLSearchParams(scope.query));
  return matchesSearchRequest(resource, parseSearchRequest(resource.resourceType, query));
}

async function belongsTo(store: Store, resource: Resource, patient: string | undefined): Promise<boolean> {
  const patients = await patientsOf(store, resource);
  return patients.length > 0 && patients.every((reference) => reference === `Patient/${patient}`);
}

/** The patients that a resource is about, by the R4 patient compartment's `patient` parameter. */
async function patientsOf(store: Store, resource: Resource): Promise<string[]> {
  if (resource.resourceType === 'Patient') return [`Patient/${resource.id}`];
  if (resource.resourceType === 'Provenance') {
    // A provenance is about whoever its targets are about; the compartment's own definition would miss orders.
    const targets = await Promise.all(resource.target.map((target) => readReference(store, target)));
    const owners = await Promise.all(targets.map((target) => (target ? patientsOf(store, target) : [])));
    return owners.flat();
  }
  if (resource.resourceType === 'Binary') {
    // FHIR R4 binary.html#security-context: whoever may see that may see this.
    const context = resource.securityContext && (await readReference(store, resource.securityContext));
    return context ? patientsOf(store, context) : [];
  }
  const path = parametersOf(resource.resourceType).get('patient')?.path;
  return path ? evalFhirPath(path, resource).flatMap(referenceText) : [];
}

async function readReference(store: Store, reference: Reference): Promise<Resource | undefined> {
  const [type, id] = (reference.reference ?? '').split('/');
  return type && id ? store.read(type, id) : undefined;
}

function referenceText(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('reference' in value)) return [];
  return typeof value.reference === 'string' ? [value.reference] : [];
}
