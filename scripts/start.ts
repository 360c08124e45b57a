import { buildAll, isFree, serveAll } from './serve.ts';

/** `npm start`: builds, then serves the app on APP_PORT, the sandbox EHR on EHR_PORT and the CDS Hooks service on HOOKS_PORT. */
const app = Number(process.env.APP_PORT ?? 5173);
const ehr = Number(process.env.EHR_PORT ?? 5174);
const hooks = Number(process.env.HOOKS_PORT ?? 5175);

for (const [name, port] of Object.entries({ APP_PORT: app, EHR_PORT: ehr, HOOKS_PORT: hooks })) {
  if (await isFree(port)) continue;
  console.error(`Something else listens on port ${port}. Stop it, or choose another: ${name}=${port + 100} npm start`);
  process.exit(1);
}

console.log('Building; this takes up to a minute.');
await buildAll();
const { appUrl, ehrUrl, hooksUrl } = await serveAll({ app, ehr, hooks });

console.log(`
  Indikation is running.

  Open the sandbox EHR:   ${ehrUrl}/
  The app by itself:      ${appUrl}/      (check an indication by hand)
  The author's workbench: ${appUrl}/workbench.html
  The CDS Hooks service:  ${hooksUrl}/cds-services      (asked by the sandbox EHR alone)

  Synthetic people only. No guideline is clinically approved. Stop with Ctrl+C.
`);
