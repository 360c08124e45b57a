import { describe, expect, inject, test } from 'vitest';
import { openSqliteStore } from '../../src/cds-hooks/sqlite-store.ts';
import { openEhr } from './ehr.ts';
import { everything, orderTime } from './order-time.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** What the CDS Hooks service has on disk of the cards with which this was done. The EHR tells it in its own time. */
async function storedFeedback(outcome: 'accepted' | 'overridden'): Promise<object[]> {
  const store = openSqliteStore(inject('feedbackFile'));
  const lines: object[] = [];
  for await (const line of store.export()) if (line.kind === 'feedback' && line.outcome === outcome) lines.push(line);
  await store.close();
  return lines;
}

describe('a card while the order is written', () => {
  test('its suggestion is accepted, the order is replaced, and what was chosen is stored by the service', async () => {
    const ehr = await openEhr(context(), {
      patient: 'ankylosing-hint',
      order: 'ankylosing-hint-order',
      can: everything,
    });
    const { page, widget } = ehr;
    const order = orderTime(page);
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.answer('fever-or-raised-markers', 'Nej');
    await widget.answer('inflammatory-back-pain', 'Ja');
    await widget.noneOf('Forløb');
    await widget.answerNumber('pain-duration-weeks', '20');
    await widget.waitForHeading(/Mistanke om aksial spondylartritis/);
    await widget.decide('kept');
    await widget.reasonForKeeping('Aftalt med speciallæge eller radiolog');
    await widget.write();
    await widget.waitForSaved();

    // The clinician thinks again and wants a CT: the answers given in the app still hold.
    await ehr.refresh();
    await expect.poll(() => ehr.shown('version')).toBe('2');
    await order.change('UXCE30');
    const card = order.card(/CT af lænderyg: anbefales ikke/);
    await card.getByRole('button', { name: 'Ændr til MR af sakroiliakaled' }).click();
    await expect.poll(() => page.getByLabel('Undersøgelse').inputValue()).toBe('UXMG11');
    await expect.poll(() => order.cards.count()).toBe(0);
    await order.save();

    const replaced = await readOrder('ankylosing-hint-order');
    expect(replaced.code?.coding?.map(({ code }) => code)).toEqual(['UXMG11']);
    expect(replaced.status).toBe('draft');
    expect(notesOf(replaced)).toMatch(/Beslutning: .*MR af sakroiliakaled/);
    await expect.poll(() => storedFeedback('accepted')).toHaveLength(1);
  });

  test('that is passed over stands in nobody’s way: the order is signed, and that is stored too', async () => {
    const ehr = await openEhr(context(), { patient: 'plain-back-pain', can: everything });
    const order = orderTime(ehr.page);
    await order.compose('UXME30', 'DM545');
    await order
      .card(/MR af lænderyg/)
      .first()
      .waitFor();
    await order.save();
    await order.sign();
    const card = order.card(/der mangler oplysninger/);
    await card.waitFor();
    expect(await ehr.shown('status')).toBe('Kladde');
    // The easy way is back to the draft; signing all the same is there, and not barred.
    await ehr.page.getByRole('button', { name: 'Underskriv alligevel' }).waitFor();
    expect(await ehr.page.locator('article.order button.primary').allInnerTexts()).toEqual(['Gå tilbage til kladden']);
    await card.getByText('Afvis', { exact: true }).click();
    await card.getByLabel('Årsag').selectOption({ index: 1 });
    await card.getByRole('button', { name: 'Afvis kortet' }).click();
    await order.sign();
    await order.waitForSigned();
    await expect.poll(() => storedFeedback('overridden')).toHaveLength(1);
    expect(JSON.stringify(await storedFeedback('overridden'))).not.toMatch(/Alma|plain-back-pain|9901/);
  });
});

test('an EHR that asks nobody signs at once', async () => {
  const ehr = await openEhr(context(), { patient: 'fever', order: 'fever-order' });
  const order = orderTime(ehr.page);
  await order.sign();
  await order.waitForSigned();
  expect(await order.cards.count()).toBe(0);
});
