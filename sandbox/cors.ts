/** What pages of registered apps may send and read (Fetch standard, CORS protocol). */
const headers = {
  'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
  'access-control-allow-headers': 'Accept, Authorization, Content-Type, If-Match, If-None-Match, Prefer',
  'access-control-expose-headers': 'ETag, Location, Last-Modified, WWW-Authenticate',
  'access-control-max-age': '600',
};

/**
 * Adds CORS for registered origins, which SMART requires for apps in the browser ("servers SHALL support CORS"), and
 * answers preflights. Other origins get the answer without leave to read it.
 */
export async function withCors(
  origins: readonly string[],
  request: Request,
  handle: () => Promise<Response>,
): Promise<Response> {
  const isPreflight = request.method === 'OPTIONS';
  const response = isPreflight ? new Response(null, { status: 204 }) : await handle();
  response.headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin !== null && origins.includes(origin)) {
    response.headers.set('access-control-allow-origin', origin);
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  }
  return response;
}
