import { isJsonObject } from './json-object.ts';
import type { Announcement } from './messaging/ehr-host.ts';
import { isId } from './resource.ts';
import { type Grants, readGrants } from './scopes.ts';

/** What the authorization server said about the launch (SMART 2.2, "Obtain access token", "launch context"). */
export interface TokenContext {
  readonly accessToken: string;
  readonly patientId: string;
  readonly grants: Grants;
  /** Ids of the orders that fhirContext names. */
  readonly orderIds: readonly string[];
  readonly needPatientBanner: boolean;
  readonly styleUrl?: string;
  /** The id_token as it came, if any: it names the signed-in user (fhir-user.ts). */
  readonly idToken?: unknown;
  /** What the card said from which the app was opened, as it came (CDS Hooks 2.0, "Link"). */
  readonly appContext?: unknown;
  /** What it says of SMART Web Messaging; the handle is undefined where the EHR does not offer it. */
  readonly messaging: Announcement;
}

/**
 * Reads a token response. `no-token` and `no-patient` say what is missing for a session; everything else that is missing
 * or unreadable has its safe default: nothing granted, no order named, the patient banner shown.
 * @param requestedScope what was asked for: what is granted where the response does not say (RFC 6749 section 5.1)
 * @param serverUrl FHIR base URL; a style sheet of another origin is not taken, since nothing is fetched from a third party
 */
export function readTokenResponse(
  response: unknown,
  requestedScope: string,
  serverUrl: string,
): TokenContext | 'no-token' | 'no-patient' {
  if (!isJsonObject(response) || typeof response.access_token !== 'string' || response.access_token === '') {
    return 'no-token';
  }
  // RFC 6749 section 7.1: a client must not use a token of a type it does not know.
  if (typeof response.token_type === 'string' && response.token_type.toLowerCase() !== 'bearer') return 'no-token';
  if (!isId(response.patient)) return 'no-patient';
  const styleUrl = readStyleUrl(response.smart_style_url, serverUrl);
  const scope = typeof response.scope === 'string' ? response.scope : requestedScope;
  return {
    accessToken: response.access_token,
    patientId: response.patient,
    grants: readGrants(scope),
    orderIds: readFhirContext(response.fhirContext),
    needPatientBanner: response.need_patient_banner !== false,
    ...(styleUrl === undefined ? {} : { styleUrl }),
    idToken: response.id_token,
    appContext: response.appContext,
    messaging: {
      handle: response.smart_web_messaging_handle,
      origin: response.smart_web_messaging_origin,
      scope,
    },
  };
}

/**
 * The ids of the orders in fhirContext (SMART 2.2, "fhirContext"): objects with a relative reference to a
 * ServiceRequest, whose role is `launch` or absent, which means the same. Anything else is for other apps.
 */
export function readFhirContext(context: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(context) ? context : [];
  const ids = entries.flatMap((entry) => {
    if (!isJsonObject(entry) || typeof entry.reference !== 'string') return [];
    if (entry.role !== undefined && entry.role !== 'launch') return [];
    const [type, orderId = '', ...rest] = entry.reference.split('/');
    const isOrder = type === 'ServiceRequest' && isId(orderId) && (rest.length === 0 || rest[0] === '_history');
    return isOrder ? [orderId] : [];
  });
  return [...new Set(ids)];
}

function readStyleUrl(url: unknown, serverUrl: string): string | undefined {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return new URL(url).origin === new URL(serverUrl).origin ? url : undefined;
}
