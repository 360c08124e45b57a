import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, preview } from 'vite';
import { startSandbox } from '../sandbox/server.ts';
import { securityHeaders } from './security-headers.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The sandbox's FHIR base as it stands in public/site.json. */
const SANDBOX_ISSUER = 'http://localhost:5174/fhir';

/** The app and the sandbox EHR, each on its own origin. */
export interface Served {
  readonly appUrl: string;
  readonly ehrUrl: string;
  close(): Promise<void>;
}

/**
 * Builds the app, the author's workbench beside it, and the sandbox's page, as they are shipped: the test runner sets
 * NODE_ENV, from which Vite would make a build for developers.
 */
export async function buildAll(): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await build({ configFile: at('../vite.config.ts'), root: at('..'), logLevel: 'warn' });
    await build({ configFile: at('./workbench.vite.config.ts'), logLevel: 'warn' });
    await build({ configFile: at('../sandbox/page/vite.config.ts'), logLevel: 'warn' });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/**
 * Serves what was built: the app as static files under its security headers, and the sandbox EHR. `host` is the name
 * the app is reached by; another name than the EHR's makes the two different sites, as in real life.
 */
export async function serveAll(
  ports: { readonly app: number; readonly ehr: number },
  host: 'localhost' | '127.0.0.1' = 'localhost',
): Promise<Served> {
  if (!existsSync(at('../dist/index.html'))) throw new Error('Nothing is built yet: run "npm run build" first.');
  const site = readFileSync(at('../public/site.json'), 'utf8').replaceAll(
    SANDBOX_ISSUER,
    `http://localhost:${ports.ehr}/fhir`,
  );
  const server = await preview({
    configFile: at('../vite.config.ts'),
    root: at('..'),
    logLevel: 'warn',
    plugins: [sitePlugin(site)],
    preview: { port: ports.app, strictPort: true, host, headers: securityHeaders(site) },
  });
  const appUrl = `http://${host}:${ports.app}`;
  const sandbox = await startSandbox({ port: ports.ehr, appUrl });
  return {
    appUrl,
    ehrUrl: sandbox.url,
    async close() {
      await Promise.all([server.close(), sandbox.close()]);
    },
  };
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

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port could be had'));
      });
    });
  });
}
