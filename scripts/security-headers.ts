/**
 * The headers under which the app is served: a Content-Security-Policy without `unsafe-inline` and `unsafe-eval` that
 * lets the page talk only to the FHIR servers of the site configuration, and lets only those hosts frame it. Where an EHR
 * has its token endpoint or its own pages on further origins, site.json names them in `connectOrigins` and `frameAncestors`.
 * Throws when site.json is not JSON or names an address that is none: an app that can be launched from nowhere should not start.
 */
export function securityHeaders(siteConfiguration: string): Record<string, string> {
  const site: unknown = JSON.parse(siteConfiguration);
  const issuers = originsOf(listOf(site, 'issuers').map(issuerOf));
  const connect = [...issuers, ...originsOf(listOf(site, 'connectOrigins'))];
  const ancestors = [...issuers, ...originsOf(listOf(site, 'frameAncestors'))];
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...new Set(connect)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...new Set(ancestors)].join(' ')}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

function listOf(site: unknown, key: string): readonly unknown[] {
  if (typeof site !== 'object' || site === null) return [];
  const value: unknown = Object.entries(site).find(([name]) => name === key)?.[1];
  return Array.isArray(value) ? value : [];
}

function issuerOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null && 'issuer' in entry ? entry.issuer : null;
}

function originsOf(addresses: readonly unknown[]): readonly string[] {
  return addresses.filter((address) => typeof address === 'string').map((address) => new URL(address).origin);
}
