import type { Client } from './clients.ts';
import type { Identity } from './identity.ts';
import type { Sealer } from './sealer.ts';

/** What the endpoints of the authorization server share. */
export type AuthorizationServer = {
  /** The one FHIR server that tokens are for; `aud` must name it. */
  readonly fhirBase: string;
  /** Where the endpoints are: `…/auth`, also the OpenID issuer. */
  readonly base: string;
  readonly clients: readonly Client[];
  readonly sealer: Sealer;
  readonly identity: Identity;
  /** Codes that have been used, so that each is used once. */
  readonly usedCodes: Set<string>;
  /** Codes that came back a second time: tokens given for them no longer count. */
  readonly replayedCodes: Set<string>;
  /** Launches with `launchOnce` that have been authorized. */
  readonly usedLaunches: Set<string>;
  /** Life of an access token unless the launch says otherwise, in seconds. */
  readonly tokenSeconds: number;
  /** Reference of the signed-in clinician: `Practitioner/…`. */
  fhirUser(): string;
};
