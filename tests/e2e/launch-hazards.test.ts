import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchAddress, openEhr } from './ehr.ts';
import { everything } from './order-time.ts';
import { resetPeople } from './record.ts';
import { launchBrowser } from './setup/browser.ts';
import { widgetIn } from './widget.ts';

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await launchBrowser();
  // The tests before may have left an order that is no longer a draft.
  await Promise.all([resetPeople(), resetPeople(inject('crossSiteEhrUrl'))]);
});
beforeEach(async () => {
  context = await browser.newContext({ locale: 'da-DK' });
});
afterEach(() => context.close());
afterAll(() => browser.close());

const [alma, jens] = ['plain-back-pain', 'fever'];

/** A page of the EHR's origin with nothing but frames (its own is an application, which would be in the way). */
async function openFrames(ehrUrl: string, patients: readonly string[]): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${ehrUrl}/fhir/metadata`);
  await page.evaluate(async (ids) => {
    for (const id of ids) {
      const launch = { patient: id, orders: [`ServiceRequest/${id}-order`] };
      const response = await fetch('/ehr/api/launch', { method: 'POST', body: JSON.stringify(launch) });
      const { launchUrl } = (await response.json()) as { launchUrl: string };
      const frame = document.createElement('iframe');
      frame.name = id;
      frame.src = launchUrl;
      document.body.append(frame);
      // The second launch begins when the first is done, as when a clinician opens one after the other.
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    }
  }, patients);
  return page;
}

/** The frame that was opened for a patient; its name may change while it launches, its place does not. */
async function frameAt(page: Page, place: number): Promise<Frame> {
  const element = await page.locator('iframe').nth(place).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`there is no frame ${place}`);
  return frame;
}

/** Loads a frame anew; whatever is found in it afterwards is of the new document. */
async function reload(frame: Frame): Promise<void> {
  await Promise.all([
    frame.page().waitForEvent('framenavigated', (navigated) => navigated === frame),
    frame.evaluate(() => location.reload()),
  ]);
}

/** The patient whose name the widget shows. */
async function patientIn(frame: Frame): Promise<string> {
  return (await frame.locator('.patient-name').textContent({ timeout: 20_000 })) ?? '';
}

describe('two widgets in one tab', () => {
  test('show each its own patient with the own answers, and go on doing so after a reload', async () => {
    const page = await openFrames(inject('ehrUrl'), [alma, jens]);
    const [first, second] = [await frameAt(page, 0), await frameAt(page, 1)];
    const names = [await patientIn(first), await patientIn(second)];
    expect(names[0]).toMatch(/^Alma/);
    expect(names[1]).toMatch(/^Jens/);
    const widgets = [0, 1].map((place) => widgetIn(page.frameLocator(`iframe >> nth=${place}`)));
    const kept = /^Dine svar fra kl\. \d\d\.\d\d er bevaret\./;
    await widgets[0]?.holds('cauda-equina-signs');
    await widgets[0]?.telephone('emergency');
    for (const [place, frame] of [first, second].entries()) {
      await reload(frame);
      expect(await patientIn(frame)).toBe(names[place]);
      await frame.locator('.head').waitFor();
      await expect.poll(() => frame.getByText(kept).count()).toBe(place === 0 ? 1 : 0);
      await expect.poll(() => frame.locator('.telephone-emergency').count()).toBe(place === 0 ? 1 : 0);
    }
    await widgets[0]?.root.getByRole('button', { name: 'Start forfra' }).click();
    await first.getByText(kept).waitFor({ state: 'detached' });
    await widgets[0]?.screen('Akutte tegn').waitFor();
  });

  test('keep nothing of the authorization in the address but their own key, and nothing in localStorage', async () => {
    const page = await openFrames(inject('ehrUrl'), [alma]);
    const frame = await frameAt(page, 0);
    await patientIn(frame);
    expect([...new URL(frame.url()).searchParams.keys()]).toEqual(['state']);
    const kept = await frame.evaluate(() => ({ local: localStorage.length, session: JSON.stringify(sessionStorage) }));
    expect(kept.local).toBe(0);
    expect(kept.session).not.toMatch(/codeVerifier|Alma/);
  });

  test('a copied address shows no patient in another tab', async () => {
    const page = await openFrames(inject('ehrUrl'), [alma]);
    const frame = await frameAt(page, 0);
    await patientIn(frame);
    const other = await context.newPage();
    await other.goto(frame.url());
    await other.getByRole('heading', { name: 'Åbn igen fra journalsystemet' }).waitFor();
    expect(await other.locator('.patient-name').count()).toBe(0);
  });
});

describe('a browser that keeps nothing for frames of another site', () => {
  // Debian's Chromium is such a browser as it is; another one is made so.
  beforeEach(() =>
    context.addInitScript(() => {
      const deny = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      try {
        if (window === window.top || window.sessionStorage === null) return;
      } catch {
        return; // It is blocked, as it should be.
      }
      for (const name of ['sessionStorage', 'localStorage']) Object.defineProperty(window, name, { get: deny });
    }),
  );

  test('launches all the same, keeps no token where another page could read it, and gives the frame its name back', async () => {
    const page = await openFrames(inject('crossSiteEhrUrl'), [alma]);
    const frame = await frameAt(page, 0);
    expect(await patientIn(frame)).toMatch(/^Alma/);
    expect(new URL(frame.url()).hostname).toBe('127.0.0.1');
    expect(await frame.evaluate(() => window.name)).toBe(alma);
  });

  test('asks for a new launch after a reload, and shows no patient', async () => {
    const page = await openFrames(inject('crossSiteEhrUrl'), [alma]);
    const frame = await frameAt(page, 0);
    await patientIn(frame);
    await reload(frame);
    await frame.getByRole('heading', { name: 'Åbn igen fra journalsystemet' }).waitFor();
    expect(await frame.locator('.patient-name').count()).toBe(0);
  });

  test('two widgets side by side keep apart', async () => {
    const page = await openFrames(inject('crossSiteEhrUrl'), [alma, jens]);
    expect(await patientIn(await frameAt(page, 0))).toMatch(/^Alma/);
    expect(await patientIn(await frameAt(page, 1))).toMatch(/^Jens/);
  });
});

describe('the EHR’s own page', () => {
  const can = `${everything},session-drafts`;

  /** A draft of Jens that the EHR has in its session alone, on the screen. */
  async function withSessionDraft(able: string) {
    const ehr = await openEhr(context, { patient: jens, can: able });
    await ehr.draftOrder({ examination: 'UXME30', reason: 'DM545' });
    return ehr;
  }

  async function openWindow(page: Page): Promise<Page> {
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Start i nyt vindue' }).click(),
    ]);
    await opened.locator('.patient-name').waitFor();
    return opened;
  }

  test('frames the app strictly, and the draft of the session is found again after a reload', async () => {
    const { page, widget } = await withSessionDraft(can);
    expect(await page.locator('iframe').getAttribute('sandbox')).not.toMatch(/top-navigation|modals|downloads/);
    await widget.screen('Akutte tegn').waitFor();
    await reload(await frameAt(page, 0));
    await widget.noneOf('Akutte tegn');
    const [guideline] = await Promise.all([
      page.waitForEvent('popup'),
      widget.root
        .getByRole('link', { name: /retningslinje/i })
        .first()
        .click(),
    ]);
    await guideline.getByRole('heading', { level: 1 }).waitFor();
    expect(await guideline.evaluate(() => window.opener)).toBeNull();
  });

  test('is reached from a window of its own, which asks it to close', async () => {
    const { page } = await withSessionDraft(can);
    const opened = await openWindow(page);
    expect(await opened.locator('.patient-name').innerText()).toMatch(/^Jens/);
    const widget = widgetIn(opened);
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.decide('cancelled');
    await widget.write();
    await widget.waitForSaved();
    await Promise.all([
      opened.waitForEvent('close'),
      opened.getByRole('button', { name: 'Tilbage til henvisningen' }).click(),
    ]);
    await expect.poll(() => page.getByTestId('order-status').innerText()).toBe('Annulleret');
  });

  test('goes on to another patient: it closes the windows, or the app notices and shows nobody', async () => {
    const ehr = await withSessionDraft(can.replace('close-app,', ''));
    const [first, second] = [await openWindow(ehr.page), await openWindow(ehr.page)];
    await ehr.choosePerson('Alma');
    await ehr.draftOrder({ examination: 'UXME30', reason: 'DM545' });
    for (const opened of [first, second]) {
      await opened.evaluate(() => window.dispatchEvent(new Event('focus')));
      await opened.getByRole('heading', { name: 'Ikke den samme patient' }).waitFor();
      expect(await opened.locator('body').innerText()).not.toMatch(/Jens|Alma|lænde/i);
    }
    await ehr.page.getByText('Hvad journalen kan').click();
    await ehr.page.getByRole('checkbox', { name: 'Lukker appen, når der skiftes patient' }).check();
    await Promise.all([first.waitForEvent('close'), second.waitForEvent('close'), ehr.choosePerson('Jens')]);
  });
});

describe('a browser’s own ways', () => {
  test('going back leaves the app and does not launch it again, and going forward comes back to the same patient', async () => {
    const page = await context.newPage();
    await page.goto(`${inject('ehrUrl')}/fhir/metadata`);
    await page.goto(await launchAddress(alma, [`${alma}-order`]));
    await page.locator('.patient-name').waitFor();
    await page.goBack();
    expect(page.url()).toBe(`${inject('ehrUrl')}/fhir/metadata`);
    await page.goForward();
    await page.locator('.patient-name').waitFor();
    expect(await page.locator('.patient-name').innerText()).toMatch(/^Alma/);
  });

  test('a page that the site does not name cannot frame the app', async () => {
    const page = await context.newPage();
    await page.goto(`${inject('crossSiteEhrUrl')}/fhir/metadata`);
    const blocked = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
    await page.evaluate(
      (url) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      },
      `${inject('appUrl')}/index.html`,
    );
    await blocked;
  });
});
