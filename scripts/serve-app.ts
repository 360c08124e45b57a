import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAppFiles } from './app-files.ts';

/**
 * `npm run serve`: an example of a server for production: the built app under its headers, over plain HTTP on HOST
 * (127.0.0.1) and PORT (8080), behind whatever ends TLS. DIST names another folder than `dist`. It logs no addresses: the
 * launch value and the authorization code pass through them.
 */
const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 8080);
const answer = createAppFiles(process.env.DIST ?? fileURLToPath(new URL('../dist', import.meta.url)));

const server = createServer((incoming, outgoing) => {
  const { 'accept-encoding': acceptEncoding, 'if-none-match': ifNoneMatch } = incoming.headers;
  const { status, headers, body } = answer({
    method: incoming.method ?? 'GET',
    path: incoming.url ?? '/',
    acceptEncoding: acceptEncoding?.toString(),
    ifNoneMatch,
  });
  outgoing.writeHead(status, headers).end(body);
});
server.listen(port, host, () => console.log(`The app: http://${host}:${port}/`));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)));
