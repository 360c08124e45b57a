import { authorize as authorizeWithFhirclient } from 'fhirclient/lib/smart.js';
import { fhirclientAdapter } from './fhirclient-adapter.ts';
import { browserPage, type Page } from './page.ts';
import type { LaunchFailure } from './port.ts';
import { requestedScopes } from './scopes.ts';
import { findIssuer, type SiteConfiguration } from './site.ts';

/**
 * Starts an EHR launch (SMART App Launch 2.2, "EHR launch"): sends the browser to the authorization server, which sends
 * it back to index.html. An issuer that the site does not allow is refused before anything is sent.
 * @param location the address of launch.html, with `iss` and `launch`
 * @param resourceTypes what the guidelines read, from their requirements
 */
export async function authorize(
  location: URL,
  site: SiteConfiguration,
  resourceTypes: readonly string[],
  page: Page = browserPage(),
): Promise<LaunchFailure | 'redirecting'> {
  const iss = location.searchParams.get('iss');
  const launch = location.searchParams.get('launch');
  if (!iss || !launch) return { kind: 'failed', code: 'launched-without-parameters' };
  const issuer = findIssuer(site, iss);
  if (issuer === null) return { kind: 'failed', code: 'issuer-not-allowed', detail: iss };
  const redirectUri = new URL('index.html', location).href.split(/[?#]/, 1)[0] ?? '';
  const authorizeUrl = await prepare();
  if (authorizeUrl === null) return diagnose(iss, site.timeoutMs);
  page.redirect(authorizeUrl);
  return 'redirecting';

  /** The authorization server's address with everything it needs; null where it cannot be had. */
  async function prepare(): Promise<URL | null> {
    const ownAddress = new URL(location.pathname, location);
    // Kept with the launch, so that one can sign in again when access has expired.
    const storage = {
      ...page.storage,
      set: (key: string, state: object) => page.storage.set(key, { ...state, launch }),
    };
    try {
      const address = await authorizeWithFhirclient(fhirclientAdapter(ownAddress, storage), {
        iss: iss ?? '',
        launch: launch ?? '',
        clientId: issuer?.clientId ?? site.clientId,
        redirectUri,
        scope: requestedScopes(resourceTypes, site.scopes),
        pkceMode: 'required',
        completeInTarget: true,
        noRedirect: true,
        stateKey: newStateKey(),
        wellKnownRequestOptions: { signal: AbortSignal.timeout(site.timeoutMs) },
        // A server without a SMART configuration states no PKCE either: its CapabilityStatement is not asked for.
        conformanceRequestOptions: { signal: AbortSignal.abort() },
      });
      return isAuthorization(address) ? new URL(address) : null;
    } catch (error) {
      if (error instanceof Error || error instanceof DOMException) return null;
      throw error;
    }
  }
}

/** Why it could not be prepared. Finding out is fetched only then; where not even that can be had, nothing answers. */
async function diagnose(issuer: string, timeoutMs: number): Promise<LaunchFailure> {
  try {
    const { diagnoseServer } = await import('./server-diagnosis.ts');
    return diagnoseServer(issuer, timeoutMs);
  } catch {
    return { kind: 'failed', code: 'offline' };
  }
}

/** Whether fhirclient prepared a code flow with PKCE; from an open server it would go straight to index.html. */
function isAuthorization(address: unknown): address is string {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) && url.searchParams.get('code_challenge_method') === 'S256';
}

/** 128 random bits: SMART 2.2 asks for at least 122; fhirclient's own key has fewer, from Math.random. */
function newStateKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
