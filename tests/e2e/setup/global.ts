import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildAll, freePort, serveAll } from '../../../scripts/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the app, e.g. `http://localhost:40001`. */
    appUrl: string;
    /** Origin of the sandbox EHR. */
    ehrUrl: string;
    /** Where the CDS Hooks service that this EHR asks keeps feedback. */
    feedbackFile: string;
    /** The same app on another site (127.0.0.1), and an EHR that launches it: third-party storage is then blocked. */
    crossSiteEhrUrl: string;
    crossSiteAppUrl: string;
  }
}

/** Builds once and serves the app and the sandbox EHR for all end-to-end tests, same-site and cross-site. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildAll();
  const folder = mkdtempSync(join(tmpdir(), 'indikation-'));
  const feedbackFile = join(folder, 'feedback.sqlite');
  const ports = { app: await freePort(), ehr: await freePort(), hooks: await freePort() };
  const served = await serveAll(ports, 'localhost', feedbackFile);
  const crossSite = await serveAll({ app: await freePort(), ehr: await freePort() }, '127.0.0.1');
  project.provide('appUrl', served.appUrl);
  project.provide('ehrUrl', served.ehrUrl);
  project.provide('feedbackFile', feedbackFile);
  project.provide('crossSiteAppUrl', crossSite.appUrl);
  project.provide('crossSiteEhrUrl', crossSite.ehrUrl);
  return async () => {
    await Promise.all([served.close(), crossSite.close()]);
    rmSync(folder, { recursive: true });
  };
}
