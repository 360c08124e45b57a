import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, preview } from 'vite';
import { type SandboxOptions, startSandbox } from '../sandbox/server.ts';
import { DEFAULTS } from '../src/cds-hooks/configuration.ts';
import { startService } from '../src/cds-hooks/start.ts';
import { rulesPlugin } from './rules-plugin.ts';
import { securityHeaders } from './security-headers.ts';
import { checkSite } from './site-check.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The sandbox's FHIR base as it stands in public/site.json. */
const SANDBOX_ISSUER = 'http://localhost:5174/fhir';

/** The app, the sandbox EHR and the CDS Hooks service, each on its own origin. */
export interface Served {
  readonly appUrl: string;
  readonly ehrUrl: string;
  /** Undefined where it was not asked for. */
  readonly hooksUrl: string | undefined;
  close(): Promise<void>;
}

/** The app, the author's workbench beside it, and the sandbox's page, built as they are shipped. */
export async function buildAll(): Promise<void> {
  await asShipped(async () => {
    await build({ configFile: at('../vite.config.ts'), root: at('..'), logLevel: 'warn' });
    await build({ configFile: at('./offline.vite.config.ts'), logLevel: 'warn' });
    await build({ configFile: at('./workbench.vite.config.ts'), logLevel: 'warn' });
    await build({ configFile: at('../sandbox/page/vite.config.ts'), logLevel: 'warn' });
  });
}

/** The app alone, built with another rules folder into a folder of its own. */
export async function buildWithRules(rulesFolder: string, outDir: string): Promise<void> {
  await asShipped(() =>
    build({
      configFile: at('../vite.config.ts'),
      root: at('..'),
      logLevel: 'error',
      // Before the plugin of the configuration, which then finds its modules taken.
      plugins: [{ ...rulesPlugin(rulesFolder), enforce: 'pre' }],
      build: { outDir, emptyOutDir: true },
    }),
  );
}

/** The test runner sets NODE_ENV, from which Vite would make a build for developers. */
async function asShipped(work: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Where to listen. */
export interface Ports {
  readonly app: number;
  readonly ehr: number;
  /** The CDS Hooks service; left out, the EHR has none to ask. */
  readonly hooks?: number;
}

/**
 * Serves what was built: the app as static files under its security headers, the sandbox EHR, and the CDS Hooks service
 * where a port is given. `host` is the name the app is reached by; another name than the EHR's makes the two different
 * sites, as in real life.
 * @param feedbackFile where the service keeps feedback
 */
export async function serveAll(
  ports: Ports,
  host: 'localhost' | '127.0.0.1' = 'localhost',
  feedbackFile = 'data/feedback.sqlite',
  sandboxOptions: Partial<SandboxOptions> = {},
): Promise<Served> {
  if (!existsSync(at('../dist/index.html'))) throw new Error('Nothing is built yet: run "npm run build" first.');
  const appUrl = `http://${host}:${ports.app}`;
  const ehrUrl = `http://localhost:${ports.ehr}`;
  const hooks =
    ports.hooks === undefined ? null : await serveHooks({ port: ports.hooks, appUrl, ehrUrl, feedbackFile });
  const site = siteOf(ehrUrl, hooks?.service.sealer.publicKeys ?? []);
  checkSite(site);
  const server = await preview({
    configFile: at('../vite.config.ts'),
    root: at('..'),
    logLevel: 'warn',
    plugins: [sitePlugin(site)],
    preview: { port: ports.app, strictPort: true, host, headers: securityHeaders(site) },
  });
  const hooksUrl = hooks === null ? {} : { hooksUrl: hooks.url };
  const sandbox = await startSandbox({ port: ports.ehr, appUrl, ...hooksUrl, ...sandboxOptions });
  return {
    appUrl,
    ehrUrl: sandbox.url,
    hooksUrl: hooks?.url,
    async close() {
      await Promise.all([server.close(), sandbox.close(), hooks?.close()]);
    },
  };
}

/** Serves a folder that the app was built into, under its security headers. */
export async function serveApp(outDir: string, port: number): Promise<Pick<Served, 'appUrl' | 'close'>> {
  const server = await preview({
    configFile: at('../vite.config.ts'),
    root: at('..'),
    logLevel: 'warn',
    build: { outDir },
    preview: { port, strictPort: true, host: 'localhost' },
  });
  return { appUrl: `http://localhost:${port}`, close: () => server.close() };
}

/** The site configuration of this run: the sandbox's own address, and the keys with which the app checks what cards say. */
function siteOf(ehrUrl: string, appContextKeys: readonly unknown[]): string {
  const site: object = JSON.parse(
    readFileSync(at('../public/site.json'), 'utf8').replaceAll(SANDBOX_ISSUER, `${ehrUrl}/fhir`),
  );
  return JSON.stringify({ ...site, appContextKeys });
}

/** The CDS Hooks service for the sandbox alone, which signs its calls. */
function serveHooks(where: { port: number; appUrl: string; ehrUrl: string; feedbackFile: string }) {
  const { port, appUrl, ehrUrl, feedbackFile } = where;
  const { host, feedback } = DEFAULTS;
  return startService(
    {
      ...DEFAULTS,
      port,
      baseUrl: `http://${host}:${port}`,
      appUrl,
      clients: [{ issuer: ehrUrl, jwksUrl: `${ehrUrl}/auth/jwks` }],
      fhirServers: [`${ehrUrl}/fhir`],
      origins: [ehrUrl],
      siteFile: at('../public/site.json'),
      feedback: { ...feedback, file: feedbackFile },
    },
    at('../rules'),
  );
}

/** Serves the site configuration of this run in place of the file that was built. */
function sitePlugin(site: string): Plugin {
  return {
    name: 'indikation-site',
    configurePreviewServer(server) {
      server.middlewares.use('/site.json', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(site);
      });
    },
  };
}

/**
 * Below the ports that systems give out by themselves (from 32768 on Linux, from 49152 elsewhere): between asking and
 * listening, any connection that somebody opens could be given one of those.
 */
const PORTS = { first: 20_000, count: 12_000 };
const given = new Set<number>();

/** A port that nobody listens on, and that is given out once. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

/** Whether nobody listens on a port of this machine. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    });
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}
