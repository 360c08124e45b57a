import type { CapabilityStatement } from 'fhir/r4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { launchApp } from './authorize.ts';
import { appUrl, startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ appUrl: `${appUrl}/` });
});
afterAll(() => sandbox.close());

test('the SMART configuration says what an app needs to authorize, and is public', async () => {
  const response = await fetch(`${sandbox.fhirBase}/.well-known/smart-configuration`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toMatchObject({
    issuer: `${sandbox.url}/auth`,
    jwks_uri: `${sandbox.url}/auth/jwks`,
    authorization_endpoint: `${sandbox.url}/auth/authorize`,
    token_endpoint: `${sandbox.url}/auth/token`,
    grant_types_supported: ['authorization_code'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: expect.arrayContaining(['launch', 'launch/servicerequest', 'patient/ServiceRequest.cruds']),
    capabilities: expect.arrayContaining([
      'launch-ehr',
      'client-public',
      'permission-v2',
      'context-banner',
      'context-style',
    ]),
  });
});

test('the CapabilityStatement lists what is there and is public', async () => {
  const response = await fetch(`${sandbox.fhirBase}/metadata`);
  const statement: CapabilityStatement = await response.json();
  expect(statement).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', kind: 'instance' });
  const [rest] = statement.rest ?? [];
  expect(rest?.interaction).toEqual([{ code: 'batch' }]);
  const order = rest?.resource?.find((resource) => resource.type === 'ServiceRequest');
  expect(order?.interaction?.map(({ code }) => code)).not.toContain('delete');
  const names = order?.searchParam?.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['_id', '_lastUpdated', 'patient', 'subject', 'status', 'code', 'category']),
  );
});

test('every type of the patient compartment can be searched by patient', async () => {
  const statement: CapabilityStatement = await (await fetch(`${sandbox.fhirBase}/metadata`)).json();
  const withoutPatient = (statement.rest?.[0]?.resource ?? [])
    .filter(({ searchParam }) => !searchParam?.some(({ name }) => name === 'patient'))
    .map(({ type }) => type);
  expect(withoutPatient).toEqual([
    'Binary',
    'Location',
    'Medication',
    'Organization',
    'Patient',
    'Practitioner',
    'PractitionerRole',
  ]);
});

test('a slash at the end of the app URL makes no difference', async () => {
  expect((await launchApp(sandbox, { patient: 'ane' })).launchUrl).toContain(`${appUrl}/launch.html?`);
});

test('a port that is taken is an error, not a silence', async () => {
  const port = Number(new URL(sandbox.url).port);
  await expect(startSandbox({ port, appUrl })).rejects.toThrow('EADDRINUSE');
});

test('what is nowhere is not found', async () => {
  expect((await fetch(`${sandbox.url}/auth/nothing`)).status).toBe(404);
  expect((await fetch(`${sandbox.url}/ehr/api/nothing`)).status).toBe(404);
});
