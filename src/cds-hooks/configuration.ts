import type { JSONWebKeySet } from 'jose';
import { isElement } from '../fhir/element.ts';
import type { Language } from '../i18n/language.ts';
import { withoutSlash } from '../smart/site.ts';
import { isJwkSet } from './client-identity.ts';

/** An EHR that may call. Its keys are given, or fetched from one address. */
export interface ClientConfiguration {
  readonly issuer: string;
  readonly jwks?: JSONWebKeySet;
  readonly jwksUrl?: string;
  /** Where given, the token's `tenant` must be one of these. */
  readonly tenants?: readonly string[];
}

/** What whoever runs the service has decided. */
export interface HooksConfiguration {
  readonly host: string;
  readonly port: number;
  /** Address the clients call, without slash at the end: the audience of their tokens. */
  readonly baseUrl: string;
  /** Address of the app's pages, without slash at the end; `launch.html` stands there. */
  readonly appUrl: string;
  readonly language: Language;
  /** Path of the app's site.json, for the numbers in it; empty where cards name no number. */
  readonly siteFile: string;
  /** Clients that may call; empty where nobody is asked who they are. */
  readonly clients: readonly ClientConfiguration[];
  /** FHIR base URLs that may be read with the token a client gives. */
  readonly fhirServers: readonly string[];
  /** Origins of browser-based clients (CORS). */
  readonly origins: readonly string[];
  /** Whether the order is annotated with the assessment without being asked (systemActions). */
  readonly systemActions: boolean;
  readonly maxBodyBytes: number;
  readonly readTimeoutMs: number;
  readonly feedback: { readonly file: string; readonly retentionDays: number };
  readonly appContext: { readonly keyFile?: string; readonly minutes: number };
}

/** Whoever is not on the same machine must be known. */
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** As it runs beside the sandbox on one machine. */
export const DEFAULTS: HooksConfiguration = {
  host: '127.0.0.1',
  port: 5175,
  baseUrl: 'http://127.0.0.1:5175',
  appUrl: 'http://localhost:5173',
  language: 'da',
  siteFile: '',
  clients: [],
  fhirServers: ['http://localhost:5174/fhir'],
  origins: ['http://localhost:5174'],
  systemActions: true,
  maxBodyBytes: 5_000_000,
  readTimeoutMs: 3_000,
  feedback: { file: 'data/feedback.sqlite', retentionDays: 730 },
  appContext: { minutes: 60 },
};

export type ParsedConfiguration =
  | { readonly ok: true; readonly configuration: HooksConfiguration }
  /** What is wrong and what to do, a sentence each. */
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads the configuration: the JSON of a file over the defaults, `HOST` and `PORT` of the environment over both. An
 * unknown key is a fault, so that a misspelt one is not taken for set. Without clients the service is for this machine only.
 */
export function parseConfiguration(
  content: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): ParsedConfiguration {
  if (!isElement(content)) return { ok: false, faults: ['The configuration should be a JSON object.'] };
  const faults: string[] = [];
  for (const key of Object.keys(content))
    if (!(key in DEFAULTS)) faults.push(`"${key}" is not known; known are ${Object.keys(DEFAULTS).join(', ')}.`);
  const take = <T>(
    key: keyof HooksConfiguration,
    is: (value: unknown) => value is T,
    should: string,
    otherwise: T,
  ): T => {
    const value: unknown = content[key];
    if (value === undefined) return otherwise;
    if (is(value)) return value;
    faults.push(`"${key}" should be ${should}.`);
    return otherwise;
  };
  const host = environment.HOST ?? take('host', isText, 'a host name', DEFAULTS.host);
  const port =
    environment.PORT === undefined ? take('port', isPort, 'a port number', DEFAULTS.port) : Number(environment.PORT);
  if (!isPort(port)) faults.push('PORT should be a port number.');
  const clients = take('clients', isClients, 'a list of { issuer, jwks or jwksUrl, tenants? }', DEFAULTS.clients);
  if (clients.length === 0 && !LOOPBACK.includes(host))
    faults.push(
      `Without "clients" anybody on the network could call: name them, or use a loopback host instead of "${host}".`,
    );
  const feedback = take('feedback', isElement, 'an object', {});
  const appContext = take('appContext', isElement, 'an object', {});
  const { file = DEFAULTS.feedback.file, retentionDays = DEFAULTS.feedback.retentionDays } = feedback;
  const { keyFile, minutes = DEFAULTS.appContext.minutes } = appContext;
  if (!isText(file)) faults.push('"feedback.file" should be a path.');
  if (!isPositive(retentionDays)) faults.push('"feedback.retentionDays" should be a number above 0.');
  if (keyFile !== undefined && !isText(keyFile)) faults.push('"appContext.keyFile" should be a path.');
  if (!isPositive(minutes)) faults.push('"appContext.minutes" should be a number above 0.');
  const configuration: HooksConfiguration = {
    host,
    port,
    baseUrl: withoutSlash(
      take('baseUrl', isAddress, 'an http(s) address', `http://${host.includes(':') ? `[${host}]` : host}:${port}`),
    ),
    appUrl: withoutSlash(take('appUrl', isAddress, 'an http(s) address', DEFAULTS.appUrl)),
    language: take('language', isLanguage, '"da" or "en"', DEFAULTS.language),
    siteFile: take('siteFile', isText, 'the path of the site.json of the app', DEFAULTS.siteFile),
    clients,
    fhirServers: take('fhirServers', isAddresses, 'a list of FHIR base URLs', DEFAULTS.fhirServers),
    origins: take('origins', isAddresses, 'a list of origins', DEFAULTS.origins).map(
      (origin) => new URL(origin).origin,
    ),
    systemActions: take('systemActions', isBoolean, 'true or false', DEFAULTS.systemActions),
    maxBodyBytes: take('maxBodyBytes', isPositive, 'a number of bytes', DEFAULTS.maxBodyBytes),
    readTimeoutMs: take('readTimeoutMs', isPositive, 'a number of milliseconds', DEFAULTS.readTimeoutMs),
    feedback: { file: String(file), retentionDays: Number(retentionDays) },
    appContext: { minutes: Number(minutes), ...(isText(keyFile) ? { keyFile } : {}) },
  };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, configuration };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** 0 lets the system choose. */
function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536;
}

function isLanguage(value: unknown): value is Language {
  return value === 'da' || value === 'en';
}

function isAddress(value: unknown): value is string {
  return isText(value) && /^https?:\/\//.test(value) && URL.canParse(value);
}

function isAddresses(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isAddress);
}

function isClients(value: unknown): value is readonly ClientConfiguration[] {
  return Array.isArray(value) && value.every(isClient);
}

function isClient(value: unknown): value is ClientConfiguration {
  if (!isElement(value) || !isText(value.issuer)) return false;
  const { jwks, jwksUrl, tenants } = value;
  const hasKeys = jwks === undefined ? isAddress(jwksUrl) : jwksUrl === undefined && isJwkSet(jwks);
  return hasKeys && (tenants === undefined || (Array.isArray(tenants) && tenants.every(isText)));
}
