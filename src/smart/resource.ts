import type { FhirResource } from 'fhir/r4';
import { isJsonObject } from './json-object.ts';

/** A resource of one type. */
export type ResourceOf<Type extends string> = Extract<FhirResource, { readonly resourceType: Type }>;

/** Whether a value has the shape every FHIR resource has: a type, and where there is an id, one that is allowed. */
export function isResource(value: unknown): value is FhirResource {
  return isJsonObject(value) && typeof value.resourceType === 'string' && (value.id === undefined || isId(value.id));
}

/** Whether a value is a resource of this type. */
export function isOfType<Type extends string>(value: unknown, type: Type): value is ResourceOf<Type> {
  return isResource(value) && value.resourceType === type;
}

/** Whether a value is a FHIR id (R4 datatypes.html#id). `.` and `..` would lead elsewhere in an address, and are none here. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^(?!\.{1,2}$)[A-Za-z0-9.-]{1,64}$/.test(value);
}
