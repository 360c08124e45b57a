import type { Sealer } from '../authorization/sealer.ts';
import type { Store } from './store.ts';

/** What all parts of the FHIR server share. */
export type FhirServer = {
  /** FHIR base URL, without a slash at the end. */
  readonly base: string;
  readonly store: Store;
  readonly sealer: Sealer;
  /** Orders that "somebody else" has changed already, as `launch id, reference`: launch option `changeOrder`. */
  readonly changedOrders: Set<string>;
  /** Resources on a page at most; the server's own where it is not given. */
  readonly largestPage?: number | undefined;
  readonly now: () => Date;
  /** Whether tokens given for this authorization code are revoked. */
  isRevoked(code: string): boolean;
};
