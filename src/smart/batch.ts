import { isJsonObject } from './json-object.ts';
import type { Answer, Connection } from './request.ts';

/**
 * Reads several addresses in one request (FHIR R4 http.html#transaction, a batch): one round trip and one preflight
 * instead of many. Null where the server takes no batch, or answers with something else than one answer per address.
 * @param paths relative to the FHIR base, e.g. `Patient/1`
 */
export async function readBatch(
  connection: Connection,
  paths: readonly string[],
  timeoutMs: number,
): Promise<readonly Answer[] | { readonly kind: 'expired' } | null> {
  const entry = paths.map((url) => ({ request: { method: 'GET', url } }));
  const body = { resourceType: 'Bundle', type: 'batch', entry };
  const answer = await connection.request('', { method: 'POST', body, timeoutMs });
  if (answer.kind === 'expired') return answer;
  if (answer.kind !== 'answered') return null;
  const entries = readEntries(answer.body);
  return entries !== null && entries.length === paths.length ? entries.map(toAnswer) : null;
}

function readEntries(body: unknown): readonly unknown[] | null {
  if (!isJsonObject(body) || body.resourceType !== 'Bundle' || body.type !== 'batch-response') return null;
  return Array.isArray(body.entry) ? body.entry : null;
}

/** An entry as if it had been asked for alone. `response.status` starts with the HTTP code: "200 OK". */
function toAnswer(entry: unknown): Answer {
  const response = isJsonObject(entry) ? entry.response : undefined;
  const text = isJsonObject(response) ? response.status : undefined;
  const code = typeof text === 'string' ? /^\d{3}/.exec(text)?.[0] : undefined;
  if (!isJsonObject(entry) || code === undefined) return { kind: 'malformed', status: 200 };
  const status = Number(code);
  if (status === 401) return { kind: 'expired' };
  if (status < 200 || status > 299) return { kind: 'refused', status };
  return { kind: 'answered', status, body: entry.resource ?? null };
}
