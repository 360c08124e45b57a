import { startSandbox } from './server.ts';

/** `tsx sandbox/main.ts` starts the sandbox EHR alone. EHR_PORT, APP_URL and HOOKS_URL say where it, the app and the services are. */
const port = Number(process.env.EHR_PORT ?? 5174);
const appUrl = process.env.APP_URL ?? 'http://localhost:5173';
const hooksUrl = process.env.HOOKS_URL;
const sandbox = await startSandbox({ port, appUrl, ...(hooksUrl === undefined ? {} : { hooksUrl }) });
console.log(`Sandbox EHR: ${sandbox.url}/ (the app is expected at ${appUrl})`);
