import type { TestProject } from 'vitest/node';
import { buildAll, freePort, serveAll } from '../../../scripts/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the app, e.g. `http://localhost:40001`. */
    appUrl: string;
    /** Origin of the sandbox EHR. */
    ehrUrl: string;
    /** The same app on another site (127.0.0.1), and an EHR that launches it: third-party storage is then blocked. */
    crossSiteEhrUrl: string;
    crossSiteAppUrl: string;
  }
}

/** Builds once and serves the app and the sandbox EHR for all end-to-end tests, same-site and cross-site. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildAll();
  const served = await serveAll({ app: await freePort(), ehr: await freePort() });
  const crossSite = await serveAll({ app: await freePort(), ehr: await freePort() }, '127.0.0.1');
  project.provide('appUrl', served.appUrl);
  project.provide('ehrUrl', served.ehrUrl);
  project.provide('crossSiteAppUrl', crossSite.appUrl);
  project.provide('crossSiteEhrUrl', crossSite.ehrUrl);
  return async () => {
    await Promise.all([served.close(), crossSite.close()]);
  };
}
