import { describe, expect, test } from 'vitest';
import { readFhirContext, readTokenResponse, type TokenContext } from '../../../src/smart/token-response.ts';

const serverUrl = 'https://ehr.example/fhir';
const response = { access_token: 'a-token', token_type: 'Bearer', scope: 'patient/Condition.rs', patient: 'p1' };

function read(changes: Record<string, unknown> = {}, requested = 'patient/ServiceRequest.rus'): TokenContext {
  const context = readTokenResponse({ ...response, ...changes }, requested, serverUrl);
  if (typeof context === 'string') throw new Error(`expected a context, got ${context}`);
  return context;
}

describe('the token response', () => {
  test.each([
    ['no object', 'a-token'],
    ['no token', { patient: 'p1' }],
    ['an empty token', { ...response, access_token: '' }],
    ['a token of a type nobody knows', { ...response, token_type: 'mac' }],
  ])('%s is no token', (_name, value) => {
    expect(readTokenResponse(value, '', serverUrl)).toBe('no-token');
  });

  test.each([undefined, null, '', 'Patient/p1', 'p1?x=', 7])('%j is no patient', (patient) => {
    expect(readTokenResponse({ ...response, patient }, '', serverUrl)).toBe('no-patient');
  });

  test('what is granted is what the server says, not what was asked for', () => {
    const { grants } = read();
    expect(grants.reach('Condition', 's')).toBe('fully');
    expect(grants.reach('ServiceRequest', 'u')).toBe('not-at-all');
  });

  test('a server that says nothing of scopes has granted what was asked for', () => {
    expect(read({ scope: undefined }).grants.reach('ServiceRequest', 'u')).toBe('fully');
  });

  test('the patient banner is needed unless the EHR says that it shows one', () => {
    expect(read().needPatientBanner).toBe(true);
    expect(read({ need_patient_banner: 'no' }).needPatientBanner).toBe(true);
    expect(read({ need_patient_banner: false }).needPatientBanner).toBe(false);
  });

  test("a style sheet is taken from the EHR's own origin only", () => {
    expect(read({ smart_style_url: 'https://ehr.example/style.json' }).styleUrl).toBe('https://ehr.example/style.json');
    expect(read({ smart_style_url: 'https://elsewhere.example/style.json' }).styleUrl).toBeUndefined();
    expect(read({ smart_style_url: 'style.json' }).styleUrl).toBeUndefined();
  });
});

describe('web messaging', () => {
  test('is announced by handle and origin, with the scopes that were granted', () => {
    const announced = { smart_web_messaging_handle: 'h', smart_web_messaging_origin: 'https://ehr.example' };
    expect(read({ ...announced, scope: 'messaging/ui' }).messaging).toEqual({
      handle: 'h',
      origin: 'https://ehr.example',
      scope: 'messaging/ui',
    });
  });

  test('is not there where there is no handle, as in earlier drafts of it', () => {
    expect(read({ smart_messaging_origin: 'https://ehr.example' }).messaging.handle).toBeUndefined();
  });
});

describe('fhirContext', () => {
  test('names the orders on the screen, each once', () => {
    const context = [
      { reference: 'ServiceRequest/o1' },
      { reference: 'ServiceRequest/o2', role: 'launch' },
      { reference: 'ServiceRequest/o1/_history/2' },
    ];
    expect(readFhirContext(context)).toEqual(['o1', 'o2']);
  });

  test.each([
    ['another role', { reference: 'ServiceRequest/o1', role: 'https://ehr.example/role' }],
    ['an empty role', { reference: 'ServiceRequest/o1', role: '' }],
    ['another type', { reference: 'ImagingStudy/i1' }],
    ['an absolute reference', { reference: 'https://elsewhere.example/fhir/ServiceRequest/o1' }],
    ['a way out of the server', { reference: 'ServiceRequest/..' }],
    ['a way to another resource', { reference: 'ServiceRequest/o1/../../Patient/p2' }],
    ['an identifier alone', { identifier: { value: 'o1' } }],
    ['text', 'ServiceRequest/o1'],
    ['nothing', null],
  ])('%s names no order', (_name, entry) => {
    expect(readFhirContext([entry])).toEqual([]);
  });

  test.each([undefined, null, 'ServiceRequest/o1', { reference: 'ServiceRequest/o1' }])(
    '%j is no context',
    (context) => {
      expect(readFhirContext(context)).toEqual([]);
    },
  );
});
