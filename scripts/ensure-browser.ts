import { spawnSync } from 'node:child_process';
import { findBrowser } from './find-browser.ts';

/** Installs a browser for the end-to-end tests where none is found: Playwright's own, else the system's package. */
const WAYS: readonly (readonly [string, readonly string[]])[] = [
  ['npx', ['--no-install', 'playwright-core', 'install', '--with-deps', 'chromium-headless-shell']],
  ['npx', ['--no-install', 'playwright-core', 'install', 'chromium']],
];

const found = findBrowser() ?? install();
if (found === null) {
  console.error(
    'No Chromium found and none could be installed. Install Chrome or Chromium, or set CHROME_PATH to one.',
  );
  process.exit(1);
}
console.log(`Browser for the end-to-end tests: ${found}`);

function install(): string | null {
  console.log('No Chromium found; installing one.');
  if (spawnSync('apt-get', ['--version']).status === 0) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
  }
  for (const [command, args] of WAYS) {
    const path = findBrowser();
    if (path !== null) return path;
    run(command, args);
  }
  return findBrowser();
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 });
  if (error || status !== 0) console.error(`${command} ${args.join(' ')} did not succeed; trying the next way.`);
}
