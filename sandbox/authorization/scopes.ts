/** What a scope lets a caller do: create, read, update, delete, search (SMART App Launch 2.2, scopes for FHIR resources). */
export type Letter = 'c' | 'r' | 'u' | 'd' | 's';

/** One scope for resources, e.g. `patient/Observation.rs?category=laboratory`. */
export type ResourceScope = {
  readonly level: 'patient' | 'user' | 'system';
  /** A resource type, or `*`. */
  readonly type: string;
  /** A selection of `cruds`, in that order. */
  readonly letters: string;
  /** SMART v2 "finer-grained" restriction: search parameters that a resource must match. */
  readonly query?: string;
};

const syntax = /^(patient|user|system)\/(\*|[A-Z][A-Za-z]+)\.(\*|read|write|c?r?u?d?s?)(?:\?(.+))?$/;

/** v1 `.read` means `.rs`, `.write` means `.cud` (SMART 2.2, "Scopes for requesting FHIR resources", v1 compatibility). */
const earlierLetters: Record<string, string> = { read: 'rs', write: 'cud', '*': 'cruds' };

/**
 * Reads one scope for resources; undefined if it is something else, has no letters, or has its letters out of order
 * ("clients SHALL ... in the order cruds").
 */
export function parseResourceScope(text: string): ResourceScope | undefined {
  const [, level, type, letters, query] = syntax.exec(text) ?? [];
  if ((level !== 'patient' && level !== 'user' && level !== 'system') || !type || !letters) return undefined;
  return { level, type, letters: earlierLetters[letters] ?? letters, ...(query ? { query } : {}) };
}

/** Reads the scopes for resources in a space-separated list and leaves the others. */
export function parseResourceScopes(list: string): ResourceScope[] {
  return splitScopes(list).flatMap((text) => parseResourceScope(text) ?? []);
}

export function splitScopes(list: string): string[] {
  return list.split(' ').filter((text) => text !== '');
}

/** Scopes that are not for resources and that this server grants. There are no refresh tokens: no `online_access`. */
export const contextScopes = ['launch', 'launch/patient', 'launch/servicerequest', 'openid', 'fhirUser'];

/** SMART Web Messaging 1.0.0, "Authorization with SMART scopes": granted by group, where the page around the app talks to it. */
export const messagingScopes = ['messaging/scratchpad', 'messaging/ui'];

/**
 * What is granted of what was asked. "The authorization server may grant less" (SMART 2.2): unknown scopes, resource
 * types that the server does not have, `system/` scopes and what `refuse` names are left out; a scope that is granted
 * whole is given back as it was written.
 * @param requested space-separated list
 * @param types the resource types of the FHIR server
 * @param refuse launch option `refuseScopes`
 */
export function grantScopes(requested: string, types: readonly string[], refuse: readonly string[]): string[] {
  const refusedTypes = refuse.filter((text) => /^[A-Z]/.test(text));
  const refusedScopes = refuse.flatMap((text) => parseResourceScope(text) ?? []);
  const granted = splitScopes(requested).flatMap((text) => {
    if (refuse.includes(text)) return [];
    if (contextScopes.includes(text) || messagingScopes.includes(text)) return [text];
    const scope = parseResourceScope(text);
    if (!scope || scope.level === 'system' || (scope.type !== '*' && !types.includes(scope.type))) return [];
    if (refusedTypes.length > 0 && (scope.type === '*' || refusedTypes.includes(scope.type))) return [];
    const taken = refusedScopes
      .filter((other) => other.level === scope.level && (other.type === scope.type || other.type === '*'))
      .map((other) => other.letters)
      .join('');
    const kept = [...scope.letters].filter((letter) => !taken.includes(letter)).join('');
    if (kept === '') return [];
    if (kept === scope.letters) return [text];
    return [`${scope.level}/${scope.type}.${kept}${scope.query ? `?${scope.query}` : ''}`];
  });
  return [...new Set(granted)];
}
