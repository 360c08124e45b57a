import type { Page } from 'playwright-core';
import type { LaunchOptions } from '../sandbox/launch-options.ts';
import { type Widget, widgetIn } from '../tests/e2e/widget.ts';

/** Where app and sandbox are served. */
interface Addresses {
  readonly appUrl: string;
  readonly ehrUrl: string;
}

/** A state of the clinician's page, and the way there. */
export interface State {
  readonly name: string;
  readonly reach: (page: Page, at: Addresses) => Promise<void>;
}

const NONE = ['Akutte tegn', 'Kræft, infektion', 'Forløb'];

/** A state beside the draft of a synthetic person. */
function launched(
  name: string,
  patient: string,
  steps: (widget: Widget, page: Page) => Promise<void>,
  options: LaunchOptions = {},
  orders = [`${patient}-order`],
): State {
  return {
    name,
    async reach(page, { ehrUrl }) {
      const wanted = { patient, orders: orders.map((id) => `ServiceRequest/${id}`), options };
      const answer = await fetch(`${ehrUrl}/ehr/api/launch`, { method: 'POST', body: JSON.stringify(wanted) });
      const prepared: unknown = await answer.json();
      if (typeof prepared !== 'object' || prepared === null || !('launchUrl' in prepared)) throw new Error('no launch');
      await page.goto(String(prepared.launchUrl));
      await steps(widgetIn(page), page);
    },
  };
}

async function answerNone(widget: Widget, screens: readonly string[]): Promise<void> {
  for (const screen of screens) await widget.noneOf(screen);
}

/** Every state that a clinician can meet, in the order of a visit. */
export const STATES: readonly State[] = [
  launched('Questions: acute signs', 'plain-back-pain', (widget) => widget.screen('Akutte tegn').waitFor()),
  launched('Questions: one answered, one not known', 'plain-back-pain', async (widget) => {
    await answerNone(widget, NONE.slice(0, 1));
    await widget.holds('unexplained-weight-loss');
    await widget.dontKnow('suspects-cancer');
  }),
  launched('Calm: appropriate, nothing open', 'fall-with-osteoporosis', async (widget) => {
    await widget.holds('low-energy-trauma-or-sudden-pain');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.verdict('Indiceret');
    await widget.decisionsFolded();
  }),
  launched('Not recommended', 'plain-back-pain', async (widget) => {
    await answerNone(widget, NONE);
    await widget.decisions();
  }),
  launched('Keeping it needs a reason', 'plain-back-pain', async (widget) => {
    await answerNone(widget, NONE);
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
  }),
  launched('May be considered; guidelines disagree; the better examination', 'known-breast-cancer', async (widget) => {
    await answerNone(widget, NONE.slice(0, 2));
    await widget.decisions();
  }),
  launched(
    'Emergency, with something unread',
    'cauda-equina-hint',
    async (widget) => {
      await widget.holds('cauda-equina-signs');
      await widget.telephone('emergency');
      await widget.decisions();
    },
    { failSearch: ['MedicationRequest'] },
  ),
  launched('Something left unknown', 'plain-back-pain', async (widget) => {
    await widget.dontKnow('cauda-equina-signs');
    await answerNone(widget, NONE);
    await widget.decisions();
  }),
  launched(
    'Not written: the order changed meanwhile',
    'plain-back-pain',
    async (widget) => {
      await answerNone(widget, NONE);
      await widget.decide('cancelled');
      await widget.write();
      await widget.notice('conflict');
    },
    { changeOrder: true },
  ),
  launched('Written, as the radiologist reads it', 'past-cancer', async (widget) => {
    await answerNone(widget, NONE.slice(0, 2));
    await widget.decisions();
    await widget.write();
    await widget.waitForSaved();
  }),
  launched('Opened again: already assessed', 'past-cancer', (widget) => widget.waitForHeading('Allerede vurderet')),
  launched('Several drafts', 'two-drafts', (widget) => widget.waitForHeading('Hvilken henvisning?'), {}, []),
  launched('No draft', 'no-draft', (widget) => widget.waitForHeading('Der er ingen kladde at vurdere'), {}, []),
  {
    name: 'By hand',
    async reach(page, { appUrl }) {
      await page.goto(`${appUrl}/`);
      await page.locator('main h1').waitFor();
    },
  },
  {
    name: 'Access lost',
    async reach(page, { appUrl }) {
      await page.goto(`${appUrl}/index.html?state=made-up`);
      await widgetIn(page).waitForHeading('Åbn igen fra journalsystemet');
    },
  },
];
