import { startSandbox } from './server.ts';

/** `tsx sandbox/main.ts` starts the sandbox EHR alone. EHR_PORT and APP_URL say where it and the app are. */
const port = Number(process.env.EHR_PORT ?? 5174);
const appUrl = process.env.APP_URL ?? 'http://localhost:5173';
const sandbox = await startSandbox({ port, appUrl });
console.log(`Sandbox EHR: ${sandbox.url}/ (the app is expected at ${appUrl})`);
