import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');

/** The service as a process of its own. */
export interface ServiceProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Milliseconds from its start until it listened. */
  readonly startedIn: number;
}

/** From source as in development, or as it is built for Node. */
export type HowToRun = 'source' | 'built';

/**
 * Starts the service with its store in that folder, on a port that the system chooses. Rejects when it ends instead.
 * @param core the processor core it is kept to (Linux, `taskset`)
 */
export async function startProcess(folder: string, how: HowToRun, core?: number): Promise<ServiceProcess> {
  const file = join(folder, 'configuration.json');
  writeFileSync(file, JSON.stringify({ port: 0, feedback: { file: join(folder, 'feedback.sqlite') } }));
  const program =
    how === 'built'
      ? ['--max-semi-space-size=64', 'build/cds-hooks/main.js']
      : ['--import', 'tsx', 'src/cds-hooks/main.ts'];
  const [command = '', ...args] = [
    ...(core === undefined ? [] : ['taskset', '-c', `${core}`]),
    process.execPath,
    ...program,
  ];
  const began = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, CDS_HOOKS_CONFIG: file },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the service did not start')));
  const [line] = await Promise.race([once(lines, 'line'), ended]);
  const url = /(http:\S+)\/cds-services/.exec(String(line))?.[1];
  if (url === undefined) throw new Error(`the service said: ${line}`);
  ended.catch(() => undefined);
  return { url, child, startedIn: performance.now() - began };
}

/** Ends it as a power cut would: no word, no time. */
export async function killProcess({ child }: ServiceProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
