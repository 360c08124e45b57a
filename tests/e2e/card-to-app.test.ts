import { describe, expect, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { abilities, everything, orderTime } from './order-time.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** The app, opened from the card about a draft that is being written. */
async function openFromCard(can: string) {
  const ehr = await openEhr(context(), { patient: 'fever', can });
  const order = orderTime(ehr.page);
  await order.compose('UXME30', 'DM545');
  await order
    .card(/Skal afklares i dag/)
    .getByRole('button', { name: 'Besvar i Indikation' })
    .click();
  return { ehr, order };
}

describe('from a card to the app and back', () => {
  test('two answers, the draft of the session is written on, the app closes, and there is no second card', async () => {
    const { ehr, order } = await openFromCard(`${everything},session-drafts`);
    await ehr.widget.noneOf('Akutte tegn');
    await ehr.widget.noneOf('Kræft, infektion');
    await ehr.widget.waitForHeading('Feber eller forhøjede infektionstal uden fokus');
    await ehr.widget.decide('kept');
    await ehr.widget.reasonForKeeping('Aftalt med speciallæge eller radiolog');
    await ehr.widget.write();
    await ehr.widget.waitForSaved();
    await expect.poll(() => ehr.shown('version')).toBe('2');
    await expect.poll(() => ehr.shown('notes')).toContain('Hastegrad: samme dag');

    await ehr.widget.root.getByRole('button', { name: 'Tilbage til henvisningen' }).click();
    await order.waitForClosed();
    await order.sign();
    await order.waitForSigned();
    expect(await order.cards.count()).toBe(0);

    await expect.poll(() => ehr.shown('status')).toBe('Underskrevet');
    const id = await ehr.page.locator('li[data-order]:has([aria-current="true"])').getAttribute('data-order');
    const signed = await readOrder(id ?? '');
    expect(signed.status).toBe('active');
    expect(notesOf(signed)).toContain('Hastegrad: samme dag');
  });

  test('where the EHR does not talk to the app, a draft of the session is out of reach, and there is a way on', async () => {
    const { ehr } = await openFromCard(abilities('order-select', 'prefetch', 'app-context', 'session-drafts'));
    await ehr.widget.waitForHeading('Der er ingen kladde at vurdere');
    await ehr.widget.root.getByRole('button', { name: 'Vurdér en indikation for patienten' }).waitFor();
  });
});
