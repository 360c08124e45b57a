import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createAppFiles } from '../../../scripts/app-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'indikation-'));
afterAll(() => rmSync(folder, { recursive: true }));

const site = { clientId: 'x', issuers: [{ issuer: 'https://fhir.example/r4', name: 'EPJ' }] };
const page = '<!doctype html><title>Indikation</title>';

/** A built app in a folder of its own. */
function built(name: string, files: Record<string, string> = {}): string {
  const root = join(folder, name);
  const all = { 'index.html': page, 'site.json': JSON.stringify(site), ...files };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const root = built('app', {
  'assets/index-abc.js': 'const a = 1;'.repeat(99),
  '.vite/manifest.json': '{}',
  'a.png': 'p',
});
writeFileSync(join(folder, 'secret.txt'), 'secret');
const answer = createAppFiles(root);
const get = (path: string, more: { acceptEncoding?: string; ifNoneMatch?: string } = {}) =>
  answer({ method: 'GET', path, ...more });

describe('the server example', () => {
  test('serves the pages under the security headers of the site configuration', () => {
    for (const path of ['/', '/index.html', '/index.html?state=x', '/nowhere']) {
      expect(get(path).headers).toMatchObject({
        'Content-Security-Policy': expect.stringContaining("frame-ancestors 'self' https://fhir.example"),
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
      });
    }
    expect(get('/').body.toString()).toBe(page);
  });

  test('lets what has a hash in its name be kept for ever, and nothing else', () => {
    expect(get('/assets/index-abc.js').headers['Cache-Control']).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/site.json']) expect(get(path).headers['Cache-Control']).toBe('no-cache');
  });

  test('compresses as the browser can take it', () => {
    const path = '/assets/index-abc.js';
    const plain = get(path);
    expect(plain.headers['Content-Encoding']).toBeUndefined();
    const br = get(path, { acceptEncoding: 'gzip, deflate, br' });
    expect(br.headers).toMatchObject({ 'Content-Encoding': 'br', 'Content-Length': String(br.body.length) });
    expect(brotliDecompressSync(br.body)).toEqual(plain.body);
    const gzip = get(path, { acceptEncoding: 'gzip, br;q=0' });
    expect(gzip.headers['Content-Encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(get('/a.png', { acceptEncoding: 'br' }).headers['Content-Encoding']).toBeUndefined();
  });

  test('sends nothing again that the browser has', () => {
    const { ETag = '' } = get('/').headers;
    expect(get('/', { ifNoneMatch: `"x", ${ETag}` })).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(get('/', { ifNoneMatch: '"x"' }).status).toBe(200);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/.vite/manifest.json',
    '/assets',
    '/constructor',
  ])('knows nothing but the app: %s', (path) => {
    expect(get(path).status).toBe(404);
  });

  test('only reads', () => {
    expect(answer({ method: 'POST', path: '/' })).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } });
    const head = answer({ method: 'HEAD', path: '/' });
    expect([head.status, head.headers['Content-Length'], head.body.length]).toEqual([200, String(page.length), 0]);
  });

  test('does not start without a built app, or with a site configuration that is wrong', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => createAppFiles(join(folder, 'empty'))).toThrow('npm run build');
    expect(() => createAppFiles(built('wrong', { 'site.json': '{' }))).toThrow();
    const issuers = [{ issuer: 'no address', name: 'x' }];
    expect(() => createAppFiles(built('address', { 'site.json': JSON.stringify({ ...site, issuers }) }))).toThrow(
      'site.json is wrong at issuers/0',
    );
    const telephones = { neurosurgeon: { telephone: 'kald 12' }, rygkirurg: { telephone: '12345678' } };
    const wrong = { ...site, telephones, telephone: '12345678', contacts: [{}] };
    expect(() => createAppFiles(built('number', { 'site.json': JSON.stringify(wrong) }))).toThrow(
      'site.json is wrong at contacts/0/name, telephone, telephones/neurosurgeon/telephone, telephones/rygkirurg',
    );
  });
});
