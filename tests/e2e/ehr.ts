import type { BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { LaunchOptions } from '../../sandbox/launch-options.ts';
import { type Widget, widgetIn } from './widget.ts';

/** What to order: an examination and a reason from the EHR's own lists, by code; the reason "" is none. */
export interface NewOrder {
  readonly examination: string;
  readonly reason: string;
  readonly text?: string;
}

/** The EHR page as a clinician uses it, and the widget beside the order. */
export interface Ehr {
  readonly page: Page;
  readonly widget: Widget;
  /** Opens the chart of a person, by (the beginning of) the name. */
  choosePerson(name: string): Promise<void>;
  /** Writes a draft, which launches the widget. @returns the id of the order */
  draftOrder(order: NewOrder): Promise<string>;
  /** Opens a draft of the open chart, which launches the widget. @returns the id of the order */
  openDraft(examination: RegExp): Promise<string>;
  /** Chooses things to go wrong at the next launch, by their words on the page. */
  chooseFailures(...labels: readonly string[]): Promise<void>;
  /** What goes wrong at the next launches, for options without a checkbox. */
  setOptions(options: LaunchOptions): Promise<void>;
  /** Launches the widget again beside the open order, or without one. */
  relaunch(): Promise<void>;
  /** Fetches the open order again, for who does not want to wait until the page does so by itself. */
  refresh(): Promise<void>;
  /** What the page shows of the open order: `status`, `examination`, `reason`, `notes`, `version`. */
  shown(what: 'status' | 'examination' | 'reason' | 'notes' | 'version'): Promise<string>;
}

/**
 * Opens the EHR in a new page; with a person and an order it opens these, and the widget is launched. What the EHR can do
 * besides a plain launch is named in `can`, by the ids of sandbox/page/abilities.ts; otherwise it can do nothing of that.
 */
export async function openEhr(
  context: BrowserContext,
  open: { readonly patient?: string; readonly order?: string; readonly can?: string; readonly ehrUrl?: string } = {},
): Promise<Ehr> {
  const { ehrUrl = inject('ehrUrl'), ...address } = { can: 'close-app', ...open };
  const page = await context.newPage();
  const article = page.getByRole('article', { name: 'Åben henvisning' });
  const openOrder = async (): Promise<string> => {
    await article.waitFor();
    const id = new URL(page.url()).searchParams.get('order');
    if (id === null) throw new Error('The page does not say which order is open.');
    return id;
  };
  await page.goto(`${ehrUrl}/?${new URLSearchParams(address)}`);
  return {
    page,
    widget: widgetIn(page.frameLocator('iframe[title="Indikation"]')),
    async choosePerson(name) {
      await page.getByRole('navigation', { name: 'Personer' }).getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.getByRole('list', { name: 'Henvisninger' }).or(page.getByText('Ingen henvisninger.')).waitFor();
    },
    async draftOrder({ examination, reason, text = '' }) {
      await page.getByRole('button', { name: 'Ny billeddiagnostisk henvisning' }).click();
      const form = page.getByRole('form', { name: 'Ny billeddiagnostisk henvisning' });
      await form.getByLabel('Undersøgelse').selectOption(examination);
      await form.getByLabel('Indikation').selectOption(reason);
      await form.getByLabel('Kliniske oplysninger').fill(text);
      await form.getByRole('button', { name: 'Gem kladde' }).click();
      return openOrder();
    },
    async openDraft(examination) {
      const list = page.getByRole('list', { name: 'Henvisninger' });
      await list.getByRole('button', { name: examination }).first().click();
      return openOrder();
    },
    async chooseFailures(...labels) {
      await page.getByText('Fejl at prøve').click();
      for (const label of labels) await page.getByRole('checkbox', { name: label }).check();
    },
    async setOptions(options) {
      await page.route('**/ehr/api/launch', async (route) => {
        const wanted = route.request().postDataJSON() as object;
        await route.continue({ postData: JSON.stringify({ ...wanted, options }) });
      });
    },
    async relaunch() {
      const frames = page.locator('iframe[title="Indikation"]');
      const before = (await frames.count()) > 0 ? await frames.getAttribute('src') : '';
      await page.getByRole('button', { name: /^Start (igen|uden henvisning)$/ }).click();
      // Until then it is the widget launched before that stands there, and would be taken for the new one.
      await page.locator(`iframe[title="Indikation"]:not([src="${before}"])`).waitFor();
    },
    async refresh() {
      await article.getByRole('button', { name: 'Opdatér' }).click();
    },
    async shown(what) {
      return (await page.getByTestId(`order-${what}`).innerText()).trim();
    },
  };
}

/** Makes a launch as the EHR page does, for opening the widget by itself, as in a window of its own. @returns its address */
export async function launchAddress(patient: string, orders: readonly string[], options: LaunchOptions = {}) {
  const response = await fetch(`${inject('ehrUrl')}/ehr/api/launch`, {
    method: 'POST',
    body: JSON.stringify({ patient, orders: orders.map((id) => `ServiceRequest/${id}`), options }),
  });
  if (!response.ok) throw new Error(`No launch: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { launchUrl: string }).launchUrl;
}
