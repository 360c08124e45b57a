import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.ts';

/** Flags that keep a headless browser from talking to anything but the pages under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How many times slower pages run than the machine lets them: `E2E_SLOW=4` makes fail at once what otherwise fails now and
 * then, on a slow machine. Frames of another site have a process of their own and stay as they are.
 */
const SLOWER = Number(process.env.E2E_SLOW ?? 1);

/** A headless Chromium; `npm test` has made sure that there is one. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found: run "tsx scripts/ensure-browser.ts".');
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  if (SLOWER > 1) browser.on('context', (context) => context.on('page', slowDown));
  return browser;
}

async function slowDown(page: Page): Promise<void> {
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  } catch (error) {
    // A page that a test has closed already needs no slowing.
    if (!page.isClosed()) throw error;
  }
}
