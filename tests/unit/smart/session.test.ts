import './browser-stand-in.ts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LaunchOutcome, Session } from '../../../src/smart/port.ts';
import { openSession } from '../../../src/smart/session.ts';
import { fakePage } from './fake-page.ts';

const app = 'https://app.example/indikation/index.html';
const issuer = 'https://ehr.example/fhir';
const site = { clientId: 'indikation', issuers: [{ issuer, name: 'EPJ' }], timeoutSeconds: 0.05 };

/** What launch.html left behind. */
const started = {
  key: 'k1',
  launch: 'a-launch',
  clientId: 'indikation',
  scope: 'launch patient/ServiceRequest.rus',
  redirectUri: app,
  serverUrl: issuer,
  tokenUri: 'https://login.example/token',
  authorizeUri: 'https://login.example/authorize',
  codeVerifier: 'a-verifier',
  completeInTarget: true,
  tokenResponse: {},
};

const token = {
  access_token: 'a-token',
  token_type: 'Bearer',
  expires_in: 3600,
  scope: 'patient/Patient.r patient/ServiceRequest.ru',
  patient: 'p1',
  fhirContext: [{ reference: 'ServiceRequest/o1' }],
  need_patient_banner: false,
};

type TokenReply = object | 'offline' | 'hangs' | Response;

interface Given {
  readonly token?: TokenReply;
  readonly site?: unknown;
  readonly launches?: Map<string, unknown>;
}

/** Opens index.html with this query, on a page where one launch was begun. */
async function open(query: string, given: Given = {}) {
  const asked: { url: string; body: string }[] = [];
  vi.stubGlobal('fetch', async (input: unknown, init: RequestInit = {}) => {
    const url = String(input);
    asked.push({ url, body: String(init.body ?? '') });
    const isSite = url.endsWith('/site.json');
    if (isSite && given.site === 'offline') throw new TypeError('Failed to fetch');
    if (isSite) return Response.json(given.site ?? site);
    const reply = given.token ?? token;
    if (reply === 'offline') throw new TypeError('Failed to fetch');
    if (reply === 'hangs') return new Promise(() => undefined);
    return reply instanceof Response ? reply : Response.json(reply);
  });
  const { page, launches, addresses, visited } = fakePage(given.launches ?? new Map([['k1', started]]));
  const outcome = await openSession(new URL(`${app}${query}`), page);
  return {
    outcome,
    launches,
    addresses,
    visited,
    asked,
    tokenRequests: asked.filter(({ url }) => url.includes('login.example')),
  };
}

function sessionOf(outcome: LaunchOutcome): Session {
  if (outcome.kind !== 'session') throw new Error(`expected a session, got ${JSON.stringify(outcome)}`);
  return outcome.session;
}

const failed = (code: string, detail?: string) => ({ kind: 'failed', code, ...(detail ? { detail } : {}) });

afterEach(() => vi.unstubAllGlobals());

describe('coming back from the authorization server', () => {
  test('gives a session with the patient of the token', async () => {
    const { outcome, tokenRequests } = await open('?code=a-code&state=k1');
    const session = sessionOf(outcome);
    expect(session).toMatchObject({ patientId: 'p1', issuer, needPatientBanner: false, canWrite: true });
    expect(tokenRequests).toEqual([
      {
        url: 'https://login.example/token',
        body:
          'code=a-code&grant_type=authorization_code&redirect_uri=https%3A%2F%2Fapp.example%2Findikation%2Findex.html' +
          '&client_id=indikation&code_verifier=a-verifier',
      },
    ]);
  });

  test('the token is nowhere in the session', async () => {
    const session = sessionOf((await open('?code=a-code&state=k1')).outcome);
    expect(JSON.stringify(session)).not.toContain('a-token');
    expect(Object.values(session).filter((member) => typeof member === 'object')).toEqual([]);
  });

  test('nothing but the launch’s own key is left in the address', async () => {
    const { addresses } = await open('?code=a-code&state=k1&iss=https://login.example&session_state=x');
    expect(addresses).toEqual([`${app}?state=k1`]);
  });

  test('the token then goes with the requests, and the order of fhirContext is read', async () => {
    const { outcome, asked } = await open('?code=a-code&state=k1');
    await sessionOf(outcome).findDraft();
    expect(asked.at(-1)?.url).toBe(`${issuer}/ServiceRequest/o1`);
  });

  test('a code with signs of its own arrives as it was given', async () => {
    const { tokenRequests } = await open('?code=a%2Bb%26c%3Dd&state=k1');
    expect(new URLSearchParams(tokenRequests[0]?.body).get('code')).toBe('a+b&c=d');
  });

  test('a token that is no JWT is a token, also without a time of expiry', async () => {
    for (const access_token of ['opaque', 'opaque.with#.dots', 'e30.W10.x', 'e30.bm90IGpzb24.x']) {
      const { outcome } = await open('?code=a-code&state=k1', {
        token: { ...token, access_token, expires_in: undefined },
      });
      expect(outcome.kind).toBe('session');
    }
  });

  test('one can sign in again with what the EHR gave for this launch, and nothing else', async () => {
    const { outcome, visited } = await open('?code=a-code&state=k1');
    sessionOf(outcome).signInAgain?.();
    expect(visited.map(String)).toEqual([
      `https://app.example/indikation/launch.html?${new URLSearchParams({ iss: issuer, launch: 'a-launch' })}`,
    ]);
  });

  test('without leave to update orders, it cannot write', async () => {
    const { outcome } = await open('?code=a-code&state=k1', {
      token: { ...token, scope: 'patient/ServiceRequest.rs' },
    });
    expect(sessionOf(outcome).canWrite).toBe(false);
  });

  test('the patient banner is shown where the token does not say, and a user whom nobody vouches for is not named', async () => {
    const told = { fhirUser: `${issuer}/Practitioner/d1`, aud: 'indikation', exp: Date.now() / 1000 + 3600 };
    const claims = Buffer.from(JSON.stringify(told)).toString('base64url');
    const { need_patient_banner: _banner, ...rest } = token;
    const { outcome } = await open('?code=a-code&state=k1', { token: { ...rest, id_token: `e30.${claims}.x` } });
    expect(sessionOf(outcome).needPatientBanner).toBe(true);
    expect(await sessionOf(outcome).author()).toBeUndefined();
  });

  test('an order of another patient is never saved', async () => {
    const session = sessionOf((await open('?code=a-code&state=k1')).outcome);
    const order = {
      resourceType: 'ServiceRequest',
      id: 'o1',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p2' },
    } as const;
    await expect(session.saveOrder(order, '1')).rejects.toThrow('another patient');
  });
});

describe('a reload', () => {
  test('takes up the session of this very page, without asking for a token', async () => {
    const launches = new Map<string, unknown>([['k1', started]]);
    await open('?code=a-code&state=k1', { launches });
    const { outcome, tokenRequests } = await open('?state=k1', { launches });
    expect(sessionOf(outcome).patientId).toBe('p1');
    expect(tokenRequests).toEqual([]);
  });

  test('of one of two widgets in a tab shows its own patient', async () => {
    const launches = new Map<string, unknown>([
      ['k1', started],
      ['k2', { ...started, key: 'k2' }],
    ]);
    await open('?code=a-code&state=k1', { launches });
    await open('?code=b-code&state=k2', { launches, token: { ...token, patient: 'p2' } });
    expect(sessionOf((await open('?state=k1', { launches })).outcome).patientId).toBe('p1');
    expect(sessionOf((await open('?state=k2', { launches })).outcome).patientId).toBe('p2');
  });

  test('after an exchange that failed is no session, and no half one', async () => {
    const launches = new Map<string, unknown>([['k1', started]]);
    await open('?code=a-code&state=k1', {
      launches,
      token: Response.json({ error: 'invalid_grant' }, { status: 400 }),
    });
    expect((await open('?state=k1', { launches })).outcome).toEqual(failed('session-lost'));
  });

  test('before the exchange was done is no session', async () => {
    const { outcome, launches } = await open('?state=k1');
    expect(outcome).toEqual(failed('session-lost'));
    expect(launches.size).toBe(0);
  });

  test('when the issuer is allowed no more is refused', async () => {
    const launches = new Map<string, unknown>([['k1', started]]);
    await open('?code=a-code&state=k1', { launches });
    const other = { ...site, issuers: [{ issuer: 'https://other.example/fhir', name: 'Anden EPJ' }] };
    expect((await open('?state=k1', { launches, site: other })).outcome).toEqual(failed('issuer-not-allowed', issuer));
  });
});

describe('no session', () => {
  test('the page opened by hand is by hand, and asks nothing', async () => {
    const { outcome, asked, addresses } = await open('');
    expect(outcome).toEqual({ kind: 'by-hand' });
    expect([asked, addresses]).toEqual([[], []]);
  });

  test.each([
    ['a state that nobody knows', '?code=a-code&state=k9'],
    ['a code without a state', '?code=a-code'],
    ['an empty state', '?code=a-code&state='],
  ])('%s is a session that was lost, and the code goes nowhere', async (_name, query) => {
    const { outcome, asked } = await open(query);
    expect(outcome).toEqual(failed('session-lost'));
    expect(asked).toEqual([]);
  });

  test('somebody who said no at the authorization server has refused', async () => {
    const { outcome, addresses, launches, asked } = await open('?error=access_denied&error_description=Nej&state=k1');
    expect(outcome).toEqual(failed('authorization-refused', 'access_denied'));
    expect(addresses).toEqual([`${app}?state=k1`]);
    expect([launches.size, asked]).toEqual([0, []]);
  });

  test('an error that is no word of OAuth is not passed on', async () => {
    const { outcome } = await open(`?error=${encodeURIComponent('<b>Testpatient Et</b>')}&state=k1`);
    expect(outcome).toEqual(failed('authorization-refused'));
  });

  test('a site configuration that cannot be read is a failure of its own, and the code goes nowhere', async () => {
    const { outcome, tokenRequests } = await open('?code=a-code&state=k1', { site: [] });
    expect(outcome).toEqual(failed('site-configuration-unreadable', 'not a JSON object'));
    expect(tokenRequests).toEqual([]);
  });

  test('when the app’s own server did not answer, one can try again with the same address', async () => {
    const launches = new Map<string, unknown>([['k1', started]]);
    const first = await open('?code=a-code&state=k1', { launches, site: 'offline' });
    expect(first.outcome).toEqual(failed('offline', 'site.json'));
    expect(first.addresses).toEqual([]);
    expect((await open('?code=a-code&state=k1', { launches })).outcome.kind).toBe('session');
  });

  test('a launch of an issuer that the site does not allow is refused before the code is sent', async () => {
    const launches = new Map<string, unknown>([['k1', { ...started, serverUrl: 'https://evil.example/fhir' }]]);
    const { outcome, tokenRequests } = await open('?code=a-code&state=k1', { launches });
    expect(outcome).toEqual(failed('issuer-not-allowed', 'https://evil.example/fhir'));
    expect([tokenRequests, launches.size]).toEqual([[], 0]);
  });

  test.each<[string, TokenReply, ReturnType<typeof failed>]>([
    [
      'refuses the code',
      Response.json({ error: 'invalid_grant', error_description: 'p1' }, { status: 400 }),
      failed('token-refused', 'HTTP 400 invalid_grant'),
    ],
    [
      'fails',
      new Response('Testpatient Et', { status: 500, headers: { 'content-type': 'text/plain' } }),
      failed('token-refused', 'HTTP 500'),
    ],
    ['answers without a token', { patient: 'p1' }, failed('token-refused')],
    [
      'answers with no JSON',
      new Response('{', { headers: { 'content-type': 'application/json' } }),
      failed('token-refused'),
    ],
    [
      'gives a token of an unknown type',
      { ...token, token_type: 'mac' },
      failed('token-refused', 'no usable access token'),
    ],
    ['names no patient', { ...token, patient: undefined }, failed('no-patient')],
    ['is not there', 'offline', failed('offline', 'token endpoint')],
    ['does not answer', 'hangs', failed('offline', 'token endpoint: timed-out')],
  ])('a token endpoint that %s ends the launch, and nothing of it is kept', async (_name, reply, expected) => {
    const { outcome, launches } = await open('?code=a-code&state=k1', { token: reply });
    expect(outcome).toEqual(expected);
    expect(launches.size).toBe(0);
  });

  test('a launch in storage that is none is lost', async () => {
    for (const launch of ['text', {}, { serverUrl: 'x' }, { serverUrl: 7 }]) {
      const { outcome } = await open('?code=a-code&state=k1', { launches: new Map([['k1', launch]]) });
      expect(outcome).toEqual(failed('session-lost'));
    }
  });
});
