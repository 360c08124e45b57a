import { expect, test } from 'vitest';
import { type Ehr, launchAddress, openEhr } from './ehr.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();
const RISKS = 'Akutte tegn og risikofaktorer';

/** Opens the CT draft of one of the people with a head injury, with failures chosen before the launch. */
async function openHead(name: string, ...failures: readonly string[]): Promise<Ehr> {
  const ehr = await openEhr(context());
  await ehr.choosePerson(name);
  if (failures.length > 0) await ehr.chooseFailures(...failures);
  await ehr.openDraft(/CT-skanning af cerebrum/);
  return ehr;
}

test('warfarin in the record is an emergency at once, not asked, and what was read is listed', async () => {
  const { widget } = await openHead('Kaj');
  await widget.telephone('emergency');
  expect(await widget.asked()).not.toContain('therapeutic-anticoagulation');
  const read = widget.root.locator('details.was-read');
  await read.locator('summary').click();
  await read.getByText(/Udleveret medicin: 1 post/).waitFor();
  expect(await read.innerText()).toMatch(/Diagnoser: ingen fundet/);
  expect(await read.innerText()).toMatch(
    /Målinger og prøvesvar: ingen af de målinger og svar, der søges efter: .*højst 24 timer/,
  );
  const words = widget.root.locator('details.order-texts');
  await words.getByText('Fritekst på henvisningen: læst, men ikke tolket').click();
  expect((await words.locator('.report-text').first().innerText()).length).toBeGreaterThan(10);
});

test('a fact opened shows who wrote it, by the record’s own trail; without leave that is said', async () => {
  const { widget } = await openHead('Kaj');
  const opened = widget.root.locator('details.correct').first();
  await opened.locator('summary').click();
  await opened.getByText('Hvem har skrevet det i journalen').waitFor();
  await expect
    .poll(() => opened.innerText())
    .toMatch(
      /Overført fra et andet system; Læge Test Eksempelsen \(har indtastet\), på vegne af Prøvekøbing Lægehus; fra Medicinkortet/,
    );
  const page = await context().newPage();
  await page.goto(
    await launchAddress('head-on-warfarin', ['head-on-warfarin-order'], { refuseScopes: ['patient/Provenance.rs'] }),
  );
  const without = page.locator('details.correct').first();
  await without.locator('summary').click();
  await without.getByText('Indikation har ikke adgang til journalens spor').waitFor();
});

test('a medicine search that failed: anticoagulation is unknown, visible and asked', async () => {
  const { widget } = await openHead('Kaj', 'Søgning efter medicin fejler');
  expect(await widget.gap()).toMatch(/Kunne ikke læses: medicin \(fejl i journalsystemet\)/);
  expect(await widget.asked()).toContain('therapeutic-anticoagulation');
  expect(await widget.question('therapeutic-anticoagulation').innerText()).toContain('medicin kunne ikke hentes');
  const read = widget.root.locator('details.was-read');
  await read.locator('summary').click();
  await read.getByText(/Udleveret medicin: ikke læst \(fejl i journalsystemet\)/).waitFor();
});

test('thrombophilia is no bleeding disorder, and a heparin of unknown dose is shown beside its question', async () => {
  const lone = await openHead('Lone');
  expect(await lone.widget.asked()).toContain('coagulation-disorder');
  const { widget } = await openHead('Pernille');
  expect(await widget.question('therapeutic-anticoagulation').innerText()).toContain('enoxaparin (B01AB05)');
});

test('S100B in the record is read: nobody asks for it', async () => {
  for (const name of ['Mogens', 'Nete']) {
    const { widget } = await openHead(name);
    await widget.noneOf(RISKS);
    await widget.answer('gcs', '15 point');
    // Taken just after midnight, so since the injury.
    await widget.answer('hours-since-injury', '24 timer');
    await widget.screen('Hændelsen').waitFor();
    expect(await widget.asked()).toContain('loss-of-consciousness');
    expect(await widget.asked()).not.toContain('s100b-result');
  }
});

test('a concussion of five years ago is not this injury: the reason is asked', async () => {
  const { widget } = await openHead('Orla');
  expect(await widget.asked()).toEqual(['reason']);
});

test('an 11-year-old and an infant fall outside', async () => {
  for (const name of ['Rosa', 'Storm']) {
    const { widget } = await openHead(name);
    await widget.noneOf(RISKS);
    await widget.answer('gcs', '15 point');
    expect(await widget.verdict('Ikke omfattet')).toBe('Ikke omfattet');
  }
});
