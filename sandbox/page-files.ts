import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * The policy of the EHR page. The app's frame passes through this origin while it is authorized, hence `'self'` among the
 * frames. Only this page itself may frame the page.
 */
function contentSecurityPolicy(appUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src 'self' ${new URL(appUrl).origin}`,
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * Serves the built EHR page from a folder; `/` is `index.html`.
 * @param folder absolute path; need not exist: then the page says how to build it
 */
export async function servePage(folder: string, appUrl: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return inWords(405, 'Only GET here.');
  const path = decodePath(new URL(request.url).pathname);
  const file = path === undefined ? undefined : normalize(join(folder, path === '/' ? 'index.html' : path));
  if (!file?.startsWith(folder + sep)) return inWords(404, 'Not found.');
  const content = await readFile(file).catch((error: unknown) => {
    if (isAbsence(error)) return undefined;
    throw error;
  });
  if (!content) {
    const isPage = path === '/';
    return inWords(isPage ? 503 : 404, isPage ? 'The EHR page is not built yet: npm run build.' : 'Not found.');
  }
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      // The build puts a hash of the content into the names under assets/.
      'cache-control': path?.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': contentSecurityPolicy(appUrl),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

function decodePath(path: string): string | undefined {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR';
}

function inWords(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
