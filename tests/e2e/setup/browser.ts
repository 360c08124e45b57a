import { type Browser, chromium } from 'playwright-core';
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

/** A headless Chromium; `npm test` has made sure that there is one. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found: run "tsx scripts/ensure-browser.ts".');
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}
