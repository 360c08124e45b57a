import { fileURLToPath } from 'node:url';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server.ts';

/** Where the app would be. Nothing needs to listen there. */
export const appUrl = 'http://localhost:5999';

/** A sandbox on a free port with the two people in `fixtures/people`, Ane and Bo. */
export function startTestSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const peopleDir = fileURLToPath(new URL('fixtures/people', import.meta.url));
  const pageDir = fileURLToPath(new URL('fixtures/page', import.meta.url));
  return startSandbox({ port: 0, appUrl, peopleDir, pageDir, ...options });
}
