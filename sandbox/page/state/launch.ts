import { signal } from '@preact/signals';
import { createLaunch } from '../ehr-api.ts';
import { optionsFor } from '../failures.ts';
import type { AppWindow, LaunchedWindow } from '../messaging/host.ts';
import { can } from './abilities.ts';
import { settle } from './load.ts';
import { warn } from './notice.ts';
import { chosenOrder } from './orders.ts';
import { chosenPerson } from './people.ts';

/** One launch of the app: where it opens, and what ties its messages to it. */
type Launched = { readonly url: string; readonly handle: string; readonly patient: string };

/** What stands in the frame: a new `turn` makes a new frame, so that nothing of an earlier launch is left. */
export type Frame = Launched & { readonly turn: number };

export const frame = signal<Frame | null>(null);
/** Width of the app beside the order, in CSS pixels. */
export const frameWidth = signal(420);
export const leastWidth = 320;
export const mostWidth = 640;
/** Ids of the failures to try at the next launch. */
export const chosenFailures = signal<ReadonlySet<string>>(new Set());

let turn = 0;
let frameElement: HTMLIFrameElement | null = null;
let opened: (Launched & { readonly window: Window })[] = [];

/** Tells which element the frame is drawn as. */
export function showFrame(element: HTMLIFrameElement | null): void {
  frameElement = element;
}

/** The windows in which the app is open and may talk to this page. */
export function launchedWindows(): readonly LaunchedWindow[] {
  const beside = frame.value === null ? [] : [{ ...frame.value, window: appWindow(frameElement?.contentWindow) }];
  return [...beside, ...opened.map((launched) => ({ ...launched, window: appWindow(launched.window) }))];
}

function appWindow(window: Window | null | undefined): AppWindow | null {
  return window ?? null;
}

/** Origin of the app, as its launch address has it; empty before the first launch. */
export function appOrigin(): string {
  const url = frame.value?.url ?? opened[0]?.url;
  return url === undefined ? '' : new URL(url).origin;
}

/** Launches the app beside the order. The page shows who the patient is, so the app need not. */
export async function launchBeside(appContext?: string): Promise<void> {
  const mine = ++turn;
  const launched = await launch(false, appContext);
  if (launched !== null && mine === turn) frame.value = { ...launched, turn: mine };
}

/** Launches the app in a window of its own, where it must say itself who the patient is. */
export async function launchInWindow(): Promise<void> {
  const launched = await launch(true);
  if (launched === null) return;
  // Only a window that knows who opened it can talk to it.
  const ties = can('web-messaging') ? 'popup' : 'noopener';
  const window = globalThis.window.open(launched.url, '_blank', `${ties},width=560,height=860`);
  if (window !== null) opened.push({ ...launched, window });
}

/** Takes the app away: what it says from now on is not heard. */
export function closeFrame(): void {
  turn++;
  frame.value = null;
}

/** Closes the app where it is open for a patient who is no longer, and forgets windows that were closed. */
export function closeWindows(): void {
  for (const { window } of opened) window.close();
  opened = [];
}

/** Closes the one window that the app asks to close, whichever it is. */
export function closeLaunched(handle: string): void {
  if (frame.value?.handle === handle) closeFrame();
  for (const launched of opened) if (launched.handle === handle) launched.window.close();
  opened = opened.filter((launched) => launched.handle !== handle);
}

export function resizeFrame(width: number): void {
  frameWidth.value = Math.min(mostWidth, Math.max(leastWidth, Math.round(width)));
}

export function toggleFailure(id: string): void {
  const chosen = new Set(chosenFailures.value);
  if (!chosen.delete(id)) chosen.add(id);
  chosenFailures.value = chosen;
}

async function launch(needPatientBanner: boolean, appContext?: string): Promise<Launched | null> {
  const patient = chosenPerson.value;
  if (patient === null) return null;
  const order = chosenOrder.value;
  const orders = order === null ? [] : [`ServiceRequest/${order}`];
  const handle = crypto.randomUUID();
  const launched = await settle(
    createLaunch({
      patient,
      orders,
      needPatientBanner,
      options: launchOptions(),
      ...(can('web-messaging') ? { messagingHandle: handle } : {}),
      ...(appContext !== undefined && can('app-context') ? { appContext } : {}),
    }),
  );
  if (launched.state === 'here') return { url: launched.value, handle, patient };
  if (launched.state === 'failed') warn(`Beslutningsstøtten kunne ikke startes. ${launched.words}`);
  return null;
}

/** What goes wrong by choice, and what the EHR does not grant because it cannot do it. */
function launchOptions() {
  const options = optionsFor(chosenFailures.value);
  const refused = (['scratchpad', 'ui'] as const).filter((ability) => !can(ability));
  if (refused.length === 0) return options;
  const refuseScopes = [...(options.refuseScopes ?? []), ...refused.map((ability) => `messaging/${ability}`)];
  return { ...options, refuseScopes };
}
