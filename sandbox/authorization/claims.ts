import { z } from 'zod';
import { launchOptionsSchema } from '../launch-options.ts';

/** What the EHR knows when it launches the app. */
export const launchClaims = z.object({
  patient: z.string(),
  /** Draft orders on the screen, as relative references: `ServiceRequest/…`. */
  orders: z.array(z.string()),
  needPatientBanner: z.boolean(),
  /** Of the page around the app, which checks it in every web message. */
  messagingHandle: z.string().exactOptional(),
  /** From the card that the app was opened from. */
  appContext: z.string().exactOptional(),
  options: launchOptionsSchema,
});

/** What an authorization code stands for: the launch and the request it answers. */
export const codeClaims = z.object({
  launch: launchClaims.extend({ id: z.string() }),
  clientId: z.string(),
  redirectUri: z.string(),
  codeChallenge: z.string(),
  /** Granted scopes, space-separated. */
  scope: z.string(),
  nonce: z.string().optional(),
});

/** What an access token stands for. */
export const accessClaims = z.object({
  /** Granted scopes, space-separated. */
  scope: z.string(),
  /** Id of the patient that `patient/` scopes are bound to. */
  patient: z.string().optional(),
  /** Id of the launch: what "first in this launch" is counted by. Absent for the EHR's own page. */
  launch: z.string().optional(),
  /** Id of the code that the token was given for; if that code comes back, the token is revoked. */
  code: z.string().optional(),
  options: launchOptionsSchema,
});

export type LaunchClaims = z.infer<typeof launchClaims>;
export type AccessClaims = z.infer<typeof accessClaims>;
