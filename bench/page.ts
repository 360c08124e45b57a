import { availableParallelism, loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { buildAll, freePort, type Served, serveAll } from '../scripts/serve.ts';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { widgetIn } from '../tests/e2e/widget.ts';
import { median, percentile, printTable } from './figures.ts';
import { type Hand, handOn, type Interaction, observe, type Seen, seenOn } from './interactions.ts';
import { WAYS } from './ways.ts';

/** How many times slower the processor is made. */
const SLOWER = 4;
const RUNS = 3;

const ms = (value: number): string => `${Math.round(value)} ms`;

/** Interaction to next paint, largest contentful paint and layout shift in a panel of 360 px, on a slowed processor. */
export async function run(): Promise<void> {
  await buildAll();
  const served = await serveAll({ app: await freePort(), ehr: await freePort() });
  const browser = await launchBrowser();
  try {
    const visits: Seen[] = [];
    for (let round = 0; round < RUNS; round += 1)
      for (const patient of Object.keys(WAYS)) visits.push(await visit(browser, served, patient));
    print(visits);
  } finally {
    await browser.close();
    await served.close();
  }
}

async function visit(browser: Browser, { ehrUrl }: Served, patient: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'da-DK' });
  const page = await context.newPage();
  await page.addInitScript(observe);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await launch(page, ehrUrl, patient);
  const hand: Hand = handOn(page);
  await WAYS[patient]?.(widgetIn(page), hand);
  const seen = await seenOn(page);
  await context.close();
  return seen;
}

async function launch(page: Page, ehrUrl: string, patient: string): Promise<void> {
  const body = JSON.stringify({ patient, orders: [`ServiceRequest/${patient}-order`] });
  const prepared: unknown = await (await fetch(`${ehrUrl}/ehr/api/launch`, { method: 'POST', body })).json();
  if (typeof prepared !== 'object' || prepared === null || !('launchUrl' in prepared)) throw new Error('no launch');
  await page.goto(String(prepared.launchUrl));
  await page.locator('.head-verdict').first().waitFor();
  // What comes after guidance comes now: whatever it moved is a shift.
  await page.locator('.quiet-decision, .decision').first().waitFor();
  await page.waitForTimeout(500);
}

function print(visits: readonly Seen[]): void {
  const all = visits.flatMap(({ interactions }) => interactions);
  const paints = visits.map(({ largestPaint }) => largestPaint);
  const durations = (some: readonly Interaction[]): readonly number[] => some.map(({ duration }) => duration);
  const summed = (name: string, values: readonly number[], aim: string): readonly string[] => [
    name,
    ms(median(values)),
    ms(percentile(values, 0.95)),
    ms(Math.max(...values)),
    aim,
  ];
  console.log(`\nThe page on a ${SLOWER} times slowed processor, ${visits.length} visits, panel of 360 px`);
  console.log(
    `  (load of the machine ${loadavg()[0]?.toFixed(1)}, ${availableParallelism()} processors: above that, it waits)`,
  );
  printTable([
    ['', 'median', '95th percentile', 'worst', 'aim'],
    summed(`interaction to next paint (${all.length} presses)`, durations(all), 'under 100 ms at the 95th'),
    summed('largest contentful paint', paints, ''),
    ['layout shift', '', '', Math.max(...visits.map(({ shift }) => shift)).toFixed(3), '0'],
  ]);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const byKind = kinds.map((kind) => ({ kind, of: durations(all.filter((one) => one.kind === kind)) }));
  console.log('\n  By kind of press');
  printTable([
    ['', 'presses', 'median', 'worst'],
    ...byKind
      .sort((one, other) => median(other.of) - median(one.of))
      .map(({ kind, of }) => [kind, String(of.length), ms(median(of)), ms(Math.max(...of))]),
  ]);
  console.log('\n  The slowest, and where the time went');
  printTable([
    ['', 'in all', 'waiting', 'handling', 'until painted'],
    ...[...all]
      .sort((one, other) => other.duration - one.duration)
      .slice(0, 3)
      .map(({ kind, duration, delay, handling, painting }) => [kind, ...[duration, delay, handling, painting].map(ms)]),
  ]);
}
