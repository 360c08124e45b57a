import type { SiteConfiguration } from './site.ts';

/** One thing an app may do to a resource type: create, read, update, delete or search (SMART App Launch 2.2, scopes). */
export type Letter = 'c' | 'r' | 'u' | 'd' | 's';

/** How far a scope reaches: `partly` where it is granted for some resources only, as in `patient/Observation.rs?category=…`. */
export type Reach = 'fully' | 'partly' | 'not-at-all';

/** What was granted. */
export interface Grants {
  reach(resourceType: string, letter: Letter): Reach;
}

/** SMART 2.2, "Scopes for requesting FHIR resources": `patient/Type.letters`, letters in the order c r u d s. v1 scopes have words instead. */
const syntax = /^(?:patient|user)\/(\*|[A-Z][A-Za-z]+)\.(\*|read|write|c?r?u?d?s?)(\?.+)?$/;

/** The same section: what v1 words mean. */
const words: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/**
 * The scopes asked for, space-separated: the launch context, who the user is, and per resource type no more than is used.
 * Reading is asked for the types the guidelines need, so a new guideline asks for what it needs and nothing else.
 * The order is read, searched and updated, and made where there is none; the assessment is only created.
 */
export function requestedScopes(resourceTypes: readonly string[], overrides: SiteConfiguration['scopes']): string {
  const read = [...new Set(resourceTypes)].filter((type) => type !== 'Patient' && type !== 'ServiceRequest').sort();
  const scopes = [
    'launch',
    'openid',
    'fhirUser',
    'launch/servicerequest',
    'patient/Patient.r',
    'patient/ServiceRequest.rus',
    // By itself, so that a site or a server can leave it out alone.
    'patient/ServiceRequest.c',
    ...read.map((type) => `patient/${type}.rs`),
    'patient/GuidanceResponse.c',
    // What the address of a report leads to; it cannot be searched (FHIR R4 binary.html).
    'patient/Binary.r',
    ...overrides.add,
  ];
  return [...new Set(scopes)].filter((scope) => !overrides.leaveOut.includes(scope)).join(' ');
}

/** Reads the scopes of a token response, v1 or v2. What cannot be read grants nothing. */
export function readGrants(scope: string): Grants {
  const granted = scope.split(/\s+/).flatMap((text) => {
    const [, type, letters, query] = syntax.exec(text) ?? [];
    return type === undefined || letters === undefined
      ? []
      : [{ type, letters: words[letters] ?? letters, part: query !== undefined }];
  });
  return {
    reach(resourceType, letter) {
      const fitting = granted.filter(
        ({ type, letters }) => (type === '*' || type === resourceType) && letters.includes(letter),
      );
      if (fitting.length === 0) return 'not-at-all';
      return fitting.every(({ part }) => part) ? 'partly' : 'fully';
    },
  };
}
