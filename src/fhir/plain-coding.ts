import type { Coding } from 'fhir/r4';

/** System, code and display; what the vocabulary notes beside a code is not written. */
export function plainCoding({ system, code, display }: Coding): Coding {
  return {
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
    ...(display === undefined ? {} : { display }),
  };
}
