import { parseJson } from './json-object.ts';
import { withoutSlash } from './site.ts';

/** What a FHIR server answered. Its OperationOutcome text is kept out: words for people are the page's own. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Parsed JSON; null where the answer had no body. A Blob where the content itself was asked for. */
      readonly body: unknown;
      readonly etag?: string;
      readonly location?: string;
    }
  | Failure;

/** Why there was no answer to use. */
export type Failure =
  /** 401: the token has expired or was revoked. */
  | { readonly kind: 'expired' }
  /** The server said no, or failed. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The answer is not JSON. */
  | { readonly kind: 'malformed'; readonly status: number }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'offline' };

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds; otherwise the connection's own. */
  readonly timeoutMs?: number;
  /** Takes the answer as it is, whatever it is: a document. */
  readonly asContent?: boolean;
}

/** A FHIR server with leave to talk to it. The token is inside and comes out nowhere. */
export interface Connection {
  /** FHIR base URL without a slash at the end. */
  readonly serverUrl: string;
  /** How long one request may take, in milliseconds. */
  readonly timeoutMs: number;
  /** @param target relative to the FHIR base, e.g. `Patient/1`, or an absolute URL of the same origin; '' is the base itself */
  request(target: string, options?: RequestOptions): Promise<Answer>;
}

export interface ConnectOptions {
  readonly serverUrl: string;
  readonly accessToken: string;
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Connects to a FHIR server: every request of the app for anything clinical goes through here. */
export function connect({ accessToken, timeoutMs, ...options }: ConnectOptions): Connection {
  const { fetch = globalThis.fetch } = options;
  const serverUrl = withoutSlash(options.serverUrl);

  async function request(target: string, asked: RequestOptions = {}): Promise<Answer> {
    const url = target === '' ? new URL(serverUrl) : new URL(target, `${serverUrl}/`);
    // The token goes to the issuer and nowhere else; whoever follows a link looks first (isOnServer).
    if (!isOnServer(serverUrl, url)) throw new Error('A request was meant for another origin than the FHIR server');
    try {
      const response = await fetch(url, {
        method: asked.method ?? 'GET',
        headers: {
          accept: 'application/fhir+json',
          authorization: `Bearer ${accessToken}`,
          ...(asked.body === undefined ? {} : { 'content-type': 'application/fhir+json' }),
          ...asked.headers,
        },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
        // Nothing clinical in the browser's cache, and what is read back is what the server has now.
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(Math.max(0, Math.round(asked.timeoutMs ?? timeoutMs))),
      });
      if (asked.asContent && response.ok)
        return { kind: 'answered', status: response.status, body: await response.blob() };
      return toAnswer(response.status, response.headers, await response.text());
    } catch (error) {
      // A time-out, or the browser cancelled it.
      if (error instanceof DOMException) return { kind: 'timed-out' };
      // What fetch throws when there is no network, no CORS permission, or a redirect (Fetch standard, "network error").
      if (error instanceof TypeError) return { kind: 'offline' };
      throw error;
    }
  }

  return { serverUrl, timeoutMs, request };
}

/** Whether a URL is on the origin of the FHIR server, so that the token may go there. */
export function isOnServer(serverUrl: string, url: URL): boolean {
  return url.origin === new URL(serverUrl).origin;
}

function toAnswer(status: number, headers: Headers, text: string): Answer {
  if (status === 401) return { kind: 'expired' };
  if (status < 200 || status > 299) return { kind: 'refused', status };
  const body = text === '' ? null : parseJson(text);
  if (body === undefined) return { kind: 'malformed', status };
  const etag = headers.get('etag');
  const location = headers.get('location');
  return { kind: 'answered', status, body, ...(etag ? { etag } : {}), ...(location ? { location } : {}) };
}
