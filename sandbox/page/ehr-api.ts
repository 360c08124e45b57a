import type { ServiceRequest } from 'fhir/r4';
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

/** A question to the services at order time. */
export type HookRequest = {
  readonly hook: 'order-select' | 'order-sign';
  readonly patient: string;
  readonly drafts: readonly ServiceRequest[];
  /** References of the drafts that are being written; for order-select. */
  readonly selections?: readonly string[];
  readonly prefetch: boolean;
  readonly fhirAccess: boolean;
};

/** What was chosen on a card (CDS Hooks 2.0, "Feedback"). */
export type Feedback = {
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  readonly acceptedSuggestions?: readonly { readonly id: string }[];
  readonly overrideReason?: { readonly reason: { readonly system: string; readonly code: string } };
  readonly outcomeTimestamp: string;
};

/** What a service answered, as it came, or why it did not. */
export type ServiceAnswer = { readonly service: string; readonly response: unknown; readonly failed?: string };

/** Asks the CDS Hooks services at order time. No answers where this EHR has no service. */
export async function askServices(request: HookRequest): Promise<readonly ServiceAnswer[]> {
  const { answers } = await call('POST', 'hook', request);
  return (Array.isArray(answers) ? answers : []).filter(isObject).map(({ service, response, failed }) => ({
    service: typeof service === 'string' ? service : '',
    response,
    ...(typeof failed === 'string' ? { failed } : {}),
  }));
}

/** Passes on what was chosen on a card. */
export async function sendFeedback(service: string, feedback: Feedback): Promise<void> {
  await call('POST', 'feedback', { service, feedback: [feedback] });
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
