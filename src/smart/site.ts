import { isJsonObject, parseJson } from './json-object.ts';
import type { LaunchFailure } from './port.ts';

/** A FHIR server that may launch the app at this site. */
export interface AllowedIssuer {
  /** FHIR base URL, as the EHR gives it in `iss`. */
  readonly issuer: string;
  /** Its name, for people. */
  readonly name: string;
  /** The app's client id at this server, where it is another than the site's. */
  readonly clientId?: string;
}

/** What whoever installs the app has decided: `site.json`, beside `index.html`. */
export interface SiteConfiguration {
  readonly clientId: string;
  readonly issuers: readonly AllowedIssuer[];
  /** Scopes that the EHR wants besides the usual ones, or does not know. */
  readonly scopes: { readonly add: readonly string[]; readonly leaveOut: readonly string[] };
  /** Public keys of the CDS Hooks service whose cards open the app, not yet checked (card-order.ts). */
  readonly appContextKeys?: unknown;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** 10 seconds: long enough for a slow EHR, short enough for somebody who waits with an order. */
const defaultTimeoutMs = 10_000;

/**
 * Reads `site.json` from the app's own folder.
 * Fails with `site-configuration-unreadable` where it is missing or wrong, and `offline` where nothing answers.
 */
export async function fetchSite(
  page: URL = new URL(window.location.href),
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SiteConfiguration | LaunchFailure> {
  try {
    const response = await fetch(new URL('site.json', page), { signal: AbortSignal.timeout(defaultTimeoutMs) });
    if (!response.ok) return unreadable(`HTTP ${response.status}`);
    return parseSite(parseJson(await response.text()));
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'failed', code: 'offline', detail: 'site.json' };
    if (error instanceof DOMException) return { kind: 'failed', code: 'offline', detail: 'site.json: timed-out' };
    throw error;
  }
}

/** Reads a site configuration; the failure names the first member that is missing or wrong. */
export function parseSite(value: unknown): SiteConfiguration | LaunchFailure {
  if (!isJsonObject(value)) return unreadable('not a JSON object');
  const { clientId, issuers, scopes = {}, timeoutSeconds = defaultTimeoutMs / 1000 } = value;
  if (!isText(clientId)) return unreadable('clientId');
  if (!Array.isArray(issuers) || issuers.length === 0) return unreadable('issuers');
  const entries: readonly unknown[] = issuers;
  const allowed = entries.map(parseIssuer);
  const wrong = allowed.indexOf(null);
  if (wrong >= 0) return unreadable(`issuers/${wrong}`);
  if (!isJsonObject(scopes)) return unreadable('scopes');
  const { add = [], leaveOut = [] } = scopes;
  if (!isTexts(add)) return unreadable('scopes/add');
  if (!isTexts(leaveOut)) return unreadable('scopes/leaveOut');
  if (typeof timeoutSeconds !== 'number' || !(timeoutSeconds > 0)) return unreadable('timeoutSeconds');
  return {
    clientId,
    issuers: allowed.filter((entry) => entry !== null),
    scopes: { add, leaveOut },
    appContextKeys: value.appContextKeys,
    timeoutMs: timeoutSeconds * 1000,
  };
}

/** The entry for an issuer: compared character by character but for a slash at the end; null where it is not allowed. */
export function findIssuer(site: SiteConfiguration, issuer: string): AllowedIssuer | null {
  const wanted = withoutSlash(issuer);
  return site.issuers.find((entry) => withoutSlash(entry.issuer) === wanted) ?? null;
}

/** A base URL without the slash at its end. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Tokens and records go over TLS and nowhere else (SMART 2.2, "App protection"), but on this very machine. */
const encrypted = /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1])(:\d+)?\/)/;

function parseIssuer(entry: unknown): AllowedIssuer | null {
  if (!isJsonObject(entry)) return null;
  const { issuer, name, clientId } = entry;
  if (!isText(issuer) || !encrypted.test(issuer) || !URL.canParse(issuer) || !isText(name)) return null;
  if (clientId === undefined) return { issuer, name };
  return isText(clientId) ? { issuer, name, clientId } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function unreadable(detail: string): LaunchFailure {
  return { kind: 'failed', code: 'site-configuration-unreadable', detail };
}
