import type { Browser, BrowserContext, BrowserContextOptions, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { resetPeople } from '../record.ts';
import { launchBrowser } from './browser.ts';

/** What a context did that no page of ours may do, whatever a test is about. */
interface Watch {
  /** Uncaught errors of scripts. */
  readonly errors: string[];
  /** What the Content-Security-Policy had to stop. */
  readonly violations: string[];
  /** Requests to other origins than those of the app and of the EHR. */
  readonly elsewhere: string[];
}

/**
 * One browser for a test file, and for each test the people as they were written (put back where the test before wrote
 * something) and a context of its own, in Danish and Danish time. After each test: no script error, nothing against the
 * Content-Security-Policy, and no request to a third origin, in any page or frame.
 * @returns the context of the running test
 */
export function useBrowser(options: BrowserContextOptions = {}): () => BrowserContext {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let watch: Watch = { errors: [], violations: [], elsewhere: [] };
  let isTouched = true;
  const running = (): BrowserContext => {
    if (context === undefined) throw new Error('There is no test running.');
    return context;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    if (isTouched) await resetPeople();
    isTouched = false;
    const viewport = { width: 1400, height: 1000 };
    context = await browser?.newContext({
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      viewport,
      ...options,
    });
    running().setDefaultTimeout(10_000);
    watch = watchContext(running());
    running().on('request', (request) => {
      isTouched ||= isWrite(request);
    });
  });
  afterEach(async () => {
    await context?.close();
    context = undefined;
    expect(watch).toEqual({ errors: [], violations: [], elsewhere: [] });
  });
  afterAll(() => browser?.close());
  return running;
}

/** Whether a request may change the record: a batch, which goes to the base itself, only reads here. */
function isWrite(request: Request): boolean {
  return request.method() !== 'GET' && /\/fhir\/./.test(new URL(request.url()).pathname);
}

function watchContext(context: BrowserContext): Watch {
  const ours = [inject('appUrl'), inject('ehrUrl'), inject('crossSiteAppUrl'), inject('crossSiteEhrUrl')];
  const watch: Watch = { errors: [], violations: [], elsewhere: [] };
  context.on('weberror', (error) => watch.errors.push(error.error().message));
  context.on('console', (message) => {
    if (/Content[ -]Security[ -]Policy/i.test(message.text())) watch.violations.push(message.text());
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !ours.includes(origin)) watch.elsewhere.push(request.url());
  });
  return watch;
}
