import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceId } from '../src/cds-hooks/discovery.ts';
import { answeredDraft, callAbout, hookCall, personRecord, prefetchOf } from '../tests/contract/cds-hooks/exchange.ts';
import { killProcess, type ServiceProcess, startProcess } from '../tests/contract/cds-hooks/service-process.ts';
import { shippedGuidelines } from '../tests/rules/shipped.ts';
import { separateCores } from './cores.ts';
import { percentile, printTable } from './figures.ts';
import { createHookCaller, type HookCaller, type ReadyCall, readyCall } from './hook-caller.ts';
import { readServiceFigures } from './service-figures.ts';

/** Calls a second that the service is asked for, and for how many seconds. */
const RATE = 300;
const SECONDS = 20;
const CALLS = 100_000;
const AT_ONCE = 8;
const WARM_UP = 5_000;
const STARTS = 5;
/** How often the memory is read while the calls go on. */
const READINGS = 10;

/**
 * The service as it is built, in a process of its own on a core of its own, over real HTTP with everything prefetched:
 * start-up, latency at a fixed rate, throughput, and memory over 100,000 calls. HOOKS_CALLS takes fewer.
 */
export async function run(): Promise<void> {
  await import('../scripts/build-cds-hooks.ts');
  const folder = mkdtempSync(join(tmpdir(), 'bench-hooks-'));
  console.log(`\nLoad on the ${cpus().length} cores of this machine before it began: ${load()}`);
  const cores = separateCores();
  console.log(
    cores === null
      ? 'Service and caller share the cores: there is no second one, or no taskset'
      : `Service on core ${cores.service} alone, caller on core ${cores.caller} (taskset)`,
  );
  const starts: number[] = [];
  for (let at = 0; at < STARTS; at += 1) {
    const started = await startProcess(folder, 'built', cores?.service);
    starts.push(started.startedIn);
    await killProcess(started);
  }
  const service = await startProcess(folder, 'built', cores?.service);
  const bodies = await callBodies();
  const size = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length / 1024;
  console.log(
    `CDS Hooks service, ${bodies.length} different calls with full prefetch, ${size.toFixed(0)} kB each on average`,
  );
  const ready = bodies.map((body) => readyCall(service.url, `/cds-services/${serviceId('order-sign')}`, body));
  const caller = createHookCaller(service.url);
  printTable([
    ['start-up, process to listening', 'median', 'slowest'],
    [`${STARTS} starts`, ms(percentile(starts, 0.5)), ms(percentile(starts, 1))],
  ]);
  try {
    await closedLoop(caller, ready, WARM_UP);
    await measureAtRate(service, caller, ready);
    await measureMany(service, caller, ready, Number(process.env.HOOKS_CALLS ?? CALLS));
  } finally {
    caller.close();
    await killProcess(service);
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`\nLoad when it ended, with its own: ${load()}`);
}

/** Latency as the caller sees it, from the planned moment; beside it what is the caller's own delay, and the service's. */
async function measureAtRate(service: ServiceProcess, caller: HookCaller, ready: readonly ReadyCall[]): Promise<void> {
  const before = await readServiceFigures(service.url);
  const { samples, late, failed, seconds } = await fixedRate(caller, ready);
  const after = await readServiceFigures(service.url);
  printTable([
    [`latency at ${RATE}/s for ${SECONDS} s`, 'median', '95th', '99th', 'slowest', 'failed'],
    [`${samples.length} calls`, ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(samples, share))), `${failed}`],
    ['of it sent late by the caller', ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(late, share))), ''],
  ]);
  const cpu = after.cpuSeconds - before.cpuSeconds;
  const collecting = after.collectionSeconds - before.collectionSeconds;
  printTable([
    ["the service's own event loop meanwhile", 'median', '90th', '99th', 'longest', 'busy', 'of it garbage collection'],
    [
      'delay',
      ...after.loopDelays.map((seconds) => ms(seconds * 1000)),
      `${((cpu / seconds) * 100).toFixed(0)} %`,
      `${((collecting / seconds) * 100).toFixed(0)} %`,
    ],
  ]);
}

async function measureMany(
  service: ServiceProcess,
  caller: HookCaller,
  ready: readonly ReadyCall[],
  calls: number,
): Promise<void> {
  const before = await readServiceFigures(service.url);
  const memory = [before.residentBytes];
  const samples: number[] = [];
  let failed = 0;
  let seconds = 0;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const part = await closedLoop(caller, ready, calls / READINGS);
    for (const sample of part.samples) samples.push(sample);
    failed += part.failed;
    seconds += part.seconds;
    memory.push((await readServiceFigures(service.url)).residentBytes);
  }
  const after = await readServiceFigures(service.url);
  printTable([
    ['as fast as it goes', 'calls/s', 'median', '99th', 'processor a call', 'failed'],
    [
      `${calls} calls, ${AT_ONCE} at once`,
      (calls / seconds).toFixed(0),
      ms(percentile(samples, 0.5)),
      ms(percentile(samples, 0.99)),
      `${(((after.cpuSeconds - before.cpuSeconds) * 1000) / calls).toFixed(2)} ms`,
      `${failed}`,
    ],
  ]);
  const megabytes = memory.map((bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`);
  console.log(`  memory before and every ${calls / READINGS} calls: ${megabytes.join(', ')}`);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '';
}

/** Every vignette as a draft with its answers, with the record of one sandbox person after the other. */
async function callBodies(): Promise<readonly string[]> {
  const { guidelines } = await shippedGuidelines();
  const people = ['known-breast-cancer', 'fever-and-diabetes', 'snomed-coded', 'recent-mr', 'plain-back-pain'];
  const records = people.map((name) => ({ name, prefetch: prefetchOf(personRecord(name)) }));
  const drafts = guidelines.flatMap(({ vignettes }) =>
    vignettes.vignettes.map((one) => answeredDraft(one.order ?? vignettes.order, { ...vignettes.given, ...one.given })),
  );
  const answered = drafts.flatMap((draft, at) => {
    const person = records[at % records.length];
    if (person === undefined) return [];
    const own = { ...draft, subject: { reference: `Patient/${person.name}` } };
    return [callAbout('order-sign', [own], person.prefetch, person.name)];
  });
  const plain = people.map((name) => hookCall('order-sign', personRecord(name)));
  return [...answered, ...plain].map((call) => JSON.stringify(call));
}

/** Sends at the planned moments whatever the answers do; waiting counts from the planned moment. */
async function fixedRate(caller: HookCaller, ready: readonly ReadyCall[]) {
  const samples: number[] = [];
  const late: number[] = [];
  let failed = 0;
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < RATE * SECONDS; at += 1) {
    const planned = began + (at * 1000) / RATE;
    const wait = planned - performance.now();
    if (wait > 1) await sleep(wait - 0.5);
    late.push(Math.max(0, performance.now() - planned));
    open.push(
      caller.send(ready[at % ready.length] ?? Buffer.alloc(0)).then((status) => {
        samples.push(performance.now() - planned);
        if (status !== 200) failed += 1;
      }),
    );
  }
  await Promise.all(open);
  return { samples, late, failed, seconds: (performance.now() - began) / 1000 };
}

async function closedLoop(caller: HookCaller, ready: readonly ReadyCall[], calls: number) {
  const samples: number[] = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (next < calls) {
      const call = ready[next % ready.length] ?? Buffer.alloc(0);
      next += 1;
      const sent = performance.now();
      if ((await caller.send(call)) !== 200) failed += 1;
      samples.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { samples, failed, seconds: (performance.now() - began) / 1000 };
}
