import type { Browser, Page } from 'playwright-core';
import { buildAll, freePort, type Served, serveAll } from '../scripts/serve.ts';
import { launchBrowser } from '../tests/e2e/setup/browser.ts';
import { type Widget, widgetIn } from '../tests/e2e/widget.ts';
import { median, percentile, printTable } from './figures.ts';

/** How many times slower the processor is made. */
const SLOWER = 4;
const RUNS = 3;

/** What one visit measured, milliseconds; shift is the sum that people did not bring about (web.dev/cls). */
interface Visit {
  readonly largestPaint: number;
  readonly shift: number;
  readonly interactions: readonly number[];
}

/** Ways through the page, each with the presses of one patient. */
const WAYS: Readonly<Record<string, (widget: Widget) => Promise<void>>> = {
  async 'plain-back-pain'(widget) {
    await widget.holds('cord-signs');
    await widget.telephone('emergency');
    await widget.holds('cord-signs');
    for (const screen of ['Akutte tegn', 'Mistanke om alvorlig sygdom', 'Forløb']) await widget.noneOf(screen);
    await widget.verdict('Anbefales ikke');
    await widget.root.getByText('Vis begrundelse').click();
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
  },
  async 'known-breast-cancer'(widget) {
    for (const screen of ['Akutte tegn', 'Mistanke om alvorlig sygdom']) await widget.noneOf(screen);
    await widget.verdict('Kan overvejes');
    await widget.decide('cancelled');
    await widget.decide('changed', 'MR af hele columna');
  },
  async 'fall-with-osteoporosis'(widget) {
    await widget.noneOf('Akutte tegn');
    await widget.holds('low-energy-trauma-or-sudden-pain');
    await widget.noneOf('Mistanke om alvorlig sygdom');
    await widget.verdict('Indiceret');
    await widget.unfoldDecision();
  },
};

/** Interaction to next paint, largest contentful paint and layout shift in a panel of 360 px, on a slowed processor. */
export async function run(): Promise<void> {
  await buildAll();
  const served = await serveAll({ app: await freePort(), ehr: await freePort() });
  const browser = await launchBrowser();
  try {
    const visits: Visit[] = [];
    for (let round = 0; round < RUNS; round += 1)
      for (const patient of Object.keys(WAYS)) visits.push(await visit(browser, served, patient));
    const interactions = visits.flatMap((one) => one.interactions);
    const paints = visits.map(({ largestPaint }) => largestPaint);
    const ms = (value: number): string => `${Math.round(value)} ms`;
    console.log(`\nThe page on a ${SLOWER} times slowed processor, ${visits.length} visits, panel of 360 px`);
    printTable([
      ['', 'median', '95th percentile', 'worst', 'aim'],
      [
        `interaction to next paint (${interactions.length} presses)`,
        ms(median(interactions)),
        ms(percentile(interactions, 0.95)),
        ms(Math.max(...interactions)),
        'under 100 ms at the 95th',
      ],
      ['largest contentful paint', ms(median(paints)), ms(percentile(paints, 0.95)), ms(Math.max(...paints)), ''],
      ['layout shift', '', '', Math.max(...visits.map(({ shift }) => shift)).toFixed(3), '0'],
    ]);
  } finally {
    await browser.close();
    await served.close();
  }
}

async function visit(browser: Browser, { ehrUrl }: Served, patient: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 760 }, locale: 'da-DK' });
  const page = await context.newPage();
  await page.addInitScript(observe);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const body = JSON.stringify({ patient, orders: [`ServiceRequest/${patient}-order`] });
  const prepared: unknown = await (await fetch(`${ehrUrl}/ehr/api/launch`, { method: 'POST', body })).json();
  if (typeof prepared !== 'object' || prepared === null || !('launchUrl' in prepared)) throw new Error('no launch');
  await page.goto(String(prepared.launchUrl));
  await page.locator('.head-verdict').first().waitFor();
  // What comes after guidance comes now: whatever it moved is a shift.
  await page.locator('.quiet-decision, .decision').first().waitFor();
  await page.waitForTimeout(500);
  await WAYS[patient]?.(widgetIn(page));
  await page.waitForTimeout(500);
  const seen = await measured(page);
  await context.close();
  return seen;
}

/** What the browser says of a paint, a shift or an input, as far as it is used here. */
interface Entry extends PerformanceEntry {
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  readonly interactionId?: number;
}

/** Runs in the page before its own scripts. No function in it has a name: what names functions is not there. */
function observe(): void {
  const found = { largestPaint: 0, shift: 0, interactions: {} as Record<string, number> };
  Object.assign(window, { measured: found });
  for (const type of ['largest-contentful-paint', 'layout-shift', 'event'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        const { entryType, startTime, duration, value = 0, hadRecentInput, interactionId = 0 } = entry;
        if (entryType === 'largest-contentful-paint') found.largestPaint = startTime;
        if (entryType === 'layout-shift' && !hadRecentInput) found.shift += value;
        if (interactionId > 0)
          found.interactions[interactionId] = Math.max(duration, found.interactions[interactionId] ?? 0);
      }
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

async function measured(page: Page): Promise<Visit> {
  const found = await page.evaluate(
    () => (window as unknown as { measured: { largestPaint: number; shift: number; interactions: object } }).measured,
  );
  return { ...found, interactions: Object.values(found.interactions).map(Number) };
}
