import { get } from 'node:http';
import { expect, test } from 'vitest';
import { startSandbox } from '../../../sandbox/server.ts';
import { freePort } from '../../../scripts/serve.ts';
import { appUrl } from './start.ts';

/** Status of the first answer that comes once somebody listens; who calls earlier is refused, and calls again. */
function firstAnswer(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', (error) => {
      if ('code' in error && error.code === 'ECONNREFUSED') setImmediate(() => resolve(firstAnswer(url)));
      else reject(error);
    });
  });
}

test('whoever calls while the people are still being read is answered when they are', async () => {
  const port = await freePort();
  const starting = startSandbox({ port, appUrl });
  const answered = firstAnswer(`http://localhost:${port}/fhir/.well-known/smart-configuration`);
  const sandbox = await starting;
  expect(await answered).toBe(200);
  await sandbox.close();
});
