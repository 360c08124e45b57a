import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { handle } from './handle.ts';
import type { HooksRequest, HooksResponse } from './http.ts';
import { failureResponse } from './operation-outcome.ts';
import type { HooksService } from './service.ts';

/** How long a client may take to send a call, in milliseconds. */
const SLOWEST_MS = 10_000;
/** How long a connection is kept for the next call: longer than proxies keep theirs, so that none is closed under a call. */
const IDLE_MS = 65_000;

/** The service over HTTP/1.1; TLS is the reverse proxy's in front of it. Bodies beyond the limit are not read. */
export function createHooksServer(service: HooksService): Server {
  const server = createServer((incoming, outgoing) => {
    answer(service, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.requestTimeout = SLOWEST_MS;
  server.headersTimeout = SLOWEST_MS;
  server.keepAliveTimeout = IDLE_MS;
  return server;
}

async function answer(service: HooksService, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { maxBodyBytes, language } = service.configuration;
  const body = await readBody(incoming, maxBodyBytes);
  if (body === null) {
    send(outgoing, failureResponse({ code: 'too-large' }, language, { connection: 'close' }));
    return;
  }
  send(outgoing, await handle(service, requestOf(incoming, body)));
}

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: string): HooksRequest {
  const single = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return { method, path: url.split('?', 1)[0] ?? '/', headers: Object.fromEntries(single), body };
}

/** The body as text; null where it is larger than allowed. Rejects when the client goes away. */
function readBody(incoming: IncomingMessage, most: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    if (Number(incoming.headers['content-length'] ?? 0) > most) {
      resolve(null);
      return;
    }
    incoming.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most) parts.push(part);
      else resolve(null);
    });
    incoming.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    incoming.on('error', reject);
    incoming.on('aborted', () => reject(new Error('aborted')));
  });
}

function send(outgoing: ServerResponse, { status, headers, body }: HooksResponse): void {
  outgoing.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  outgoing.end(body);
}
