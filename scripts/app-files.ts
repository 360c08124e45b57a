import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { securityHeaders } from './security-headers.ts';
import { checkSite } from './site-check.ts';

/** A request as far as static files need it. */
export interface FileRequest {
  readonly method: string;
  /** Path of the address, with or without a query. */
  readonly path: string;
  readonly acceptEncoding?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

export interface FileResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface StoredFile {
  readonly type: string;
  readonly etag: string;
  /** The content by its coding: as it is, and smaller where that is worth it. */
  readonly content: Readonly<Partial<Record<Coding, Buffer>>> & { readonly identity: Buffer };
}

type Coding = 'br' | 'gzip' | 'identity';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};
const smallerWhenPacked = /^(text|application\/json|image\/svg)/;

/**
 * Answers with the files of the built app, held in memory with what they are compressed: security headers from the
 * `site.json` among them, what has a hash in its name for ever, all else asked for again. Nothing outside the folder can
 * be asked for, since only what was found there is known.
 * @param folder the built app
 * @throws Error where it is not built, or where its site.json is not right: then no page must be served
 */
export function createAppFiles(folder: string): (request: FileRequest) => FileResponse {
  const files = readFiles(folder);
  const site = files.get('/site.json');
  if (!files.has('/index.html') || site === undefined) throw new Error(`${folder} holds no built app: npm run build.`);
  const siteConfiguration = site.content.identity.toString('utf8');
  checkSite(siteConfiguration);
  const security = securityHeaders(siteConfiguration);

  return ({ method, path, acceptEncoding = '', ifNoneMatch }) => {
    const answer = (status: number, headers: Record<string, string>, body: Buffer = Buffer.alloc(0)): FileResponse => ({
      status,
      headers: { ...security, ...headers },
      body,
    });
    if (method !== 'GET' && method !== 'HEAD') return answer(405, { Allow: 'GET, HEAD' });
    const [asked = '/'] = path.split('?', 1);
    const name = asked.endsWith('/') ? `${asked}index.html` : asked;
    const file = files.get(name);
    if (file === undefined)
      return answer(404, { 'Content-Type': 'text/plain; charset=utf-8' }, Buffer.from('Not found.\n'));
    const caching = {
      'Cache-Control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (ifNoneMatch?.split(/\s*,\s*/).includes(file.etag)) return answer(304, caching);
    const coding = chooseCoding(file, acceptEncoding);
    const content = file.content[coding] ?? file.content.identity;
    const headers = {
      ...caching,
      'Content-Type': file.type,
      'Content-Length': String(content.length),
      ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
    };
    return answer(200, headers, method === 'HEAD' ? Buffer.alloc(0) : content);
  };
}

function readFiles(folder: string): ReadonlyMap<string, StoredFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      // What the build keeps for itself.
      .filter((path) => !relative(folder, path).startsWith('.'))
      .map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readStored(path)]),
  );
}

function readStored(path: string): StoredFile {
  const identity = readFileSync(path);
  const type = types[extname(path)] ?? 'application/octet-stream';
  const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 16)}"`;
  if (!smallerWhenPacked.test(type)) return { type, etag, content: { identity } };
  return {
    type,
    etag,
    content: { identity, br: brotliCompressSync(identity, brotli), gzip: gzipSync(identity, { level: 9 }) },
  };
}

/** Nearly as small as can be, and up in a second or two. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** The smallest coding that the browser names without refusing it (RFC 9110 section 12.5.3). */
function chooseCoding({ content }: StoredFile, acceptEncoding: string): Coding {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim());
  return (['br', 'gzip'] as const).find((coding) => accepted.includes(coding) && content[coding]) ?? 'identity';
}
