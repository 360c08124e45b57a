import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWithRules, freePort, serveApp } from '../../scripts/serve.ts';
import { writeKneeMr } from '../unit/cli/readme-author.ts';
import { launchBrowser } from './setup/browser.ts';
import { widgetIn } from './widget.ts';

const WRONG = 'chest-imaging-unspecific-symptoms';

let folder = '';
let served: Awaited<ReturnType<typeof serveApp>>;
let browser: Browser;

/** The app built from rules in which an author has written one guideline, and made a mistake in another. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-rules-'));
  const rules = join(folder, 'rules');
  await cp(resolve(import.meta.dirname, '../../rules'), rules, { recursive: true });
  await writeKneeMr(rules);
  const file = join(rules, WRONG, 'guideline.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"fact": "acute-respiratory-illness"', '"fact": "acute-respiratory-ilness"'));
  await buildWithRules(rules, join(folder, 'app'));
  served = await serveApp(join(folder, 'app'), await freePort());
  browser = await launchBrowser();
});

afterAll(async () => {
  await Promise.all([browser?.close(), served?.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** The page opened by hand, on a reason and an examination. */
async function consider(reason: string, examination: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'da-DK' });
  await page.goto(served.appUrl);
  await page.getByRole('region', { name: reason }).getByRole('button', { name: examination }).click();
  return page;
}

test('a guideline written from rules/README.md alone asks and answers in the app, marked as a draft', async () => {
  const page = await consider('Knæsmerter', 'MR af knæ');
  const widget = widgetIn(page);
  await widget.answerNumber('age', '47');
  await widget.holds('knee-locking');
  await widget.answer('pain-duration-weeks', '6 uger');
  expect(await widget.verdict('Kan overvejes')).toBe('Kan overvejes');
  expect(await page.locator('[data-guideline="knee-mr"]').innerText()).toContain('Ikke klinisk godkendt');
});

test('a wrong guideline is out of service by name in the running page, and the others go on', async () => {
  const page = await consider('Lændesmerter', 'Røntgen af lænderyg');
  const widget = widgetIn(page);
  await widget.answerNumber('age', '47');
  await widget.holds('cauda-equina-signs');
  await widget.telephone('emergency');
  await page.getByText(`Ude af drift: ${WRONG}.`).waitFor();
  expect(await page.locator('[data-guideline]').getAttribute('data-guideline')).toBe('low-back-pain-imaging');
});
