import type { GuidanceResponse } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { readGrants } from '../../../src/smart/scopes.ts';
import { storeAssessment } from '../../../src/smart/store-assessment.ts';
import { connectTo, type Reply } from './fake-server.ts';

const assessment: GuidanceResponse = { resourceType: 'GuidanceResponse', status: 'success', moduleUri: 'urn:x' };

async function store(reply: Reply, scope = 'patient/GuidanceResponse.c') {
  const { connection, seen } = connectTo(() => reply, 40);
  return { reference: await storeAssessment(connection, readGrants(scope), assessment), seen };
}

describe('storing the assessment', () => {
  test('gives the reference by which the order can name it', async () => {
    const { reference, seen } = await store({ status: 201, json: { ...assessment, id: 'g1' } });
    expect(reference).toBe('GuidanceResponse/g1');
    expect(seen).toMatchObject([{ method: 'POST', target: 'GuidanceResponse', body: assessment }]);
  });

  test.each(['https://ehr.example/fhir/GuidanceResponse/g1/_history/1', 'GuidanceResponse/g1'])(
    'takes the reference from the location where there is no body: %s',
    async (location) => {
      expect((await store({ status: 201, headers: { location } })).reference).toBe('GuidanceResponse/g1');
    },
  );

  test('is not tried where it was not granted', async () => {
    const { reference, seen } = await store({ status: 201 }, 'patient/GuidanceResponse.rs');
    expect(reference).toBeNull();
    expect(seen).toHaveLength(0);
  });

  test.each<[string, Reply]>([
    ['refuses', { status: 403 }],
    ['fails', { status: 500 }],
    ['says that the token has expired', { status: 401 }],
    ['does not answer', 'hangs'],
    ['is not there', 'offline'],
    ['does not say where it is', { status: 201 }],
    ['answers with another resource', { status: 201, json: { resourceType: 'Basic', id: 'b1' } }],
  ])('a server that %s gives none, and stops nothing', async (_name, reply) => {
    expect((await store(reply)).reference).toBeNull();
  });
});
