import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { drawn } from './widget.ts';

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Words do not depend on colours, nor colours on words: each is seen once. */
const seen = [
  { language: 'English', colorScheme: 'dark' },
  { language: 'Dansk', colorScheme: 'light' },
] as const;

/**
 * What axe finds wrong on a page as it stands, in English and dark, in Danish and light; and whether it scrolls sideways at
 * 320 px. Motion is reduced: colours that are still changing would be measured half-way, and what is folded away begins
 * to change only when it is measured. Switching language and colours must lose nothing, so the page is left in Danish and light, as it was.
 * @returns one line per fault: where it was seen, axe's rule, and the elements
 */
export async function findFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const { language, colorScheme } of seen) {
    await switchLanguage(page, language);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const found = await runAxe(page);
    faults.push(...found.map((fault) => `${language}, ${colorScheme}: ${fault}`));
    const overflow = await overflowAt(page, 320);
    if (overflow !== '') faults.push(`${language}, 320 px wide: scrolls sideways because of ${overflow}`);
  }
  return faults;
}

/** Unfolds all that can be unfolded; what is in a fold is drawn when it opens, and may hold further folds. */
export async function unfoldEverything(page: Page): Promise<void> {
  const unfold = (): Promise<number> =>
    page.evaluate(async () => {
      const folds = [...document.querySelectorAll<HTMLElement>('main details:not([open]) > summary')];
      const closed = folds.filter((summary) => summary.checkVisibility());
      for (const summary of closed) summary.click();
      // What a fold holds is drawn when it tells that it was opened, which is before the frame that shows it open has gone.
      await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
      return closed.length;
    });
  do await drawn(page);
  while ((await unfold()) > 0);
}

/** Pages without a switch speak the browser's language. */
async function switchLanguage(page: Page, language: string): Promise<void> {
  const button = page.getByRole('button', { name: language, exact: true });
  if ((await button.count()) === 0) return;
  await button.click();
  await page.locator(`html[lang="${language === 'English' ? 'en' : 'da'}"]`).waitFor();
  await drawn(page);
}

async function runAxe(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await axe);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  });
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

/** The first element that reaches past the right edge at this width; empty where nothing does. */
async function overflowAt(page: Page, width: number): Promise<string> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 800 });
  const culprit = await page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return '';
    const wide = [...document.body.querySelectorAll('*')].find(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    return wide?.outerHTML.slice(0, 160) ?? 'something';
  });
  if (before) await page.setViewportSize(before);
  return culprit;
}
