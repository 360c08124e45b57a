import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { contactSheet } from './contact-sheet.ts';
import { STATES, type State } from './page-states.ts';
import { buildAll, freePort, type Served, serveAll } from './serve.ts';

/**
 * Makes the pictures of README.md and docs/screenshots.md in real Chromium: `tsx scripts/screenshots.ts`. Every state of the
 * clinician's page at three widths, light and dark, Danish and English: one contact sheet per appearance.
 */
const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
const SHEETS = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

const WIDTHS = [360, 768, 1200] as const;
const SCHEMES = ['light', 'dark'] as const;
const LANGUAGES = { da: 'Dansk', en: 'English' } as const;

mkdirSync(IMAGES, { recursive: true });
mkdirSync(SHEETS, { recursive: true });
await buildAll();
const served = await serveAll({ app: await freePort(), ehr: await freePort() });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1240, height: 900 } });
  await page.goto(`${served.ehrUrl}/?patient=known-breast-cancer&order=known-breast-cancer-order`);
  const widget = page.frameLocator('iframe[title="Indikation"]');
  for (const _screen of [1, 2]) await widget.getByRole('button', { name: 'Ingen af disse' }).click();
  await widget.getByRole('heading', { name: 'Rygsmerter hos en patient med kræft' }).waitFor();
  await page.screenshot({ path: `${IMAGES}sandbox.png` });

  const context = await browser.newContext({ locale: 'da-DK', timezoneId: 'Europe/Copenhagen' });
  const shots = new Map<string, { readonly name: string; readonly image: Buffer }[]>();
  for (const state of STATES)
    for (const [appearance, image] of await shootState(context, served, state))
      shots.set(appearance, [...(shots.get(appearance) ?? []), { name: state.name, image }]);
  for (const [appearance, pictures] of shots)
    writeFileSync(`${SHEETS}${appearance}.webp`, await contactSheet(page, pictures, Number.parseInt(appearance, 10)));
} finally {
  await browser.close();
  await served.close();
}

/** One state in every appearance, by its name: `360-light-da`. */
async function shootState(context: BrowserContext, { appUrl, ehrUrl }: Served, state: State) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await state.reach(page, { appUrl, ehrUrl });
  const shots: (readonly [string, Buffer])[] = [];
  for (const [language, name] of Object.entries(LANGUAGES)) {
    await speak(page, language, name);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 640 });
        shots.push([`${width}-${colorScheme}-${language}`, await page.screenshot({ fullPage: true })]);
      }
    }
  }
  await page.close();
  return shots;
}

async function speak(page: Page, language: string, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  if ((await button.count()) > 0) await button.click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}
