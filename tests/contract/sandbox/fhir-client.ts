import type { Bundle, BundleEntry, FhirResource, OperationOutcome } from 'fhir/r4';
import type { Target } from './authorize.ts';

/** An answer of the FHIR server: status, headers and the body, if it was JSON. */
export type FhirAnswer<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };

/** A caller of the FHIR server with one token. Bodies are taken for what the test says they are. */
export function createFhirClient(target: Target, token: string) {
  async function call<Body = FhirResource>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<FhirAnswer<Body>> {
    const url = path.startsWith('http') ? path : `${target.fhirBase}/${path}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }
  return {
    call,
    read: <Body = FhirResource>(path: string) => call<Body>('GET', path),
    search: (path: string, headers?: Record<string, string>) => call<Bundle>('GET', path, undefined, headers),
    refused: (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      call<OperationOutcome>(method, path, body, headers),
    batch: (...requests: BundleEntry[]) =>
      call<Bundle>('POST', '', { resourceType: 'Bundle', type: 'batch', entry: requests }),
  };
}

/** `Type/id` of each match in a searchset, in order. */
export function matches(bundle: Bundle): string[] {
  const found = (bundle.entry ?? []).filter((entry) => entry.search?.mode === 'match');
  return found.map((entry) => `${entry.resource?.resourceType}/${entry.resource?.id}`);
}

/** A GET as an entry of a batch. */
export function get(url: string): BundleEntry {
  return { request: { method: 'GET', url } };
}
