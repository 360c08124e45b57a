import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceId } from '../src/cds-hooks/discovery.ts';
import { answeredDraft, callAbout, hookCall, personRecord, prefetchOf } from '../tests/contract/cds-hooks/exchange.ts';
import { killProcess, type ServiceProcess, startProcess } from '../tests/contract/cds-hooks/service-process.ts';
import { shippedGuidelines } from '../tests/rules/shipped.ts';
import { percentile, printTable } from './figures.ts';

/** Calls a second that the service is asked for, and for how many seconds. */
const RATE = 300;
const SECONDS = 20;
const CALLS = 100_000;
const AT_ONCE = 8;
const STARTS = 5;

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * The service as it is built, in a process of its own, over real HTTP with everything prefetched: start-up, latency at a
 * fixed rate, throughput, and memory after 100,000 calls. HOOKS_CALLS takes fewer.
 */
export async function run(): Promise<void> {
  await import('../scripts/build-cds-hooks.ts');
  const folder = mkdtempSync(join(tmpdir(), 'bench-hooks-'));
  const starts: number[] = [];
  for (let at = 0; at < STARTS; at += 1) {
    const started = await startProcess(folder, 'built');
    starts.push(started.startedIn);
    await killProcess(started);
  }
  const service = await startProcess(folder, 'built');
  const bodies = await callBodies();
  const size = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length / 1024;
  console.log(`\nLoad on the ${cpus().length} cores of this machine before it began: ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    `\nCDS Hooks service, ${bodies.length} different calls with full prefetch, ${size.toFixed(0)} kB each on average`,
  );
  await closedLoop(service, bodies, 2_000);
  const paced = await fixedRate(service, bodies);
  const before = await metric(service, 'process_resident_memory_bytes');
  const calls = Number(process.env.HOOKS_CALLS ?? CALLS);
  const cpuBefore = await metric(service, 'process_cpu_seconds_total');
  const loop = await closedLoop(service, bodies, calls);
  const cpu = (await metric(service, 'process_cpu_seconds_total')) - cpuBefore;
  const after = await metric(service, 'process_resident_memory_bytes');
  await killProcess(service);
  rmSync(folder, { recursive: true, force: true });
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  const mb = (value: number): string => `${(value / 1024 / 1024).toFixed(0)} MB`;
  printTable([
    ['start-up, process to listening', 'median', 'slowest'],
    [`${STARTS} starts`, ms(percentile(starts, 0.5)), ms(percentile(starts, 1))],
  ]);
  printTable([
    [`latency at ${RATE}/s`, 'median', '95th', '99th', 'slowest', 'failed'],
    [
      `${paced.samples.length} calls`,
      ...[0.5, 0.95, 0.99, 1].map((share) => ms(percentile(paced.samples, share))),
      `${paced.failed}`,
    ],
  ]);
  printTable([
    ['as fast as it goes', 'calls/s', 'median', '99th', 'processor a call', 'failed'],
    [
      `${calls} calls, ${AT_ONCE} at once`,
      (calls / loop.seconds).toFixed(0),
      ms(percentile(loop.samples, 0.5)),
      ms(percentile(loop.samples, 0.99)),
      ms((cpu * 1000) / calls),
      `${loop.failed}`,
    ],
  ]);
  printTable([
    ['memory', 'before', 'after'],
    [`${calls} calls`, mb(before), mb(after)],
  ]);
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
async function fixedRate(service: ServiceProcess, bodies: readonly string[]) {
  const samples: number[] = [];
  let failed = 0;
  const open: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < RATE * SECONDS; at += 1) {
    const planned = began + (at * 1000) / RATE;
    const wait = planned - performance.now();
    if (wait > 1) await sleep(wait - 0.5);
    open.push(
      send(service, bodies[at % bodies.length] ?? '').then((ok) => {
        samples.push(performance.now() - planned);
        if (!ok) failed += 1;
      }),
    );
  }
  await Promise.all(open);
  return { samples, failed };
}

async function closedLoop(service: ServiceProcess, bodies: readonly string[], calls: number) {
  const samples: number[] = [];
  let failed = 0;
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (next < calls) {
      const body = bodies[next % bodies.length] ?? '';
      next += 1;
      const sent = performance.now();
      if (!(await send(service, body))) failed += 1;
      samples.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  return { samples, failed, seconds: (performance.now() - began) / 1000 };
}

function send({ url }: ServiceProcess, body: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(
      `${url}/cds-services/${serviceId('order-sign')}`,
      { method: 'POST', agent, headers },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode === 200));
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

async function metric({ url }: ServiceProcess, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}
