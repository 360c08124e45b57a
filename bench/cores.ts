import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** Which core the service gets and which the caller; null where this machine has no second one, or no `taskset`. */
export interface Cores {
  readonly service: number;
  readonly caller: number;
}

/** Keeps this process to the second core and leaves the first to the service, so that neither waits for the other. */
export function separateCores(): Cores | null {
  const cores = { service: 0, caller: 1 };
  if (cpus().length < 2) return null;
  const pinned = spawnSync('taskset', ['-acp', `${cores.caller}`, `${process.pid}`]);
  return pinned.status === 0 ? cores : null;
}
