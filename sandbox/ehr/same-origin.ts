/**
 * Whether a request comes from the EHR's own page, or from no page at all (a command line). Everything under `/ehr/api`
 * acts with the EHR's own rights, so no other site may call it through a clinician's browser.
 *
 * Browsers say where a request comes from in `Sec-Fetch-Site`, and in `Origin` when it could change something (Fetch
 * Metadata, W3C). The Host header is checked against DNS rebinding.
 * @param origin the EHR's own
 */
export function isSameOrigin(origin: string, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const from = request.headers.get('origin');
  const host = request.headers.get('host');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  if (from !== null && from !== origin) return false;
  return host === null || host === new URL(origin).host;
}
