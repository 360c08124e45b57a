import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/smart/request.ts';
import { connectTo, serverUrl } from './fake-server.ts';

describe('a request to the FHIR server', () => {
  test('carries the token to the issuer and nowhere else', async () => {
    const { connection, seen } = connectTo(() => ({ json: {} }));
    await connection.request('Patient/p1');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer a-token');
    await expect(connection.request('https://elsewhere.example/fhir/Patient/p1')).rejects.toThrow('another origin');
    await expect(connection.request('//elsewhere.example/')).rejects.toThrow('another origin');
    expect(seen).toHaveLength(1);
  });

  test('an address of the same origin outside the FHIR base is allowed: servers page there', async () => {
    const { connection } = connectTo(() => ({ json: { page: 2 } }));
    expect(await connection.request('https://ehr.example/pages?id=2')).toMatchObject({ body: { page: 2 } });
  });

  test('the base is the base, with or without a slash at its end', async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input));
      return Response.json({});
    };
    const connection = connect({ serverUrl: `${serverUrl}/`, accessToken: 'a-token', timeoutMs: 100, fetch });
    await connection.request('');
    await connection.request('Patient/p1');
    expect(asked).toEqual([serverUrl, `${serverUrl}/Patient/p1`]);
  });

  test('nothing is left in the cache, no cookie is sent, and a redirect is not followed', async () => {
    const options: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_input, init = {}) => {
      options.push(init);
      return Response.json({});
    };
    await connect({ serverUrl, accessToken: 'a-token', timeoutMs: 100, fetch }).request('Patient/p1');
    expect(options[0]).toMatchObject({ cache: 'no-store', credentials: 'omit', redirect: 'error' });
  });

  test('401 means that the session has expired', async () => {
    const { connection } = connectTo(() => ({ status: 401 }));
    expect(await connection.request('Patient/p1')).toEqual({ kind: 'expired' });
  });

  test("a refusal has a status, and the server's own text is not passed on", async () => {
    const outcome = { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Testpatient Et is secret' }] };
    const { connection } = connectTo(() => ({ status: 403, json: outcome }));
    expect(await connection.request('Patient/p1')).toEqual({ kind: 'refused', status: 403 });
  });

  test('an answer that is no JSON is malformed, and an empty one is empty', async () => {
    const { connection } = connectTo(({ method }) => (method === 'PUT' ? {} : { text: '<html>' }));
    expect(await connection.request('Patient/p1')).toEqual({ kind: 'malformed', status: 200 });
    expect(await connection.request('Patient/p1', { method: 'PUT', body: {} })).toMatchObject({ body: null });
  });

  test('a server that never answers is given up', async () => {
    const { connection } = connectTo(() => 'hangs', 20);
    expect(await connection.request('Patient/p1')).toEqual({ kind: 'timed-out' });
  });

  test('a request may be given less time than the others', async () => {
    const { connection } = connectTo(() => 'hangs', 60_000);
    expect(await connection.request('Patient/p1', { timeoutMs: 10 })).toEqual({ kind: 'timed-out' });
  });

  test('no network is offline', async () => {
    const { connection } = connectTo(() => 'offline');
    expect(await connection.request('Patient/p1')).toEqual({ kind: 'offline' });
  });
});
