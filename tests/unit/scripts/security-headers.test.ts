import { describe, expect, test } from 'vitest';
import { securityHeaders } from '../../../scripts/security-headers.ts';

const policyOf = (site: object): string => securityHeaders(JSON.stringify(site))['Content-Security-Policy'] ?? '';

describe('the headers of the app', () => {
  test('only the issuers of the site configuration may be talked to and may frame the page', () => {
    const policy = policyOf({ issuers: [{ issuer: 'https://fhir.example/r4' }] });
    expect(policy).toContain("connect-src 'self' https://fhir.example;");
    expect(policy).toContain("frame-ancestors 'self' https://fhir.example");
  });

  test('a token endpoint and EHR pages on other origins are named by the site', () => {
    const policy = policyOf({
      issuers: [{ issuer: 'https://fhir.example/r4' }],
      connectOrigins: ['https://login.example/token'],
      frameAncestors: ['https://ehr.example'],
    });
    expect(policy).toContain("connect-src 'self' https://fhir.example https://login.example;");
    expect(policy).toContain("frame-ancestors 'self' https://fhir.example https://ehr.example");
  });

  test('nothing inline and nothing evaluated is ever allowed, and all else is closed', () => {
    const policy = policyOf({ issuers: [] });
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("default-src 'none'");
  });

  test('an address that is none stops the start', () => {
    expect(() => policyOf({ issuers: [{ issuer: 'not an address' }] })).toThrow();
  });
});
