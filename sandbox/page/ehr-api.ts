import type { LaunchOptions } from '../launch-options.ts';
import { isObject } from './resource.ts';

/** The page's own access to the FHIR server, good for `expiresIn` seconds. */
export type EhrSession = { readonly accessToken: string; readonly fhirBase: string };

/** What the app is told at launch, and what shall go wrong. */
export type LaunchRequest = {
  readonly patient: string;
  readonly orders: readonly string[];
  readonly needPatientBanner: boolean;
  readonly messagingHandle?: string;
  readonly appContext?: string;
  readonly options: LaunchOptions;
};

/** Signs in. @throws Error in words for the page when the server does not answer as agreed */
export async function openSession(): Promise<EhrSession> {
  const body = await call('GET', 'session');
  const { accessToken, fhirBase } = body;
  if (typeof accessToken !== 'string' || typeof fhirBase !== 'string') throw new Error('Serveren gav ingen adgang.');
  return { accessToken, fhirBase };
}

/** Makes a SMART launch. @returns the address to open, in a frame or a window of its own */
export async function createLaunch(request: LaunchRequest): Promise<string> {
  const { launchUrl } = await call('POST', 'launch', request);
  if (typeof launchUrl !== 'string') throw new Error('Serveren gav ingen adresse at starte på.');
  return launchUrl;
}

/** Puts all people back as they were written. */
export async function resetPeople(): Promise<void> {
  await call('POST', 'reset');
}

async function call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(`/ehr/api/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const answer = isObject(parsed) ? parsed : {};
  if (!response.ok) throw new Error(typeof answer.error === 'string' ? answer.error : `HTTP ${response.status}`);
  return answer;
}
