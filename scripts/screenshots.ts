import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { buildAll, freePort, serveAll } from './serve.ts';

/** Makes the pictures of README.md in real Chromium: `tsx scripts/screenshots.ts`. */
const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
await buildAll();
const served = await serveAll({ app: await freePort(), ehr: await freePort() });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1240, height: 900 } });
  await page.goto(`${served.ehrUrl}/?patient=known-breast-cancer&order=known-breast-cancer-order`);
  const widget = page.frameLocator('iframe[title="Indikation"]');
  for (const _screen of [1, 2]) await widget.getByRole('button', { name: 'Ingen af disse' }).click();
  await widget.locator('[data-recommendation="back-pain-with-known-cancer"]').waitFor();
  await page.screenshot({ path: `${FOLDER}sandbox.png` });
} finally {
  await browser.close();
  await served.close();
}
