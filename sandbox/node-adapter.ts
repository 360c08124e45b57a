import type { IncomingMessage, RequestListener } from 'node:http';

/** More than this is not even read. In bytes. */
const largestBody = 10_000_000;

/**
 * Lets a standard `Request` → `Response` function answer Node's HTTP server.
 * @param origin under which requests are seen, whatever their Host header says
 */
export function toListener(origin: string, handle: (request: Request) => Promise<Response>): RequestListener {
  return async (incoming, outgoing) => {
    try {
      const request = await toRequest(origin, incoming);
      const response = request ? await handle(request) : new Response(null, { status: 400 });
      const body = new Uint8Array(await response.arrayBuffer());
      const length = response.body ? { 'content-length': body.length } : {};
      outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), ...length });
      outgoing.end(body);
    } catch (error) {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    }
  };
}

async function toRequest(origin: string, incoming: IncomingMessage): Promise<Request | undefined> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const body = hasBody ? await readBytes(incoming) : null;
  const url = origin + incoming.url;
  if (body === undefined || !URL.canParse(url)) return undefined;
  return new Request(url, { method: hasBody ? (incoming.method ?? 'GET') : 'GET', headers, body });
}

async function readBytes(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
