import type { ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { launchAddress, openEhr } from './ehr.ts';
import { readOrder, withoutMeta } from './record.ts';
import { useBrowser } from './setup/visit.ts';
import { widgetIn } from './widget.ts';

const context = useBrowser();

describe('which order', () => {
  test('no draft: it says so, and goes on when the clinician has written one', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Vera');
    await ehr.relaunch();
    const { widget } = ehr;
    await widget.waitForHeading('Der er ingen kladde at vurdere');
    expect(await widget.body.innerText()).toContain('Opret en kladde i journalsystemet');
    await ehr.draftOrder({ examination: 'UXME30', reason: 'DM545' });
    await widget.screen('Akutte tegn').waitFor();
  });

  test('no draft: checked for the patient in context from the record, then made of the result and decided on', async () => {
    const ehr = await openEhr(context(), { patient: 'no-draft' });
    await ehr.relaunch();
    const { widget } = ehr;
    await widget.root.getByRole('button', { name: 'Vurdér en indikation for patienten' }).click();
    const back = widget.root.getByRole('region', { name: 'Lændesmerter' });
    await back.getByRole('button', { name: 'MR af lænderyg' }).click();
    // The age is in the record, so it is not asked; the reason was chosen.
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    expect(await widget.root.locator('[data-decision]').count()).toBe(0);

    const created = ehr.page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.status() === 201,
    );
    await widget.root.getByRole('button', { name: 'Opret kladde alligevel: MR af lænderyg' }).click();
    const order = (await (await created).json()) as ServiceRequest;
    expect(order).toMatchObject({ status: 'draft', intent: 'order', subject: { reference: 'Patient/no-draft' } });
    await widget.root.getByText('Kladden er oprettet i journalsystemet.').waitFor();
    await widget.decide('cancelled');
    await widget.write();
    await widget.waitForSaved();
    expect((await readOrder(order.id ?? '')).status).toBe('revoked');
  });

  test('no draft, and no leave to make one: it says so, and an emergency is answered with the telephone', async () => {
    const ehr = await openEhr(context(), { patient: 'no-draft' });
    await ehr.setOptions({ refuseScopes: ['patient/ServiceRequest.c'] });
    await ehr.relaunch();
    const { widget } = ehr;
    await widget.root.getByRole('button', { name: 'Vurdér en indikation for patienten' }).click();
    await widget.root
      .getByRole('region', { name: 'Lændesmerter' })
      .getByRole('button', { name: 'CT af lænderyg' })
      .click();
    await widget.holds('cord-signs');
    await widget.telephone('emergency');
    expect(await widget.root.getByRole('button', { name: /^Opret kladde/ }).count()).toBe(0);
    await widget.root.getByRole('button', { name: 'Fortryd seneste svar' }).click();
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    await widget.root.getByText('Journalsystemet har ikke givet adgang til at oprette en kladde.').waitFor();
  });

  test('two drafts: the clinician chooses one, and the other is untouched', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Walter');
    const chest = await readOrder('two-drafts-chest-order');
    await ehr.relaunch();
    const { widget } = ehr;
    await widget.waitForHeading('Hvilken henvisning?');
    const choices = widget.root.getByRole('list').getByRole('button');
    await expect.poll(() => choices.count()).toBe(2);
    await choices.filter({ hasText: 'MR-skanning af columna lumbalis' }).click();
    await widget.screen('Akutte tegn').waitFor();
    await widget.holds('cauda-equina-signs');
    await widget.decide('cancelled');
    await widget.write();
    await widget.waitForSaved();
    expect((await readOrder('two-drafts-mr-order')).status).toBe('revoked');
    const after = await readOrder('two-drafts-chest-order');
    expect(withoutMeta(after)).toEqual(withoutMeta(chest));
    expect(after.meta?.versionId).toBe('1');
  });

  test('two drafts with one on the screen: that one is taken, without asking', async () => {
    const ehr = await openEhr(context(), { patient: 'two-drafts', order: 'two-drafts-mr-order' });
    await ehr.widget.screen('Akutte tegn').waitFor();
    expect(await ehr.widget.body.innerText()).toContain('MR af lænderyg');
  });

  test('an order of somebody else: nothing of anybody is shown, whether the EHR hands it out or not', async () => {
    const page = await context().newPage();
    const widget = widgetIn(page);
    await page.goto(await launchAddress('plain-back-pain', ['fever-order']));
    await widget.waitForHeading('Henvisningen kunne ikke læses');
    expect(await widget.body.innerText()).not.toMatch(/Alma|Jens|lænde/i);

    await context().route('**/fhir/ServiceRequest/plain-back-pain-order', async (route) => {
      const order = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...order, subject: { reference: 'Patient/fever' } } });
    });
    await page.goto(await launchAddress('plain-back-pain', ['plain-back-pain-order']));
    await widget.waitForHeading('Ikke den samme patient');
    expect(await widget.body.innerText()).not.toMatch(/Alma|Jens|lænde/i);
  });
});

describe('one patient after another in the same tab', () => {
  test('answers and words never follow along, and going back starts afresh', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Alma');
    await ehr.openDraft(/MR-skanning/);
    const { widget } = ehr;
    await widget.noneOf('Akutte tegn');
    await widget.holds('suspects-cancer');
    await widget.root.getByText(/Dine svar/).waitFor();

    await ehr.choosePerson('Jens');
    await ehr.page.locator('iframe').waitFor({ state: 'detached' });
    await ehr.openDraft(/MR-skanning/);
    await widget.screen('Akutte tegn').waitFor();
    expect(await widget.verdict()).toBe('Mangler oplysninger');
    expect(await widget.root.getByText(/Dine svar/).count()).toBe(0);
    expect(await widget.root.locator('main').getByRole('button', { pressed: true }).count()).toBe(0);
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.waitForHeading('Feber eller forhøjede infektionstal uden fokus');

    await ehr.choosePerson('Alma');
    await ehr.openDraft(/MR-skanning/);
    await widget.screen('Akutte tegn').waitFor();
    expect(await widget.body.innerText()).not.toMatch(/Feber eller forhøjede infektionstal/);
    expect(await widget.root.getByText(/Dine svar/).count()).toBe(0);
  });

  test('a launch in a window of its own says who the patient is', async () => {
    const page = await context().newPage();
    await page.goto(await launchAddress('plain-back-pain', ['plain-back-pain-order']));
    const banner = page.getByRole('region', { name: 'Patient' });
    await banner.waitFor();
    expect(await banner.innerText()).toMatch(/Alma Testesen/);
    await page.goto(await launchAddress('fever', ['fever-order']));
    await expect.poll(() => banner.innerText()).toMatch(/Jens/);
    expect(await page.locator('body').innerText()).not.toMatch(/Alma/);
  });
});
