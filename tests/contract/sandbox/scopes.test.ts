import type { Appointment, Bundle, Provenance, ServiceRequest } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantScopes, parseResourceScope } from '../../../sandbox/authorization/scopes.ts';
import type { RunningSandbox } from '../../../sandbox/server.ts';
import { authorizeApp, openSession } from './authorize.ts';
import { createFhirClient, matches } from './fhir-client.ts';
import { startTestSandbox } from './start.ts';

let sandbox: RunningSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** The FHIR server as an app sees it that was launched for Ane with these scopes. */
async function appWith(scopes: string) {
  return createFhirClient(sandbox, (await authorizeApp(sandbox, { patient: 'ane' }, `launch ${scopes}`)).access_token);
}

const orderFor = (patient: string): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'order',
  subject: { reference: `Patient/${patient}` },
});

describe('each letter lets the app do one thing', () => {
  const everything = {
    r: (app: Awaited<ReturnType<typeof appWith>>) => app.read('ServiceRequest/ane-order'),
    s: (app: Awaited<ReturnType<typeof appWith>>) => app.search('ServiceRequest?patient=ane'),
    c: (app: Awaited<ReturnType<typeof appWith>>) => app.call('POST', 'ServiceRequest', orderFor('ane')),
    u: (app: Awaited<ReturnType<typeof appWith>>) =>
      app.call('PUT', 'ServiceRequest/ane-order', { ...orderFor('ane'), id: 'ane-order' }),
  };

  test.each([
    ['patient/ServiceRequest.r', 'r'],
    ['patient/ServiceRequest.s', 's'],
    ['patient/ServiceRequest.c', 'c'],
    ['patient/ServiceRequest.u', 'u'],
    ['patient/ServiceRequest.rs', 'rs'],
    ['patient/ServiceRequest.read', 'rs'],
    ['patient/ServiceRequest.write', 'cu'],
    ['patient/ServiceRequest.*', 'crus'],
    ['patient/*.rs', 'rs'],
    ['patient/Condition.cruds', ''],
    ['user/ServiceRequest.r', 'r'],
  ])('%s', async (scope, allowed) => {
    const app = await appWith(scope);
    for (const [letter, act] of Object.entries(everything)) {
      const { status } = await act(app);
      if (allowed.includes(letter)) expect(status, letter).toBeLessThan(300);
      else expect(status, letter).toBe(403);
    }
  });

  test('reading covers versions and history', async () => {
    const app = await appWith('patient/ServiceRequest.r');
    expect((await app.read('ServiceRequest/ane-order/_history/1')).status).toBe(200);
    expect((await app.read('ServiceRequest/ane-order/_history')).status).toBe(200);
    const other = await appWith('patient/ServiceRequest.cus');
    expect((await other.read('ServiceRequest/ane-order/_history/1')).status).toBe(403);
    expect((await other.read('ServiceRequest/ane-order/_history')).status).toBe(403);
  });
});

describe('a patient scope stays with its patient', () => {
  test('another patient is not read, in no version', async () => {
    const app = await appWith('patient/*.cruds');
    for (const path of [
      'Patient/bo',
      'Condition/bo-secret',
      'Condition/bo-secret/_history',
      'Condition/bo-secret/_history/1',
    ]) {
      const { status, body } = await app.read(path);
      expect(status, path).toBe(403);
      expect(JSON.stringify(body)).not.toContain('Noget om Bo');
    }
  });

  test('a search without a patient finds and counts only the patient of the token', async () => {
    const app = await appWith('patient/*.cruds');
    const { body } = await app.search('Condition');
    expect(matches(body)).toEqual(['Condition/ane-pain']);
    expect(body.total).toBe(1);
    expect(matches((await app.search('Patient')).body)).toEqual(['Patient/ane']);
  });

  test('a search that names another patient is refused, not answered with nothing', async () => {
    const app = await appWith('patient/*.cruds');
    for (const query of ['patient=bo', 'patient=Patient/bo', 'subject=Patient/bo', 'patient=ane,bo']) {
      expect((await app.search(`Condition?${query}`)).status, query).toBe(403);
    }
  });

  test('nothing is written for another patient', async () => {
    const app = await appWith('patient/*.cruds');
    expect((await app.call('POST', 'ServiceRequest', orderFor('bo'))).status).toBe(403);
    const taken = { ...orderFor('ane'), id: 'bo-order' };
    expect((await app.call('PUT', 'ServiceRequest/bo-order', taken)).status).toBe(403);
    const moved = { ...orderFor('bo'), id: 'ane-order' };
    expect((await app.call('PUT', 'ServiceRequest/ane-order', moved)).status).toBe(403);
    const { resourceType, status, intent } = orderFor('ane');
    const nobodys = { resourceType, status, intent, subject: { display: 'Ane' } };
    expect((await app.call('POST', 'ServiceRequest', nobodys)).status).toBe(403);
  });

  test('what is about two patients is read by neither', async () => {
    const participant = ['ane', 'bo'].map((id) => ({ actor: { reference: `Patient/${id}` }, status: 'accepted' }));
    const page = createFhirClient(sandbox, await openSession(sandbox));
    const shared = { resourceType: 'Appointment', status: 'proposed', participant };
    const { body } = await page.call<Appointment>('POST', 'Appointment', shared);
    const app = await appWith('patient/*.cruds');
    expect((await app.read(`Appointment/${body.id}`)).status).toBe(403);
    expect(matches((await app.search('Appointment?patient=ane')).body)).toEqual(['Appointment/ane-appointment']);
  });

  test('a user scope reaches other patients', async () => {
    const app = await appWith('user/Condition.rs');
    expect((await app.read('Condition/bo-secret')).status).toBe(200);
  });

  test('what belongs to nobody can be read, and not written', async () => {
    const app = await appWith('patient/*.cruds');
    const { status, body } = await app.read('Medication/prednisolone');
    expect(status).toBe(200);
    expect((await app.call('PUT', 'Medication/prednisolone', body)).status).toBe(403);
    expect((await app.call('POST', 'Medication', { resourceType: 'Medication' })).status).toBe(403);
  });

  test('a provenance belongs to the patient of what it is about', async () => {
    const app = await appWith('patient/Provenance.cr');
    const about = (order: string): Provenance => ({
      resourceType: 'Provenance',
      target: [{ reference: `ServiceRequest/${order}` }],
      recorded: '2026-11-01T10:00:00Z',
      agent: [{ who: { reference: 'Practitioner/doctor' } }],
    });
    const { status, body } = await app.call<Provenance>('POST', 'Provenance', about('ane-order'));
    expect(status).toBe(201);
    expect((await app.read(`Provenance/${body.id}`)).status).toBe(200);
    expect((await app.call('POST', 'Provenance', about('bo-order'))).status).toBe(403);
  });

  test('a Binary belongs to the patient of what it names, and is its content where that is asked for', async () => {
    const app = await appWith('patient/Binary.cr');
    const about = (order: string) => ({
      resourceType: 'Binary',
      contentType: 'application/json',
      securityContext: { reference: `ServiceRequest/${order}` },
      data: Buffer.from('{"a":1}').toString('base64'),
    });
    const { status, body } = await app.call<{ id: string }>('POST', 'Binary', about('ane-order'));
    expect(status).toBe(201);
    expect((await app.read(`Binary/${body.id}`)).body).toMatchObject({ resourceType: 'Binary' });
    const content = await app.call<unknown>('GET', `Binary/${body.id}`, undefined, { accept: 'text/plain' });
    expect(content.body).toEqual({ a: 1 });
    expect((await app.call('POST', 'Binary', about('bo-order'))).status).toBe(403);
  });

  test('an included resource needs a scope of its own', async () => {
    const path = 'MedicationRequest?patient=ane&_include=MedicationRequest:medication';
    const included = async (scopes: string) => {
      const { body } = await (await appWith(scopes)).search(path);
      return (body as Bundle).entry?.map((entry) => entry.resource?.resourceType);
    };
    expect(await included('patient/MedicationRequest.rs')).toEqual(['MedicationRequest']);
    expect(await included('patient/MedicationRequest.rs patient/Medication.r')).toEqual([
      'MedicationRequest',
      'Medication',
    ]);
  });

  test('a scope with a query reaches only what matches it', async () => {
    const category = 'http://terminology.hl7.org/CodeSystem/observation-category|vital-signs';
    const app = await appWith(`patient/Observation.rs?category=${category}`);
    expect(matches((await app.search('Observation?patient=ane')).body)).toEqual(['Observation/ane-weight']);
    expect((await app.read('Observation/ane-lab-autumn')).status).toBe(403);
  });

  test("the EHR's own page reaches everybody", async () => {
    const page = createFhirClient(sandbox, await openSession(sandbox));
    expect(matches((await page.search('Patient')).body)).toEqual(['Patient/ane', 'Patient/bo']);
  });
});

describe('reading a scope', () => {
  test.each([
    ['patient/Observation.rs', { level: 'patient', type: 'Observation', letters: 'rs' }],
    ['user/*.read', { level: 'user', type: '*', letters: 'rs' }],
    ['patient/Observation.write', { level: 'patient', type: 'Observation', letters: 'cud' }],
    [
      'patient/Observation.rs?category=x',
      { level: 'patient', type: 'Observation', letters: 'rs', query: 'category=x' },
    ],
  ])('%s', (text, expected) => {
    expect(parseResourceScope(text)).toEqual(expected);
  });

  test.each([
    'launch',
    'patient/Observation',
    'patient/Observation.',
    'patient/Observation.sr',
    'patient/observation.r',
    'all/X.r',
  ])('%s is none for resources', (text) => {
    expect(parseResourceScope(text)).toBeUndefined();
  });
});

describe('refusing scopes', () => {
  const types = ['Condition', 'ServiceRequest'];

  test.each([
    ['a whole scope', 'launch patient/Condition.rs', ['patient/Condition.rs'], 'launch'],
    ['a letter', 'launch patient/ServiceRequest.rus', ['patient/ServiceRequest.u'], 'launch patient/ServiceRequest.rs'],
    ['a letter of every type', 'launch patient/Condition.cr', ['patient/*.c'], 'launch patient/Condition.r'],
    [
      'a type',
      'launch patient/Condition.rs patient/ServiceRequest.rs',
      ['Condition'],
      'launch patient/ServiceRequest.rs',
    ],
    ['a type and with it every wildcard', 'launch patient/*.rs', ['Condition'], 'launch'],
    ['a context', 'launch launch/servicerequest', ['launch/servicerequest'], 'launch'],
    ['nothing', 'launch  patient/Condition.read launch', [], 'launch patient/Condition.read'],
  ])('%s', (_, requested, refuse, granted) => {
    expect(grantScopes(requested, types, refuse).join(' ')).toBe(granted);
  });
});
