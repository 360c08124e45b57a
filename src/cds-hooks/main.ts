import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseConfiguration } from './configuration.ts';

/**
 * `npm run cds-hooks -- [serve|export|key]`. The configuration is the file named by CDS_HOOKS_CONFIG, else the defaults,
 * which fit the sandbox. Exit status 2 where it is wrong.
 */
const [command = 'serve', ...args] = process.argv.slice(2);
const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

async function readConfiguration(): Promise<unknown> {
  const file = process.env.CDS_HOOKS_CONFIG;
  if (file === undefined) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`CDS_HOOKS_CONFIG: ${file} cannot be read as JSON (${reasonOf(error)}).`);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(...lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}

async function serve(): Promise<void> {
  const parsed = parseConfiguration(await readConfiguration(), process.env);
  if (!parsed.ok) return fail('The configuration is wrong:', ...parsed.faults.map((fault) => `  ${fault}`));
  const { startService } = await import('./start.ts');
  const { url, service, close } = await startService(parsed.configuration, RULES);
  for (const { id, reasons } of service.library.quarantined)
    process.stderr.write(`Out of service: ${id}: ${reasons.join(' ')}\n`);
  process.stdout.write(`CDS Hooks: ${url}/cds-services (${Math.round(performance.now())} ms)\n`);
  const stop = () => close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function exportFeedback(): Promise<void> {
  const parsed = parseConfiguration(await readConfiguration(), process.env);
  if (!parsed.ok) return fail(...parsed.faults);
  const { openSqliteStore } = await import('./sqlite-store.ts');
  const store = openSqliteStore(parsed.configuration.feedback.file);
  for await (const line of store.export(args[0])) process.stdout.write(`${JSON.stringify(line)}\n`);
  await store.close();
}

async function printKey(): Promise<void> {
  const { newAppContextKey } = await import('./app-context.ts');
  process.stdout.write(`${JSON.stringify(await newAppContextKey())}\n`);
}

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = { serve, export: exportFeedback, key: printKey };
const chosen = COMMANDS[command];
if (chosen === undefined) fail(`Unknown command "${command}". Known: ${Object.keys(COMMANDS).join(', ')}.`);
else {
  // A file that cannot be read, a port that is taken, a store or key that is none: the message says which.
  await chosen().catch((error: unknown) => fail(reasonOf(error)));
}
