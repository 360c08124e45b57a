import '../../unit/smart/browser-stand-in.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '../../../src/smart/session.ts';
import { fakePage } from '../../unit/smart/fake-page.ts';
import { type Installation, install, launch } from './launched.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await install();
});
afterAll(() => installation.close());

const request = { patient: 'plain-back-pain', orders: ['ServiceRequest/plain-back-pain-order'] };

describe('an EHR launch', () => {
  test('gives a session with the patient, the user and leave to write', async () => {
    const { outcome } = await launch(installation, { ...request, needPatientBanner: false });
    expect(outcome).toMatchObject({
      kind: 'session',
      session: {
        patientId: 'plain-back-pain',
        issuer: installation.sandbox.fhirBase,
        needPatientBanner: false,
        canWrite: true,
        styleUrl: expect.stringContaining(installation.sandbox.url),
      },
    });
    const author = outcome.kind === 'session' ? await outcome.session.author() : undefined;
    expect(author).toMatch(/^Practitioner\//);
  });

  test('survives a reload, and its address is worth nothing in another tab', async () => {
    const page = fakePage();
    const { returned } = await launch(installation, request, page);
    const [address = ''] = page.addresses;
    expect(new URL(address).searchParams.has('code')).toBe(false);
    expect(await openSession(new URL(address), page.page)).toMatchObject({ kind: 'session' });
    const elsewhere = await openSession(returned, fakePage().page);
    expect(elsewhere).toEqual({ kind: 'failed', code: 'session-lost' });
  });

  test('two in one tab keep apart, also after a reload', async () => {
    const page = fakePage();
    await launch(installation, request, page);
    await launch(installation, { patient: 'fever', orders: [] }, page);
    const [first = '', second = ''] = page.addresses;
    const patientAt = async (address: string) => {
      const outcome = await openSession(new URL(address), page.page);
      return outcome.kind === 'session' ? outcome.session.patientId : outcome;
    };
    expect(await patientAt(first)).toBe('plain-back-pain');
    expect(await patientAt(second)).toBe('fever');
  });

  test('with a verifier that is not the one of the challenge is refused by the server', async () => {
    const page = fakePage();
    const set = page.page.storage.set;
    page.page.storage.set = (key, value) =>
      set(key, 'codeVerifier' in value ? { ...value, codeVerifier: 'x'.repeat(64) } : value);
    const { outcome } = await launch(installation, request, page);
    expect(outcome).toEqual({ kind: 'failed', code: 'token-refused', detail: 'HTTP 400 invalid_grant' });
  });

  test('of an app that may not update orders cannot write', async () => {
    const { outcome } = await launch(installation, {
      ...request,
      options: { refuseScopes: ['patient/ServiceRequest.u'] },
    });
    expect(outcome).toMatchObject({ kind: 'session', session: { canWrite: false } });
  });

  test('that the server does not take is refused in words', async () => {
    const page = fakePage();
    const redirect = page.page.redirect;
    page.page.redirect = (url) => {
      url.searchParams.set('response_type', 'token');
      redirect(url);
    };
    const { outcome } = await launch(installation, request, page);
    expect(outcome).toEqual({ kind: 'failed', code: 'authorization-refused', detail: 'unsupported_response_type' });
  });
});
