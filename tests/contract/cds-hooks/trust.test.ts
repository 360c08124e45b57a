import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createVerifyClient } from '../../../src/cds-hooks/client-identity.ts';
import { handle } from '../../../src/cds-hooks/handle.ts';
import { exchangeService, hookCall, NOW, personRecord, without } from './exchange.ts';

const ISSUER = 'https://ehr.example';
const BASE = 'https://cds.example';
const PATH = '/cds-services/imaging-order-sign';
const seconds = Date.parse(NOW) / 1000;
const es384 = await generateKeyPair('ES384');
const stranger = await generateKeyPair('ES384');
const jwks = { keys: [{ ...(await exportJWK(es384.publicKey)), kid: 'k1', alg: 'ES384', use: 'sig' }] };
let ids = 0;

/** A service that knows one client, for one tenant. */
async function trusting() {
  const { service } = await exchangeService();
  const clients = [{ issuer: ISSUER, jwks, tenants: ['rh'] }];
  return { ...service, verifyClient: createVerifyClient(clients, BASE, () => Date.parse(NOW)) };
}

function claims(more: JWTPayload = {}): JWTPayload {
  ids += 1;
  return {
    iss: ISSUER,
    aud: `${BASE}${PATH}`,
    iat: seconds,
    exp: seconds + 300,
    jti: `j${ids}`,
    tenant: 'rh',
    ...more,
  };
}

function signed(payload: JWTPayload, header = {}, key = es384.privateKey): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'ES384', typ: 'JWT', kid: 'k1', ...header }).sign(key);
}

async function statusWith(
  service: Awaited<ReturnType<typeof trusting>>,
  authorization: string | undefined,
  path = PATH,
) {
  const method = path === '/cds-services' ? 'GET' : 'POST';
  const headers = { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) };
  const answer = await handle(service, {
    method,
    path,
    headers,
    body: JSON.stringify(hookCall('order-sign', personRecord('coarse-order'))),
  });
  if (answer.status === 401) {
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(JSON.parse(answer.body).issue[0]).not.toHaveProperty('diagnostics');
  }
  return answer.status;
}

describe('who calls (CDS Hooks 2.0, "Trusting CDS Clients")', () => {
  test('a client of the configuration, with a token for this address, is answered', async () => {
    expect(await statusWith(await trusting(), `Bearer ${await signed(claims())}`)).toBe(200);
  });

  test('discovery and feedback ask too', async () => {
    const service = await trusting();
    const aud = `${BASE}/cds-services`;
    expect(await statusWith(service, undefined, '/cds-services')).toBe(401);
    expect(await statusWith(service, `Bearer ${await signed(claims({ aud }))}`, '/cds-services')).toBe(200);
    expect(await statusWith(service, undefined, `${PATH}/feedback`)).toBe(401);
    const forService = `Bearer ${await signed(claims())}`;
    expect(await statusWith(service, forService, `${PATH}/feedback`), 'the body is no feedback').toBe(400);
  });

  test.each<[string, () => Promise<string>]>([
    ['another issuer', () => signed(claims({ iss: 'https://other.example' }))],
    ['another audience', () => signed(claims({ aud: `${BASE}/cds-services` }))],
    ['another key', () => signed(claims(), {}, stranger.privateKey)],
    ['an unknown kid', () => signed(claims(), { kid: 'k2' })],
    ['no kid', () => signed(claims(), { kid: undefined })],
    ['no typ', () => signed(claims(), { typ: undefined })],
    ['another typ', () => signed(claims(), { typ: 'at+jwt' })],
    ['another tenant', () => signed(claims({ tenant: 'rm' }))],
    ['a token that has expired', () => signed(claims({ iat: seconds - 600, exp: seconds - 60 }))],
    ['a token older than an hour', () => signed(claims({ iat: seconds - 7200, exp: seconds + 300 }))],
    ['a token without jti', () => signed(without(claims(), 'jti'))],
    ['a token without exp', () => signed(without(claims(), 'exp'))],
    ['a token without iat', () => signed(without(claims(), 'iat'))],
    ['a token without audience', () => signed(without(claims(), 'aud'))],
    ['no signature', async () => new UnsecuredJWT(claims()).encode()],
    [
      'a symmetric signature made with the public key',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: 'k1' })
          .sign(new TextEncoder().encode(JSON.stringify(jwks.keys[0]))),
    ],
    ['something that is no token', async () => 'a.b.c'],
  ])('%s: 401, and why is not told', async (_, make) => {
    expect(await statusWith(await trusting(), `Bearer ${await make()}`)).toBe(401);
  });

  test('one audience among several is enough, and jku is not followed', async () => {
    const several = await signed(claims({ aud: ['https://other.example', `${BASE}${PATH}`] }));
    expect(await statusWith(await trusting(), `Bearer ${several}`)).toBe(200);
    const own = await signed(claims(), { jku: 'https://evil.example/jwks' }, stranger.privateKey);
    expect(await statusWith(await trusting(), `Bearer ${own}`)).toBe(401);
  });

  test('a token is good once', async () => {
    const service = await trusting();
    const token = `Bearer ${await signed(claims())}`;
    expect([await statusWith(service, token), await statusWith(service, token)]).toEqual([200, 401]);
  });

  test('health is told to whoever asks', async () => {
    const answer = await handle(await trusting(), { method: 'GET', path: '/health', headers: {}, body: '' });
    expect([answer.status, JSON.parse(answer.body).status]).toEqual([200, 'ok']);
  });
});
