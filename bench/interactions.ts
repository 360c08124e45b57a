import type { Locator, Page } from 'playwright-core';

/** One interaction as `web-vitals` counts it: every event of one press, and the worst of them until the next paint. Milliseconds. */
export interface Interaction {
  readonly kind: string;
  readonly duration: number;
  /** Until the page's own code began: the main thread was busy with something else. */
  readonly delay: number;
  /** In event handlers, and what they set off at once. */
  readonly handling: number;
  /** Style, layout, paint, and until the frame is on screen. */
  readonly painting: number;
}

/** What a visit measured. Shift is the sum of what people did not bring about (web.dev/cls). */
export interface Seen {
  /** Milliseconds since navigation. */
  readonly largestPaint: number;
  readonly shift: number;
  readonly interactions: readonly Interaction[];
}

/** Presses as a person does. Every press is named by its kind. */
export interface Hand {
  press(kind: string, target: Locator): Promise<void>;
  /** Twice, the second time before the page has come to rest. */
  pressInHaste(kind: string, target: Locator): Promise<void>;
  type(kind: string, target: Locator, text: string): Promise<void>;
  key(kind: string, target: Locator, key: string): Promise<void>;
}

/** Milliseconds. Nobody looks at the page, aims and presses faster than this. */
const LOOKING = 300;
const AIMING = 100;
const HELD_DOWN = 60;
const IN_HASTE = 150;
const BETWEEN_KEYS = 120;

/**
 * Playwright's own `click` asks the page where the target is and what it is called, over and over, on the same slowed
 * thread: half of what the page did between two presses was that (docs/decisions/0023-drawn-in-parts.md). Here the place
 * is found while nothing is measured; then nobody asks the page anything until long after the press.
 */
export function handOn(page: Page): Hand {
  const aim = async (kind: string, target: Locator): Promise<void> => {
    await target.waitFor();
    await target.scrollIntoViewIfNeeded();
    await page.waitForTimeout(AIMING);
    const box = await target.boundingBox();
    if (box === null) throw new Error(`Nothing to press: ${kind}`);
    await page.mouse.move(box.x + box.width / 2, box.y + Math.min(box.height, 44) / 2);
    await page.evaluate((name) => performance.mark(`press ${name}`), kind);
    await page.waitForTimeout(AIMING);
  };
  const press = (): Promise<void> =>
    page.mouse
      .down()
      .then(() => page.waitForTimeout(HELD_DOWN))
      .then(() => page.mouse.up());
  return {
    async press(kind, target) {
      await aim(kind, target);
      await press();
      await page.waitForTimeout(LOOKING);
    },
    async pressInHaste(kind, target) {
      await aim(kind, target);
      await press();
      await page.waitForTimeout(IN_HASTE);
      await press();
      await page.waitForTimeout(LOOKING);
    },
    async type(kind, target, text) {
      await aim(kind, target);
      await target.focus();
      await page.keyboard.type(text, { delay: BETWEEN_KEYS });
      await page.waitForTimeout(LOOKING);
    },
    async key(kind, target, key) {
      await aim(kind, target);
      await target.focus();
      await page.waitForTimeout(AIMING);
      await page.keyboard.press(key, { delay: HELD_DOWN });
      await page.waitForTimeout(LOOKING);
    },
  };
}

/** What the browser says of a paint, a shift or an input, as far as it is used here. */
interface Entry extends PerformanceEntry {
  readonly value?: number;
  readonly hadRecentInput?: boolean;
  readonly interactionId?: number;
  readonly processingStart?: number;
  readonly processingEnd?: number;
}

/** Every event of one interaction, folded. */
interface Folded {
  start: number;
  begun: number;
  ended: number;
  duration: number;
}

interface Found {
  largestPaint: number;
  shift: number;
  interactions: Record<string, Folded>;
}

/** Runs in the page before its own scripts. No function in it has a name: what names functions is not there. */
export function observe(): void {
  const found: Found = { largestPaint: 0, shift: 0, interactions: {} };
  Object.assign(window, { measured: found });
  for (const type of ['largest-contentful-paint', 'layout-shift', 'event'])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Entry[]) {
        const { entryType, startTime, duration, value = 0, hadRecentInput, interactionId = 0 } = entry;
        if (entryType === 'largest-contentful-paint') found.largestPaint = startTime;
        if (entryType === 'layout-shift' && !hadRecentInput) found.shift += value;
        if (interactionId === 0) continue;
        const { processingStart: begun = 0, processingEnd: ended = 0 } = entry;
        const known = found.interactions[interactionId];
        // The worst event is the interaction's time; what was handled meanwhile by the others is handling too.
        if (known === undefined || duration > known.duration)
          found.interactions[interactionId] = {
            start: startTime,
            begun,
            ended: Math.max(ended, known?.ended ?? 0),
            duration,
          };
        else if (begun < known.start + known.duration) known.ended = Math.max(known.ended, ended);
      }
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** The least that the browser reports (Event Timing, durationThreshold); what was quicker counts as this. */
const LEAST = 16;

/** Reads what `observe` has seen. */
export async function seenOn(page: Page): Promise<Seen> {
  const { found, marks, count } = await page.evaluate(() => ({
    found: (window as unknown as { measured: Found }).measured,
    marks: performance.getEntriesByType('mark').map(({ name, startTime }) => ({ name, at: startTime })),
    count: (performance as unknown as { interactionCount: number }).interactionCount,
  }));
  const slow = Object.values(found.interactions).map(({ start, begun, ended, duration }): Interaction => {
    const kind = marks.findLast(({ name, at }) => name.startsWith('press ') && at <= start)?.name.slice(6) ?? 'other';
    const until = Math.min(ended, start + duration);
    return { kind, duration, delay: begun - start, handling: until - begun, painting: start + duration - until };
  });
  const quick = Array.from(
    { length: Math.max(0, count - slow.length) },
    (): Interaction => ({
      kind: 'too quick to be reported',
      duration: LEAST,
      delay: 0,
      handling: 0,
      painting: LEAST,
    }),
  );
  return { largestPaint: found.largestPaint, shift: found.shift, interactions: [...slow, ...quick] };
}
