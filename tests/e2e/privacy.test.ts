import type { Request } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** Words of the whole flow below that may stand in no address of the app, and in no storage that outlives the tab. */
const clinical = /Testesen|990145|plain-back-pain|DM545|UXME30|cauda|Lænde|hemmelige ord/i;

describe('from opening the EHR to a written decision', () => {
  test('only the app and the EHR are asked, and no address of the app says anything of the patient', async () => {
    const requests: Request[] = [];
    context().on('request', (request) => requests.push(request));
    const ehr = await openEhr(context());
    await ehr.choosePerson('Alma');
    await ehr.openDraft(/MR-skanning/);
    const { widget } = ehr;
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    await widget.root.getByText('Vis begrundelse').click();
    await widget.root.getByRole('button', { name: 'English' }).click();
    await widget.root.getByRole('button', { name: 'Dansk' }).click();
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
    await widget.ownWords.fill('Mine hemmelige ord.');
    await widget.write();
    await widget.waitForSaved();
    expect((await readOrder('plain-back-pain-order')).meta?.versionId).toBe('2');

    const urls = requests
      .map((request) => new URL(request.url()))
      .filter(({ protocol }) => protocol.startsWith('http'));
    expect([...new Set(urls.map(({ origin }) => origin))].toSorted()).toEqual(
      [inject('appUrl'), inject('ehrUrl')].toSorted(),
    );
    const toApp = urls.filter(({ origin }) => origin === inject('appUrl'));
    expect(toApp.length).toBeGreaterThan(5);
    for (const url of toApp) {
      expect(decodeURIComponent(url.href)).not.toMatch(clinical);
      expect(url.href).not.toMatch(/access_token|id_token/);
      // Only the launch itself has parameters: first of the EHR, then of the authorization server.
      expect([...url.searchParams.keys()].toSorted()).toEqual(expectedParameters(url.pathname));
    }
    // What goes to the app's own origin carries nothing: it is files that are fetched.
    expect(requests.filter((one) => one.url().startsWith(inject('appUrl')) && one.postData() !== null)).toEqual([]);
    // And no request from the app says where it comes from.
    const ofApp = requests.filter((one) => isOfApp(one) && one.url().startsWith(inject('ehrUrl')));
    expect(ofApp.length).toBeGreaterThan(2);
    for (const request of ofApp) expect((await request.allHeaders()).referer ?? '').not.toMatch(/state|code|launch=/);
  });

  test('what stays behind in the browser: a key in the address, launch and answers in this tab, and nothing else', async () => {
    const ehr = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    await ehr.widget.screen('Akutte tegn').waitFor();
    await ehr.widget.holds('cord-signs');
    const frame = ehr.page.frames().find((one) => one.url().startsWith(inject('appUrl')));
    if (!frame) throw new Error('The widget has no frame.');
    expect([...new URL(frame.url()).searchParams.keys()]).toEqual(['state']);
    expect(new URL(frame.url()).hash).toBe('');
    // What is kept is kept once what comes after guidance has been fetched.
    await frame.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.startsWith('indikation.answers.')));
    const kept = await frame.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage } as Record<string, string>,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toMatchObject({ local: {}, cookies: '', databases: 0, caches: 0, workers: 0 });
    expect(JSON.stringify(kept.session)).not.toMatch(/Testesen|990145|codeVerifier/);
    const holding = Object.keys(kept.session).filter((key) => /cord-signs|DM545/.test(kept.session[key] ?? ''));
    expect(holding).toEqual([expect.stringMatching(/^indikation\.answers\..*plain-back-pain-order$/)]);
    expect(Object.keys(kept.session)).toHaveLength(2);
    expect(await context().cookies()).toEqual([]);
  });
});

describe('the headers of the app', () => {
  test('allow no inline script, no inline style, no eval, and no origin but its own and the EHR, which alone may frame it', async () => {
    for (const path of ['/', '/launch.html', '/index.html']) {
      const { headers } = await fetch(`${inject('appUrl')}${path}`);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'none'/);
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toContain(`frame-ancestors 'self' ${inject('ehrUrl')}`);
      expect(policy).not.toMatch(/unsafe-|\*|blob:/);
      const origins = [...policy.matchAll(/https?:\/\/[^\s;]+/g)].map(([origin]) => origin);
      expect([...new Set(origins)]).toEqual([inject('ehrUrl')]);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});

/** Names of the parameters that an address of the app may have. */
function expectedParameters(pathname: string): string[] {
  if (pathname === '/launch.html') return ['iss', 'launch'];
  return pathname === '/index.html' ? ['code', 'state'] : [];
}

/** Whether it is the app that asks, not the EHR page. */
function isOfApp(request: Request): boolean {
  return request.frame().url().startsWith(inject('appUrl'));
}
