import { expect, test } from 'vitest';
import { challengeOf, generatePkce } from '../../../src/smart/pkce.ts';

test('the challenge is that of RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

test('the verifier is of the length and the signs that RFC 7636 asks for, and another each time', async () => {
  const pairs = await Promise.all(Array.from({ length: 50 }, generatePkce));
  for (const { codeVerifier, codeChallenge } of pairs) {
    expect(codeVerifier).toMatch(/^[A-Za-z0-9_-]{43,128}$/);
    expect(codeChallenge).toBe(await challengeOf(codeVerifier));
  }
  expect(new Set(pairs.map(({ codeVerifier }) => codeVerifier)).size).toBe(50);
});
