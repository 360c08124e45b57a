import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../library/disk.ts';
import type { Streams } from './streams.ts';

const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

const streams: Streams = {
  input: process.stdin,
  out: (line) => process.stdout.write(`${line}\n`) || once(process.stdout, 'drain'),
  error: (line) => {
    process.stderr.write(`${line}\n`);
  },
};

/** Writes what is made from the code for authors and for whoever installs: editors' schemas, and the tables of findings and of facts. */
async function writeSchemas(): Promise<number> {
  const { editorSchemas, siteConfigurationEditorSchema } = await import('../core/schema/editor-schema.ts');
  for (const [name, schema] of Object.entries(editorSchemas()))
    await writeFile(join(RULES, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`);
  await writeFile(
    join(RULES, '../public/site.schema.json'),
    `${JSON.stringify(siteConfigurationEditorSchema(), null, 2)}\n`,
  );
  const { findingTable } = await import('./rules/finding-table.ts');
  await writeFile(join(RULES, 'findings.md'), findingTable());
  const { factsTable } = await import('./rules/facts-table.ts');
  const { library } = await loadLibrary(RULES);
  await writeFile(join(RULES, '../docs/facts.md'), factsTable(library.vocabulary));
  return 0;
}

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  evaluate: async (args) => {
    const { evaluate } = await import('./evaluate.ts');
    return evaluate((await loadLibrary(RULES)).library, args, streams);
  },
  rules: async (args) => {
    const { runRules } = await import('./rules.ts');
    return runRules(args, RULES, streams);
  },
  schema: writeSchemas,
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) process.exitCode = await command(args);
else {
  streams.error(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.`);
  process.exitCode = 2;
}
