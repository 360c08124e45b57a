/**
 * Whom a recommendation says to telephone at once or the same day: each site has its own number for a role (`telephones`
 * in site.json). None is here that no recommendation names.
 */
export const ROLES = [
  'emergency-department',
  'trauma-call',
  'trauma-centre',
  'hospital-on-call',
  'spine-surgeon',
  'neurosurgeon',
  'spine-department',
  'thrombolysis-team',
  'medical-department',
  'infectious-diseases',
  'paediatric-department',
  'child-head-injuries',
] as const;

export type Role = (typeof ROLES)[number];

/** The same for everybody, and therefore no site's to set. */
export const EMERGENCY_NUMBER = '112';

/** Digits in any grouping, with a country code or without; three at least, as in 112. */
export const TELEPHONE = /^\+?(?: ?\d){3,15}$/;

/** What a recommendation may name under `call`. */
export const CALLED = [EMERGENCY_NUMBER, ...ROLES] as const;

export type Called = (typeof CALLED)[number];
