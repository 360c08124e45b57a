import { buildAll, serveAll } from './serve.ts';

/** `npm start`: builds, then serves the app on APP_PORT and the sandbox EHR on EHR_PORT (design.md section 8). */
const app = Number(process.env.APP_PORT ?? 5173);
const ehr = Number(process.env.EHR_PORT ?? 5174);

await buildAll();
const { appUrl, ehrUrl } = await serveAll({ app, ehr });

console.log(`
  Indikation is running.

  Open the sandbox EHR:   ${ehrUrl}/
  The app by itself:      ${appUrl}/      (check an indication by hand)
  The author's workbench: ${appUrl}/workbench.html

  Synthetic people only. No guideline is clinically approved. Stop with Ctrl+C.
`);
