import { keptFor, PAGE } from './answering.ts';
import type { InstallEvent, WorkerScope } from './worker-scope.ts';

/** Put in at build (scripts/offline.vite.config.ts). */
declare const FILES: readonly string[];
declare const VERSION: string;
declare const self: WorkerScope;

/** Caches of ours have this before their version. */
const PREFIX = 'indikation-offline-';
const CACHE = PREFIX + VERSION;
/** How long the network may take for the page before the kept one is shown, in milliseconds. */
const PATIENCE = 4_000;

const folder = self.registration.scope;

self.addEventListener('install', (event) => event.waitUntil(Promise.all([keepFiles(), layRoutes(event)])));
self.addEventListener('activate', (event) => event.waitUntil(dropFormerBuilds()));
self.addEventListener('fetch', (event) => {
  const name = keptFor(event.request, { folder, files: FILES });
  if (name !== null) event.respondWith(name === PAGE ? newestPage(event.request) : keptFile(event.request, name));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [PAGE, ...FILES].map(async (name) => {
      const response = await fetch(new URL(name, folder), { cache: 'no-cache', credentials: 'omit' });
      if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
      await cache.put(new URL(name, folder), plainCopy(response));
    }),
  );
}

/**
 * A page that was redirected to (index.html to /) may not be answered with as it is. Nothing here varies by who asks, and
 * what comes out of the cache is no longer compressed.
 */
function plainCopy(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const name of ['vary', 'content-encoding', 'content-length']) headers.delete(name);
  return new Response(response.body, { headers });
}

/** So that the browser need not even start the worker for a launch, for FHIR, or for a file it finds in the cache. */
async function layRoutes(event: InstallEvent): Promise<void> {
  const { pathname } = new URL(folder);
  try {
    await event.addRoutes?.([
      {
        condition: { urlPattern: { pathname: `${pathname}assets/*`, search: '' } },
        source: { cacheName: CACHE },
      },
      {
        condition: { urlPattern: { pathname: `${pathname}{${PAGE}}?`, search: '{lang=*}?' }, requestMode: 'navigate' },
        source: 'fetch-event',
      },
      { condition: { urlPattern: { protocol: 'http{s}?' } }, source: 'network' },
    ]);
  } catch {
    // A browser with another idea of routes asks the worker, which says the same.
    return;
  }
}

async function dropFormerBuilds(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

/** Guidelines must not be older than they need be: the network's page where it comes in time, else the kept one. */
async function newestPage(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (response.ok) return response;
  } catch {
    return (await kept(PAGE)) ?? Response.error();
  }
  return (await kept(PAGE)) ?? fetch(request);
}

async function keptFile(request: Request, name: string): Promise<Response> {
  return (await kept(name)) ?? fetch(request);
}

async function kept(name: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return cache.match(new URL(name, folder));
}
