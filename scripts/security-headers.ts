/**
 * The headers under which the app is served: a Content-Security-Policy without `unsafe-inline` and `unsafe-eval` that
 * lets the page talk only to the FHIR servers of the site configuration, and lets only those hosts frame it.
 * Throws when site.json is not JSON: an app that can be launched from nowhere should not start.
 */
export function securityHeaders(siteConfiguration: string): Record<string, string> {
  const origins = originsOf(JSON.parse(siteConfiguration));
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

/** Origins of the allowed issuers. */
function originsOf(site: unknown): readonly string[] {
  if (typeof site !== 'object' || site === null || !('issuers' in site) || !Array.isArray(site.issuers)) return [];
  const issuers: readonly unknown[] = site.issuers;
  const addresses = issuers.map((entry) =>
    typeof entry === 'object' && entry !== null && 'issuer' in entry && typeof entry.issuer === 'string'
      ? entry.issuer
      : null,
  );
  return [...new Set(addresses.filter((address) => address !== null).map((address) => new URL(address).origin))];
}
