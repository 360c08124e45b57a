import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where Chrome and Chromium usually stand, after the one that CHROME_PATH names. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium on this machine: a person's own, Debian's, or Playwright's; null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROME_PATH;
  const candidates = [...(named === undefined ? [] : [named]), ...USUAL, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}
