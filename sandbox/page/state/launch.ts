import { signal } from '@preact/signals';
import { createLaunch } from '../ehr-api.ts';
import { optionsFor } from '../failures.ts';
import { settle } from './load.ts';
import { warn } from './notice.ts';
import { chosenOrder } from './orders.ts';
import { chosenPerson } from './people.ts';

/** What stands in the frame: a new `turn` makes a new frame, so that nothing of an earlier launch is left. */
export type Frame = { readonly url: string; readonly turn: number };

export const frame = signal<Frame | null>(null);
/** Width of the app beside the order, in CSS pixels. */
export const frameWidth = signal(420);
export const leastWidth = 320;
export const mostWidth = 640;
/** Ids of the failures to try at the next launch. */
export const chosenFailures = signal<ReadonlySet<string>>(new Set());

let turn = 0;

/** Launches the app beside the order. The page shows who the patient is, so the app need not. */
export async function launchBeside(): Promise<void> {
  const mine = ++turn;
  const url = await launchUrl(false);
  if (url !== null && mine === turn) frame.value = { url, turn: mine };
}

/** Launches the app in a window of its own, where it must say itself who the patient is. */
export async function launchInWindow(): Promise<void> {
  const url = await launchUrl(true);
  if (url !== null) window.open(url, '_blank', 'noopener,width=560,height=860');
}

/** Takes the app away. */
export function closeFrame(): void {
  turn++;
  frame.value = null;
}

export function resizeFrame(width: number): void {
  frameWidth.value = Math.min(mostWidth, Math.max(leastWidth, Math.round(width)));
}

export function toggleFailure(id: string): void {
  const chosen = new Set(chosenFailures.value);
  if (!chosen.delete(id)) chosen.add(id);
  chosenFailures.value = chosen;
}

async function launchUrl(needPatientBanner: boolean): Promise<string | null> {
  const patient = chosenPerson.value;
  if (patient === null) return null;
  const order = chosenOrder.value;
  const options = optionsFor(chosenFailures.value);
  const orders = order === null ? [] : [`ServiceRequest/${order}`];
  const launched = await settle(createLaunch({ patient, orders, needPatientBanner, options }));
  if (launched.state === 'here') return launched.value;
  if (launched.state === 'failed') warn(`Beslutningsstøtten kunne ikke startes. ${launched.words}`);
  return null;
}
