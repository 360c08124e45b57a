import { z } from 'zod';
import type { LaunchClaims } from '../authorization/claims.ts';
import type { Sealer } from '../authorization/sealer.ts';
import { launchOptionsSchema } from '../launch-options.ts';

/** How long a launch value works. In seconds. */
const launchSeconds = 600;

const launchRequestSchema = z.strictObject({
  /** Id of the patient whose chart is open. */
  patient: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, 'the id of a patient'),
  /** Draft orders on the screen. */
  orders: z.array(z.string().regex(/^ServiceRequest\/[A-Za-z0-9.-]{1,64}$/, 'ServiceRequest/id')).default([]),
  /** True when the page around the app does not show who the patient is. */
  needPatientBanner: z.boolean().default(true),
  /** Ties web messages of the launched app to this launch; absent where the page around the app does not talk to it. */
  messagingHandle: z
    .string()
    .regex(/^[\w-]{22,200}$/, 'at least 128 random bits in base64url')
    .exactOptional(),
  /** What a card says to the app it links to (CDS Hooks 2.0, "Link"); handed on as it is. */
  appContext: z.string().max(10_000).exactOptional(),
  options: launchOptionsSchema.default({}),
});

/** What the EHR page sends to launch the app: {@link launchRequestSchema} before defaults. */
export type LaunchRequest = z.input<typeof launchRequestSchema>;

/** A launch, ready to be opened in a frame. */
export type Launch = { readonly launch: string; readonly launchUrl: string };

/** Reads a launch request strictly: the claims, or what is wrong in words. */
export function parseLaunchRequest(body: unknown): LaunchClaims | { readonly wrong: string } {
  const parsed = launchRequestSchema.safeParse(body);
  return parsed.success ? parsed.data : { wrong: z.prettifyError(parsed.error) };
}

/**
 * Makes the launch value and the app's launch URL (SMART 2.2, "EHR launch": `iss` and `launch`). Orders are not checked:
 * an EHR may well name one that is gone or somebody else's, and the app must cope.
 */
export async function createLaunch(
  sealer: Sealer,
  appUrl: string,
  fhirBase: string,
  claims: LaunchClaims,
): Promise<Launch> {
  const launch = await sealer.seal('launch', claims, launchSeconds);
  return { launch, launchUrl: `${appUrl}/launch.html?${new URLSearchParams({ iss: fhirBase, launch })}` };
}
