import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'playwright-core';
import { buildAll, freePort, serveAll } from '../scripts/serve.ts';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { randomOf } from '../tests/fuzz/random.ts';
import { randomResource } from '../tests/fuzz/random-resource.ts';
import { printTable } from './figures.ts';
import { LARGE_PERSON, largeRecord } from './large-record.ts';
import { prepareLaunch } from './launch.ts';

const PAGE_SIZE = 100;
const BUNDLES = 10_000;
const PER_BUNDLE = 30;
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A record of 20,000 resources through the widget, and 10,000 Bundles through `evaluate --ndjson`. */
export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'indikation-scale-'));
  try {
    await measureWidget(folder);
    await measureEvaluate(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function measureWidget(folder: string): Promise<void> {
  const record = largeRecord();
  const entry = record.map((resource) => ({ resource }));
  await writeFile(
    join(folder, `${LARGE_PERSON}.json`),
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
  );
  await copyFile(at('../sandbox/people/practitioner.json'), join(folder, 'practitioner.json'));
  process.stderr.write(`  loading ${record.length} resources into the sandbox\n`);
  await buildAll();
  const options = { peopleDir: folder, largestPage: PAGE_SIZE };
  const served = await serveAll({ app: await freePort(), ehr: await freePort() }, 'localhost', ':memory:', options);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const launchUrl = await prepareLaunch(page, served.ehrUrl, LARGE_PERSON);
    const session = await page.context().newCDPSession(page);
    let requests = 0;
    let bytes = 0;
    page.on('requestfinished', async (request) => {
      if (!new URL(request.url()).pathname.startsWith('/fhir')) return;
      requests += 1;
      bytes += (await request.sizes()).responseBodySize;
    });
    const started = performance.now();
    await page.goto(launchUrl, { waitUntil: 'commit' });
    await page.locator('.head-verdict').first().waitFor({ timeout: 120_000 });
    const seconds = (performance.now() - started) / 1000;
    const read = await page.locator('details.was-read > summary').innerText();
    const gaps = await page.locator('.notice-gap').count();
    console.log(
      `\nA record of ${record.length} resources (${Math.ceil(record.length / PAGE_SIZE)} pages of ${PAGE_SIZE}) through the widget, other work on the machine`,
    );
    printTable([
      ['time to guidance', 'FHIR requests', 'read', 'memory in the tab', 'gaps shown'],
      [
        `${seconds.toFixed(1)} s`,
        String(requests),
        `${(bytes / 1e6).toFixed(1)} MB`,
        await memoryOf(session),
        String(gaps),
      ],
    ]);
    console.log(`  ${read.replaceAll('\n', ' ')}`);
  } finally {
    await browser.close();
    await served.close();
  }
}

/** What JavaScript holds after it has cleared up. */
async function memoryOf(session: CDPSession): Promise<string> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return `${(usedSize / 1e6).toFixed(1)} MB`;
}

async function measureEvaluate(folder: string): Promise<void> {
  const file = join(folder, 'bundles.ndjson');
  await writeBundles(file);
  const started = performance.now();
  const { results, peak } = await evaluateAll(file);
  const seconds = (performance.now() - started) / 1000;
  const size = (await stat(file)).size;
  console.log(
    `\n${BUNDLES} Bundles of ${PER_BUNDLE} resources (${(size / 1e6).toFixed(0)} MB) through evaluate --ndjson`,
  );
  printTable([
    ['results', 'seconds', 'records per second', 'most memory seen'],
    [String(results), seconds.toFixed(1), (BUNDLES / seconds).toFixed(0), `${peak} MB`],
  ]);
}

/** The same Bundles at every run: a patient, a draft and random resources of the record. */
async function writeBundles(file: string): Promise<void> {
  const random = randomOf(20261128);
  const out = createWriteStream(file);
  for (let index = 0; index < BUNDLES; index += 1) {
    const patient = { resourceType: 'Patient', id: 'p1', birthDate: `19${10 + random.below(90)}-03-02` };
    const code = random.pick(['UXME30', 'UXCA00', 'UXRC00']);
    const draft = {
      resourceType: 'ServiceRequest',
      id: 'draft',
      status: 'draft',
      intent: 'order',
      subject: { reference: 'Patient/p1' },
      code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code }] },
    };
    const record = Array.from({ length: PER_BUNDLE }, (_, n) => randomResource(random, `r${n}`));
    const entry = [patient, draft, ...record].map((resource) => ({ resource }));
    const bundle = { resourceType: 'Bundle', type: 'collection', entry };
    out.write(`${JSON.stringify({ id: index, now: '2026-06-01T12:00:00+02:00', bundle, answers: {} })}\n`);
  }
  await new Promise<void>((resolve) => out.end(resolve));
}

/** Runs the command as anybody would; its own progress tells its memory. */
async function evaluateAll(file: string): Promise<{ readonly results: number; readonly peak: number }> {
  const command = spawn('npx', ['tsx', 'src/cli/main.ts', 'evaluate', '--ndjson', file], {
    cwd: at('..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let results = 0;
  let peak = 0;
  const progress = (async () => {
    for await (const line of createInterface({ input: command.stderr })) {
      process.stderr.write(`  ${line}\n`);
      peak = Math.max(peak, Number(/(\d+) MB$/.exec(line)?.[1] ?? 0));
    }
  })();
  for await (const line of createInterface({ input: command.stdout })) if (line.startsWith('{')) results += 1;
  await progress;
  return { results, peak };
}
