import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, test } from 'vitest';
import { freePort, serveAll } from '../../scripts/serve.ts';
import { openEhr } from './ehr.ts';
import { launchBrowser } from './setup/browser.ts';
import { useBrowser } from './setup/visit.ts';
import { widgetIn } from './widget.ts';

const context = useBrowser();

describe('launch.html', () => {
  test('opened by hand says where it must be opened from, and leads on to checking by hand', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/launch.html`);
    await page.getByRole('heading', { name: 'Åbnet uden for journalsystemet' }).waitFor();
    await page.getByRole('link', { name: 'Vurdér en indikation uden patient' }).click();
    await page.getByRole('heading', { name: 'Vurdér en indikation' }).waitFor();
  });

  test('from an EHR that the site does not know is refused in words, and not one request goes there', async () => {
    const asked: string[] = [];
    const stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => stranger.listen(0, 'localhost', resolve));
    const iss = `http://localhost:${(stranger.address() as AddressInfo).port}/fhir`;
    const page = await context().newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${inject('appUrl')}/launch.html?${new URLSearchParams({ iss, launch: 'x' })}`);
    await page.getByRole('heading', { name: 'Ukendt journalsystem' }).waitFor();
    expect(await page.locator('body').innerText()).toContain('Der er ikke sendt noget.');
    expect(await page.locator('body').innerText()).toContain(iss);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    expect(requested.filter((url) => url.startsWith(iss))).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });

  test('from an EHR that refuses access says so', async () => {
    const page = await context().newPage();
    const iss = `${inject('ehrUrl')}/fhir`;
    await page.goto(`${inject('appUrl')}/launch.html?${new URLSearchParams({ iss, launch: 'made-up' })}`);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Adgang afvist/);
  });
});

describe('index.html opened by hand', () => {
  test('checks an indication without a patient: question by question to a verdict, with nothing to write', async () => {
    const page = await context().newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== inject('appUrl')) elsewhere.push(request.url());
    });
    await page.goto(`${inject('appUrl')}/`);
    const widget = widgetIn(page);
    await widget.waitForHeading('Vurdér en indikation');
    await page.getByText('Ikke klinisk godkendt.').waitFor();
    await page
      .getByRole('region', { name: 'Lændesmerter' })
      .getByRole('button', { name: 'Røntgen af lænderyg' })
      .click();
    // Nobody has read a record, so what a record could tell is asked too: the age first, since it says whom the guideline covers.
    await expect.poll(() => widget.asked()).toEqual(['age']);
    await widget.answerNumber('age', '34');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.noneOf('Forløb');
    await expect.poll(() => widget.asked()).toEqual(['previous-lumbar-imaging']);
    await widget.answer('previous-lumbar-imaging', 'Nej');
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    expect(await page.locator('[data-decision]').count()).toBe(0);
    await page.locator('.by-hand-line').getByText('Indikation: Lændesmerter').waitFor();
    await page.getByText('Intet gemmes: genindlæses eller lukkes siden, er svarene væk.').waitFor();
    await page.getByText('I tvivl? Ring til afdelingen').click();
    await page.getByText('Er du i tvivl, så tal med den afdeling').waitFor();
    expect(elsewhere).toEqual([]);

    // What a colleague gets: the same beginning, and nothing of what was answered.
    const link = await page.getByRole('link', { name: 'Link til dette tjek' }).getAttribute('href');
    expect(link).toBe(`${inject('appUrl')}/#xr-lumbar-spine/low-back-pain`);
    await page.getByRole('button', { name: 'Begynd forfra' }).click();
    await widget.waitForHeading('Vurdér en indikation');
    expect(await page.getByText('svarene i det tjek').count()).toBe(0);
  });

  test('lists the reasons as one looks for them, and a reload in the middle of a check says that its answers are gone, once', async () => {
    const page = await context().newPage();
    const widget = widgetIn(page);
    await page.goto(`${inject('appUrl')}/`);
    await widget.waitForHeading('Vurdér en indikation');
    const reasons = page.getByRole('heading', { level: 2 });
    expect(await reasons.allInnerTexts()).toEqual(['Besvimelse', 'Hovedtraume', 'Luftvejssymptomer', 'Lændesmerter']);
    await page.getByText('Synkope, kollaps').waitFor();
    await page.reload();
    await widget.waitForHeading('Vurdér en indikation');
    const cutOff = page.getByText('svarene i det tjek, der var begyndt, er væk');
    expect(await cutOff.count()).toBe(0);
    await page.getByRole('region', { name: 'Besvimelse' }).getByRole('button', { name: 'CT af hjernen' }).click();
    await page.locator('[data-fact="age"]').waitFor();
    await page.reload();
    await cutOff.waitFor();
    expect(page.url()).toBe(`${inject('appUrl')}/`);
    await page.reload();
    await widget.waitForHeading('Vurdér en indikation');
    expect(await cutOff.count()).toBe(0);
  });

  test('by a link begins with its examination and reason, keeps neither in the address, and a broken link says so', async () => {
    const page = await context().newPage();
    const widget = widgetIn(page);
    await page.goto(`${inject('appUrl')}/?lang=da#ct-head/syncope`);
    await expect.poll(() => widget.asked()).toEqual(['age']);
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.goto('about:blank');
    await page.goto(`${inject('appUrl')}/#mr-knee/knee-pain`);
    await page.getByText('Linket fører til en undersøgelse eller indikation, som ikke findes her længere.').waitFor();
  });

  test('with a made-up state shows no patient, and leads on', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/index.html?state=made-up&code=made-up`);
    await page.getByRole('heading', { name: 'Åbn igen fra journalsystemet' }).waitFor();
    await page.getByRole('button', { name: 'Vurdér en indikation uden patient' }).click();
    await page.getByRole('heading', { name: 'Vurdér en indikation' }).waitFor();
  });
});

describe('without a connection', () => {
  test('the page opened before gives guidance; only files of the app are kept, and a launch goes past the worker', async () => {
    const served = await serveAll({ app: await freePort(), ehr: await freePort() });
    const browser = await launchBrowser();
    try {
      const own = await browser.newContext({ locale: 'da-DK', viewport: { width: 1400, height: 1000 } });
      const page = await own.newPage();
      await page.goto(`${served.appUrl}/`);
      await widgetIn(page).waitForHeading('Vurdér en indikation');
      await page.evaluate(async () => navigator.serviceWorker.ready);

      const byWorker: string[] = [];
      own.on('response', (response) => {
        if (response.fromServiceWorker()) byWorker.push(response.url());
      });
      const ehr = await openEhr(own, {
        patient: 'plain-back-pain',
        order: 'plain-back-pain-order',
        ehrUrl: served.ehrUrl,
      });
      await ehr.widget.screen('Akutte tegn').waitFor();
      expect(byWorker.filter((url) => !url.startsWith(`${served.appUrl}/assets/`))).toEqual([]);
      const kept = await page.evaluate(async () => {
        const names = await caches.keys();
        const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return { names, urls: requests.flat().map(({ url }) => url) };
      });
      expect(kept.names).toEqual([expect.stringMatching(/^indikation-offline-[0-9a-f]{16}$/)]);
      expect(kept.urls.length).toBeGreaterThan(10);
      const ofApp = /^\/(index\.html|assets\/[\w-]+\.(js|css))$/;
      expect(kept.urls.filter((url) => !ofApp.test(url.replace(served.appUrl, '')))).toEqual([]);
      await ehr.page.close();

      await served.close();
      await page.goto('about:blank');
      await page.goto(`${served.appUrl}/?lang=en`);
      await page.getByRole('heading', { name: 'Check an indication' }).waitFor();
      const fainting = page.getByRole('region', { name: 'Syncope' });
      await fainting.getByRole('button', { name: 'CT of the head' }).click();
      await page.getByRole('textbox').fill('50');
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByRole('region', { name: 'Acute signs' }).waitFor();
      await page.locator('[data-fact="thunderclap-headache"]').getByRole('button').first().click();
      await page.getByRole('heading', { name: 'Telephone now', exact: true }).waitFor();
      const telephone = page.locator('.telephone');
      await telephone.getByRole('link', { name: '112' }).waitFor();
      await telephone.getByText('The numbers of this site could not be fetched. Call the switchboard.').waitFor();
    } finally {
      await browser.close();
      await served.close().catch(() => undefined);
    }
  });
});
