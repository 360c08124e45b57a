import type { Locator, Page } from 'playwright-core';
import type { AbilityId } from '../../sandbox/page/abilities.ts';

/** What the EHR can do in a test, as its address has it; closing the app when the patient changes goes without saying. */
export function abilities(...ids: readonly AbilityId[]): string {
  return ['close-app', ...ids].join(',');
}

/** All there is of asking at order time and of talking to the app. */
export const everything = abilities(
  ...(['order-select', 'order-sign', 'prefetch', 'fhir-access', 'system-actions', 'feedback', 'app-context'] as const),
  ...(['web-messaging', 'handshake', 'scratchpad', 'ui'] as const),
);

/** The EHR page at order time: the form, the cards, the signature. */
export function orderTime(page: Page) {
  const advice = page.getByRole('status', { name: 'Beslutningsstøtte til henvisningen' });
  return {
    /** The card whose summary holds these words. */
    card: (words: string | RegExp): Locator => advice.getByRole('article', { name: words }),
    cards: advice.getByRole('article'),
    /** Begins a new order, without saving it. */
    async compose(examination: string, reason: string) {
      await page.getByRole('button', { name: 'Ny billeddiagnostisk henvisning' }).click();
      await page.getByLabel('Undersøgelse').selectOption(examination);
      await page.getByLabel('Indikation').selectOption(reason);
    },
    /** Takes up the open draft again and chooses another examination. */
    async change(examination: string) {
      await page.getByRole('button', { name: 'Ret', exact: true }).click();
      await page.getByLabel('Undersøgelse').selectOption(examination);
    },
    async save() {
      await page.getByRole('button', { name: 'Gem kladde' }).click();
      await page.getByRole('article', { name: 'Åben henvisning' }).waitFor();
    },
    sign: () => page.getByRole('button', { name: 'Underskriv henvisning' }).click(),
    signAnyway: () => page.getByRole('button', { name: 'Underskriv alligevel' }).click(),
    waitForSigned: () => page.getByText('Henvisningen er underskrevet.').waitFor(),
    /** The app has been closed. */
    waitForClosed: () => page.getByText('Åbn en kladde, så starter').waitFor(),
  };
}
