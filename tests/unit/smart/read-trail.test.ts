import { describe, expect, test } from 'vitest';
import { readTrail } from '../../../src/smart/read-trail.ts';
import { readGrants } from '../../../src/smart/scopes.ts';
import { connectTo, type Reply, searchset, serverUrl } from './fake-server.ts';

async function read(reply: Reply, scopes = 'patient/Provenance.rs', references: readonly string[] = ['Condition/c1']) {
  const { connection, seen } = connectTo(() => reply);
  const launch = { patient: { id: 'p1', serverUrl }, grants: readGrants(scopes), orderIds: [] };
  return { trail: await readTrail(connection, launch, references), seen };
}

describe('the trail behind a fact', () => {
  const provenance = {
    resourceType: 'Provenance',
    target: [{ reference: 'Condition/c1' }],
    recorded: '2026-05-20T10:00:00Z',
    agent: [{ who: { display: 'Læge Test Testesen' } }],
  };

  test('is one search for all of its resources', async () => {
    const { trail, seen } = await read({ json: searchset([provenance]) }, undefined, ['Condition/c1', 'Condition/c2']);
    expect(trail).toMatchObject({ kind: 'read', entries: [{ agents: [{ name: 'Læge Test Testesen' }] }] });
    expect(seen.map(({ target }) => target)).toEqual(['Provenance?target=Condition%2Fc1%2CCondition%2Fc2&_count=200']);
  });

  test('that is empty is one that was read', async () => {
    expect((await read({ json: searchset([]) })).trail).toEqual({ kind: 'read', entries: [] });
  });

  test('is not asked for without leave, and that is said', async () => {
    const { trail, seen } = await read({ json: searchset([provenance]) }, 'patient/Condition.rs');
    expect(trail).toEqual({ kind: 'unread', reason: 'not-granted' });
    expect(seen).toEqual([]);
  });

  test.each<[Reply, string]>([
    [{ status: 401 }, 'expired'],
    [{ status: 403 }, 'failed'],
    [{ status: 500 }, 'failed'],
    [{ text: 'no JSON' }, 'failed'],
    ['offline', 'failed'],
    ['hangs', 'failed'],
  ])('that cannot be read is not one that is empty: %j', async (reply, reason) => {
    expect((await read(reply)).trail).toEqual({ kind: 'unread', reason });
  });
});
