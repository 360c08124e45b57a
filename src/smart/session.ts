import { ready } from 'fhirclient/lib/smart.js';
import { fhirclientAdapter } from './fhirclient-adapter.ts';
import { isJsonObject } from './json-object.ts';
import type { EhrHost } from './messaging/ehr-host.ts';
import { browserPage, type Page } from './page.ts';
import { createSession } from './patient-session.ts';
import type { LaunchFailure, LaunchFailureCode, LaunchOutcome } from './port.ts';
import { type Connection, connect } from './request.ts';
import { fetchSite, findIssuer, type SiteConfiguration, withoutSlash } from './site.ts';
import { withinTime } from './time-limit.ts';
import { readTokenResponse, type TokenContext } from './token-response.ts';

/** A launch as it stands in storage, checked. */
interface StoredLaunch {
  readonly serverUrl: string;
  readonly scope: string;
  readonly tokenResponse: unknown;
  /** What the EHR gave for this launch. */
  readonly launch: unknown;
}

/**
 * Completes a launch on index.html (SMART App Launch 2.2, "Obtain authorization code", "Obtain access token"), or takes
 * up the session of this very page again after a reload. Without a launch it is `by-hand`.
 *
 * The launch is known by the `state` in this page's own address, which stays there, so that two widgets in one tab each
 * keep their own patient; the code and everything else leaves the address before it is used.
 * @param location the address of index.html
 */
export async function openSession(location: URL, page: Page = browserPage()): Promise<LaunchOutcome> {
  const key = location.searchParams.get('state');
  const code = location.searchParams.get('code');
  const error = location.searchParams.get('error');
  if (key === null && code === null && error === null) return { kind: 'by-hand' };
  const tidyAddress = () => page.replaceAddress(launchAddress(location, key));
  if (error !== null) {
    tidyAddress();
    if (key !== null) await page.storage.unset(key);
    return failure('authorization-refused', /^[\w .:/-]{1,80}$/.test(error) ? error : undefined);
  }
  const stored = key === null ? null : readStored(await page.storage.get(key));
  if (key === null || stored === null) {
    tidyAddress();
    return failure('session-lost');
  }
  const site = await fetchSite(location);
  // Nothing was sent yet: with the address as it is, one can try again.
  if ('kind' in site) return site;
  tidyAddress();
  if (findIssuer(site, stored.serverUrl) === null) {
    return abandon(page, key, failure('issuer-not-allowed', stored.serverUrl));
  }
  // A reload after an exchange that failed: fhirclient would make a client without a token.
  if (code === null && !hasToken(stored)) return abandon(page, key, failure('session-lost'));
  return complete(location, page, site, key, code);
}

async function complete(
  location: URL,
  page: Page,
  site: SiteConfiguration,
  key: string,
  code: string | null,
): Promise<LaunchOutcome> {
  const adapter = fhirclientAdapter(new URL(location.pathname, location), page.storage);
  try {
    // fhirclient puts the code into a form as it is.
    const options = code === null ? { stateKey: key } : { stateKey: key, code: encodeURIComponent(code) };
    const client = await withinTime(ready(adapter, options), site.timeoutMs);
    const launch = readStored(client.state);
    if (launch === null || client.state.key !== key) return failure('session-lost');
    const { serverUrl } = launch;
    const token = readTokenResponse(launch.tokenResponse, launch.scope, serverUrl);
    if (token === 'no-token') return abandon(page, key, failure('token-refused', 'no usable access token'));
    if (token === 'no-patient') return abandon(page, key, failure('no-patient'));
    const connection = connect({ serverUrl, accessToken: token.accessToken, timeoutMs: site.timeoutMs });
    const orderIds = await namedOrders(token, site);
    const clientId = findIssuer(site, serverUrl)?.clientId ?? site.clientId;
    const host = await findHost(page, connection, token);
    const again = new URLSearchParams({ iss: serverUrl, launch: String(launch.launch) });
    const signInAgain = () => page.redirect(new URL(`launch.html?${again}`, location));
    const session = createSession(connection, { ...token, orderIds, clientId, signInAgain }, host);
    return { kind: 'session', session };
  } catch (error) {
    return abandon(page, key, await explain(error));
  }
}

/** The orders that the launch names: by fhirContext, else by the card that the app was opened from, which is read only then. */
async function namedOrders(
  { orderIds, appContext, patientId }: TokenContext,
  { appContextKeys: keys }: SiteConfiguration,
): Promise<readonly string[]> {
  if (orderIds.length > 0 || appContext === undefined) return orderIds;
  try {
    const { orderOfCard } = await import('./card-order.ts');
    return await orderOfCard({ appContext, keys, patientId, now: Date.now() });
  } catch {
    // It could not be fetched: the draft is looked for in the other ways.
    return [];
  }
}

/** The EHR around this page, where it announced that it can be talked to; how is fetched only then. */
async function findHost({ view }: Page, connection: Connection, token: TokenContext): Promise<EhrHost | null> {
  const { messaging, grants, patientId } = token;
  if (messaging.handle === undefined) return null;
  try {
    const { openEhrHost } = await import('./messaging/ehr-host.ts');
    const patient = { id: patientId, serverUrl: connection.serverUrl };
    return await openEhrHost(view, messaging, { connection, grants, patient });
  } catch {
    // It could not be fetched: the launch goes on as beside an EHR that does not offer it.
    return null;
  }
}

/** What an error of the exchange means. Finding out is fetched only then; where not even that can be had, nothing answers. */
async function explain(error: unknown): Promise<LaunchFailure> {
  const explaining = await import('./token-failure.ts').catch(() => null);
  return explaining ? explaining.tokenFailure(error) : failure('offline', 'token endpoint');
}

/** The address without anything of the authorization but the launch's own key. */
function launchAddress(location: URL, key: string | null): URL {
  const address = new URL(location.pathname, location);
  if (key !== null) address.searchParams.set('state', key);
  return address;
}

function readStored(launch: unknown): StoredLaunch | null {
  if (!isJsonObject(launch) || typeof launch.serverUrl !== 'string' || !URL.canParse(launch.serverUrl)) return null;
  const scope = typeof launch.scope === 'string' ? launch.scope : '';
  return {
    serverUrl: withoutSlash(launch.serverUrl),
    scope,
    tokenResponse: launch.tokenResponse,
    launch: launch.launch,
  };
}

function hasToken({ tokenResponse }: StoredLaunch): boolean {
  return isJsonObject(tokenResponse) && typeof tokenResponse.access_token === 'string';
}

/** A launch that came to nothing is not kept. */
async function abandon(page: Page, key: string, outcome: LaunchFailure): Promise<LaunchFailure> {
  await page.storage.unset(key);
  return outcome;
}

function failure(code: LaunchFailureCode, detail?: string): LaunchFailure {
  return { kind: 'failed', code, ...(detail === undefined ? {} : { detail }) };
}
