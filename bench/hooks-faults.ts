import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killInMidWrite } from '../tests/contract/cds-hooks/kill-in-mid-write.ts';
import { EXPECTED_STATUSES, malformedRequests } from '../tests/contract/cds-hooks/malformed.ts';
import { killProcess, startProcess } from '../tests/contract/cds-hooks/service-process.ts';
import { printTable } from './figures.ts';

const KILLS = 100;
const REQUESTS = 10_000;
const SEED = 1;

/** The service killed in mid-write a hundred times, and 10,000 malformed requests over real HTTP. HOOKS_KILLS takes fewer. */
export async function run(): Promise<void> {
  await import('../scripts/build-cds-hooks.ts');
  await killed();
  await malformed();
}

async function killed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-kill-'));
  const { kills, acknowledged, lost, interrupted } = await killInMidWrite(
    folder,
    Number(process.env.HOOKS_KILLS ?? KILLS),
    'built',
  );
  rmSync(folder, { recursive: true, force: true });
  console.log('\nThe service killed (SIGKILL) while feedback is written');
  printTable([
    ['kills', 'started again', 'acknowledged', 'of these lost', 'calls broken off'],
    [`${kills}`, `${kills}`, `${acknowledged}`, `${lost.length}`, `${interrupted}`],
  ]);
}

async function malformed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-malformed-'));
  const service = await startProcess(folder, 'built');
  const statuses = new Map<number, number>();
  const memory: number[] = [];
  let broken = 0;
  const requests = malformedRequests(REQUESTS, SEED);
  for (const [at, { method, path, headers, body }] of requests.entries()) {
    if (at % (REQUESTS / 10) === 0) {
      memory.push(await residentMemory(service.url));
      await rawNonsense(service.url);
    }
    const hasBody = method !== 'GET' && method !== 'HEAD';
    try {
      const sent = hasBody ? { body } : {};
      const response = await fetch(`${service.url}${path}`, { method, headers: definedHeaders(headers), ...sent });
      await response.arrayBuffer();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    } catch {
      // The connection broke without an answer: counted, and told below.
      broken += 1;
    }
  }
  memory.push(await residentMemory(service.url));
  const health = await fetch(`${service.url}/health`);
  await killProcess(service);
  rmSync(folder, { recursive: true, force: true });
  const unexpected = [...statuses].filter(([status]) => !EXPECTED_STATUSES.includes(status));
  console.log(`\n${REQUESTS} malformed requests over HTTP, seed ${SEED}; health afterwards: ${health.status}`);
  printTable([
    ['status', ...[...statuses.keys()].sort().map(String), 'no answer', 'unexpected'],
    [
      'requests',
      ...[...statuses].sort(([one], [other]) => one - other).map(([, count]) => `${count}`),
      `${broken}`,
      `${unexpected.length}`,
    ],
  ]);
  console.log(
    `  memory every ${REQUESTS / 10}: ${memory.map((bytes) => `${(bytes / 1024 / 1024).toFixed(0)} MB`).join(', ')}`,
  );
}

function definedHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Bytes that are not even HTTP, and a client that leaves in the middle. */
async function rawNonsense(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  for (const bytes of [
    '\u0000\u0001\u0002\r\n\r\n',
    'POST /cds-services/imaging-order-sign HTTP/1.1\r\ncontent-length: 99\r\n\r\n{',
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => socket.end(bytes, () => socket.destroy()));
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
  }
}

async function residentMemory(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
