import './websocket-shim.ts';
import { isResource } from '@medplum/core';
import type { Bundle, BundleEntry, OperationOutcome } from '@medplum/fhirtypes';
import { type Answer, refusal } from './answer.ts';
import { interact } from './interact.ts';
import type { Caller } from './permission.ts';
import type { FhirServer } from './server.ts';

const largestBatch = 200;

/**
 * A batch (FHIR R4 http.html#transaction): every entry is an interaction of its own, with its own permission, status and
 * error. Transactions are not offered, since Medplum's repository in memory cannot take one back.
 */
export async function runBatch(server: FhirServer, caller: Caller, body: unknown): Promise<Answer> {
  if (caller.options.refuseBatch) return refusal(405, 'not-supported', 'This server takes no batch (on purpose)');
  if (!isResource<Bundle>(body, 'Bundle')) return refusal(400, 'structure', 'The body is not a Bundle in JSON');
  if (body.type !== 'batch')
    return refusal(400, 'not-supported', `A Bundle of type ${body.type} is not supported here`);
  const entries = body.entry ?? [];
  if (!Array.isArray(entries)) return refusal(400, 'structure', 'Bundle.entry is not a list');
  if (entries.length > largestBatch) return refusal(413, 'too-costly', `More than ${largestBatch} entries in a batch`);
  const answers: BundleEntry[] = [];
  for (const entry of entries) answers.push(toEntry(await answerEntry(server, caller, entry)));
  return { status: 200, resource: { resourceType: 'Bundle', type: 'batch-response', entry: answers } };
}

async function answerEntry(server: FhirServer, caller: Caller, entry: BundleEntry): Promise<Answer> {
  const { method, url, ifMatch } = entry?.request ?? {};
  if (typeof method !== 'string' || typeof url !== 'string') {
    return refusal(400, 'required', 'A batch entry needs request.method and request.url');
  }
  const relative = url.startsWith(`${server.base}/`) ? url.slice(server.base.length + 1) : url.replace(/^\//, '');
  const [path = '', query = ''] = relative.split('?', 2);
  // A batch inside a batch, or the URL of another server, is no type that this server has: 404.
  return interact(server, caller, {
    method,
    path,
    query: new URLSearchParams(query),
    body: entry.resource,
    ifMatch,
    strict: false,
  });
}

function toEntry(answer: Answer): BundleEntry {
  const { status, resource, etag, lastModified, location } = answer;
  const response = {
    status: String(status),
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
    ...(location ? { location } : {}),
  };
  if (isResource<OperationOutcome>(resource, 'OperationOutcome'))
    return { response: { ...response, outcome: resource } };
  return { ...(resource ? { resource } : {}), response };
}
