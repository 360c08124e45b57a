import { describe, expect, inject, test } from 'vitest';
import { findFaults } from './accessible.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** Each guideline in one language, both languages in turn: they are made by the same templates. */
const PAGES = ['low-back-pain-imaging.da', 'head-trauma-ct.en', 'chest-imaging-unspecific-symptoms.en', 'index.da'];

describe('a guideline’s page', () => {
  test('is read from the guidance it stands behind, in a window that knows nothing of the one it came from', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/`);
    await page.getByRole('region', { name: 'Lændesmerter' }).getByRole('button', { name: 'MR af lænderyg' }).click();
    await page.locator('[data-fact="age"]').waitFor();
    const opened = context().waitForEvent('page');
    await page.locator('a.read-guideline:visible').first().click();
    const reading = await opened;
    await reading.getByRole('heading', { level: 1, name: 'Billeddiagnostik ved lænderygsmerter' }).waitFor();
    await reading.getByText('Ikke klinisk godkendt').first().waitFor();
    expect(await reading.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);

    await reading.getByRole('link', { name: 'In English' }).click();
    await reading.getByRole('heading', { level: 1, name: 'Imaging for low back pain' }).waitFor();
    await reading.getByRole('link', { name: 'All guidelines' }).click();
    await reading.getByRole('heading', { level: 1, name: 'Guidelines' }).waitFor();
    await reading.getByRole('link', { name: 'Head CT for minor head trauma' }).click();
    await reading.getByRole('heading', { level: 1, name: 'Head CT for minor head trauma' }).waitFor();
  });

  test.each(PAGES)(
    '%s: axe finds nothing in light and dark, nothing scrolls sideways at 320 px, and it is well-formed',
    async (name) => {
      const page = await context().newPage();
      await page.goto(`${inject('appUrl')}/guidelines/${name}.html`);
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '');
      });
      expect(await findFaults(page)).toEqual([]);
      const source = await (await context().request.get(page.url())).text();
      const error = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xhtml+xml');
        return parsed.querySelector('parsererror')?.textContent ?? null;
      }, source);
      expect(error).toBeNull();
    },
  );

  test('shows the drawing that fits the screen, and the wide one on paper', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/guidelines/low-back-pain-imaging.da.html`);
    const shown = (): Promise<boolean[]> =>
      Promise.all(['.flow-wide', '.flow-narrow'].map((which) => page.locator(which).isVisible()));
    await expect.poll(shown).toEqual([true, false]);
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(shown).toEqual([false, true]);
    const font = await page
      .locator('.flow-narrow text')
      .first()
      .evaluate((text) => text.getBoundingClientRect().height);
    expect(font).toBeGreaterThan(12);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(shown).toEqual([true, false]);
  });

  test('nothing drawn is cut off: every line of text stands inside its drawing', async () => {
    const page = await context().newPage();
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${inject('appUrl')}/guidelines/head-trauma-ct.da.html`);
      const outside = await page.locator('.flow-piece:visible text').evaluateAll((texts) =>
        texts.flatMap((text) => {
          const drawing = text.closest('svg')?.getBoundingClientRect();
          return drawing && text.getBoundingClientRect().right <= drawing.right ? [] : [text.textContent];
        }),
      );
      expect(outside).toEqual([]);
    }
  });
});
