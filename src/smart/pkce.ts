/**
 * A verifier and its S256 challenge (RFC 7636 sections 4.1 and 4.2). fhirclient's own makes the same out of a library
 * for base64 that nothing else in the page needs.
 */
export async function generatePkce(): Promise<{ codeVerifier: string; codeChallenge: string }> {
  const codeVerifier = base64Url(crypto.getRandomValues(new Uint8Array(64)));
  return { codeVerifier, codeChallenge: await challengeOf(codeVerifier) };
}

/** BASE64URL(SHA256(ASCII(verifier))). Needs a secure context: https, or localhost. */
export async function challengeOf(codeVerifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return base64Url(new Uint8Array(digest));
}

function base64Url(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
