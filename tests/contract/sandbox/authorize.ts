import { createHash, randomBytes } from 'node:crypto';
import type { LaunchRequest } from '../../../sandbox/ehr/launch.ts';
import { appUrl as defaultAppUrl } from './start.ts';

/** A sandbox to talk to, and where its app is registered to be. */
export type Target = { readonly url: string; readonly fhirBase: string; readonly appUrl?: string };

/** The token response as it came, of which these are checked for. */
export type TokenResponse = {
  readonly access_token: string;
  readonly scope: string;
  readonly patient: string;
  readonly expires_in: number;
  readonly [name: string]: unknown;
};

/** A PKCE pair: RFC 7636 sections 4.1 and 4.2. */
export function createPkce() {
  const verifier = randomBytes(48).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Asks the EHR to launch the app, as its page does. */
export async function launchApp(
  target: Target,
  request: LaunchRequest,
): Promise<{ launch: string; launchUrl: string }> {
  const response = await fetch(`${target.url}/ehr/api/launch`, { method: 'POST', body: JSON.stringify(request) });
  if (!response.ok) throw new Error(`launch: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Goes to the authorization endpoint, and not where it redirects to. A parameter that is undefined is left out. */
export function requestCode(target: Target, parameters: Record<string, string | undefined>): Promise<Response> {
  const all = {
    response_type: 'code',
    client_id: 'indikation',
    redirect_uri: `${target.appUrl ?? defaultAppUrl}/index.html`,
    state: 'some-state',
    aud: target.fhirBase,
    scope: 'launch patient/*.cruds',
    code_challenge_method: 'S256',
    code_challenge: createPkce().challenge,
    ...parameters,
  };
  return fetch(`${target.url}/auth/authorize?${toForm(all)}`, { redirect: 'manual' });
}

/** Where a redirect leads, and with what. */
export function redirectOf(response: Response): { page: string; parameters: Record<string, string> } {
  const url = new URL(response.headers.get('location') ?? '');
  return { page: `${url.origin}${url.pathname}`, parameters: Object.fromEntries(url.searchParams) };
}

/** Goes to the token endpoint. A parameter that is undefined is left out. */
export function requestToken(target: Target, parameters: Record<string, string | undefined>): Promise<Response> {
  const all = {
    grant_type: 'authorization_code',
    client_id: 'indikation',
    redirect_uri: `${target.appUrl ?? defaultAppUrl}/index.html`,
    ...parameters,
  };
  return fetch(`${target.url}/auth/token`, { method: 'POST', body: toForm(all) });
}

/** The whole EHR launch, from launch to token, as an app does it: SMART App Launch 2.2 with PKCE S256. */
export async function authorizeApp(
  target: Target,
  request: LaunchRequest,
  scope = 'launch launch/servicerequest patient/*.cruds',
): Promise<TokenResponse> {
  const { launch } = await launchApp(target, request);
  const { verifier, challenge } = createPkce();
  const { parameters } = redirectOf(await requestCode(target, { launch, scope, code_challenge: challenge }));
  if (!parameters.code) throw new Error(`authorize: ${JSON.stringify(parameters)}`);
  const response = await requestToken(target, { code: parameters.code, code_verifier: verifier });
  if (!response.ok) throw new Error(`token: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The token of the EHR's own page, which may do everything. */
export async function openSession(target: Target): Promise<string> {
  const response = await fetch(`${target.url}/ehr/api/session`);
  const { accessToken }: { accessToken: string } = await response.json();
  return accessToken;
}

function toForm(parameters: Record<string, string | undefined>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) form.set(name, value);
  return form;
}
