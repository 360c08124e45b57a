/** Decodes a part of a JWT (RFC 7515 section 2, base64url without padding) to text; empty where it is none. */
export function decodeBase64Url(text: string): string {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  if (!/^[A-Za-z0-9+/]*$/.test(base64) || base64.length % 4 === 1) return '';
  return new TextDecoder().decode(Uint8Array.from(globalThis.atob(base64), (sign) => sign.charCodeAt(0)));
}
