import { describe, expect, test } from 'vitest';
import { findFaults } from './accessible.ts';
import { launchAddress, openEhr } from './ehr.ts';
import { changedElements, notesOf, readOrder, readResource, reasonCodes } from './record.ts';
import { useBrowser } from './setup/visit.ts';
import { widgetIn } from './widget.ts';

const context = useBrowser();

describe('a newcomer drafts an MR of the lumbar spine for somebody without red flags', () => {
  test('the widget comes by itself, three taps answer all, and the order is cancelled in words', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Vera');
    const id = await ehr.draftOrder({ examination: 'UXME30', reason: 'DM545', text: 'Ondt i ryggen siden i går.' });
    const before = await readOrder(id);

    const { widget } = ehr;
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    await widget.waitForHeading('Lænderygsmerter uden røde flag');
    await widget.root.getByText('Ikke klinisk godkendt').first().waitFor();
    await widget.root.getByText('Vis begrundelse').click();
    await widget.body
      .getByText(/^Nej til /)
      .first()
      .waitFor();

    expect(await widget.decisions()).toEqual(['cancelled', 'kept']);
    await widget.decide('cancelled');
    // It does not look done: it says so, and the button stands before the text.
    await widget.root.getByText('Endnu ikke skrevet. Dette bliver skrevet:').waitFor();
    expect(await widget.root.locator('.preview > *').first().innerText()).toBe('Skriv på henvisningen');
    const note = await widget.note();
    await widget.write();
    await widget.waitForSaved();
    expect(await widget.body.innerText()).toContain('annulleret');
    // The patient still sits there: what to take home is on the receipt, and no text for a referral that is none any more.
    await widget.root.locator('[data-supplement="patient"] > summary').click();
    await widget.root.locator('.leaflet').waitFor();
    expect(await widget.root.locator('[data-supplement="referral"]').count()).toBe(0);

    const after = await readOrder(id);
    expect(after.status).toBe('revoked');
    expect(changedElements(before, after)).toEqual(['note', 'status', 'supportingInfo']);
    expect(after.note?.[0]).toEqual(before.note?.[0]);
    expect(after.note?.[1]?.text).toBe(note);
    expect(after.note?.[1]?.authorReference?.reference).toBe('Practitioner/laege-testesen');
    expect(note).toMatch(/Vurdering: Anbefales ikke/);
    expect(note).toMatch(
      /Retningslinje: Billeddiagnostik ved lænderygsmerter, version \d+\.\d+\.\d+ \(ikke klinisk godkendt\)/,
    );
    expect(note).toMatch(/Beslutning: kladden er annulleret/);
    await expect.poll(() => ehr.shown('status')).toMatch(/annulleret/i);
  });
});

describe('an alternative is taken', () => {
  test('suspected axial spondyloarthritis: the code becomes MR of the sacroiliac joints, and all else survives', async () => {
    const ehr = await openEhr(context(), { patient: 'ankylosing-hint', order: 'ankylosing-hint-order' });
    const before = await readOrder('ankylosing-hint-order');
    const { widget } = ehr;
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.answer('fever-or-raised-markers', 'Nej');
    await widget.answer('inflammatory-back-pain', 'Ja');
    await widget.noneOf('Forløb');
    await widget.answerNumber('pain-duration-weeks', '20');
    await widget.waitForHeading(/Mistanke om aksial spondylartritis/);
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');

    expect(await widget.decisions()).toEqual(['changed', 'cancelled', 'kept']);
    await widget.decide('changed', 'MR af sakroiliakaled');
    await widget.write();
    await widget.waitForSaved();

    await widget.root.locator('[data-supplement="referral"] > summary').click();
    const text = await widget.root.locator('#referral-text').inputValue();
    expect(text).toContain('Beslutning: ændret til MR af sakroiliakaled (indiceret).');

    const after = await readOrder('ankylosing-hint-order');
    expect(changedElements(before, after)).toEqual(['code', 'note', 'supportingInfo']);
    expect(after.code?.coding?.map(({ code }) => code)).toEqual(['UXMG11']);
    expect(after.code?.text).toBe('MR af sakroiliakaled');
    expect(after.status).toBe('draft');
    expect(reasonCodes(after)).toEqual(['DM545']);
    expect(after.extension).toEqual(before.extension);
    expect(notesOf(after)).toContain('Beslutning: ændret til MR af sakroiliakaled (indiceret).');
    expect(notesOf(after)).toContain('Lændesmerter i 5 måneder, morgenstivhed.');
    await ehr.refresh();
    await expect.poll(() => ehr.shown('examination')).toContain('UXMG11');
  });

  test('known cancer: the code becomes MR of the whole spine, and the assessment is stored beside the order', async () => {
    const ehr = await openEhr(context(), { patient: 'known-breast-cancer', order: 'known-breast-cancer-order' });
    const { widget } = ehr;
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.waitForHeading('Rygsmerter hos en patient med kræft');
    expect(await widget.verdict('Kan overvejes')).toBe('Kan overvejes');
    expect(await widget.body.innerText()).toContain('Retningslinjer er uenige');

    const before = await readOrder('known-breast-cancer-order');
    // It stands chosen, with what will be written: one press changes the code.
    await widget.root.getByText('Undersøgelse: MR af lænderyg → MR af hele columna').waitFor();
    await widget.write();
    await widget.waitForSaved();

    const after = await readOrder('known-breast-cancer-order');
    expect(after.code?.coding?.map(({ code }) => code)).toEqual(['UXME00']);
    expect(after.status).toBe('draft');
    expect(notesOf(after)).toMatch(/Afgørende: aktuel eller tidligere kræft: ja \(journalen: .*DC509/);
    const [stored] = after.supportingInfo ?? [];
    expect(stored?.reference).toBeDefined();
    expect(stored?.display).toBe('Billeddiagnostik ved lænderygsmerter');
    const assessment = await readResource(stored?.reference ?? '');
    expect(assessment).toMatchObject({
      resourceType: 'GuidanceResponse',
      moduleCanonical: expect.stringMatching(/low-back-pain-imaging\|\d/),
      requestIdentifier: { value: 'ServiceRequest/known-breast-cancer-order' },
      subject: { reference: 'Patient/known-breast-cancer' },
      note: [{ text: after.note?.at(-1)?.text }],
    });

    // One press takes it back, and the order stands as it did.
    await widget.root.getByRole('button', { name: 'Fortryd skrivningen' }).click();
    await widget.root.locator('#undone:focus').getByText('Skrivningen er fortrudt.').waitFor();
    expect(await widget.verdict('Kan overvejes')).toBe('Kan overvejes');
    expect(changedElements(before, await readOrder('known-breast-cancer-order'))).toEqual([]);
  });
});

describe('an order that is decided in another window', () => {
  test('is told when somebody comes back: one line without moving anything, and read again with one press', async () => {
    const patient = 'known-breast-cancer';
    const [here, there] = [await context().newPage(), await context().newPage()];
    for (const page of [here, there]) {
      await page.goto(await launchAddress(patient, [`${patient}-order`]));
      await widgetIn(page).noneOf('Akutte tegn');
    }
    const other = widgetIn(there);
    await other.noneOf('Kræft, infektion');
    await other.decide('changed', 'MR af hele columna');
    await other.write();
    await other.waitForSaved();

    const widget = widgetIn(here);
    await widget.screen('Kræft, infektion').waitFor();
    await here.locator('.record-line').getByText('Ingen tilsvarende undersøgelse').waitFor();
    const top = () => here.locator('.questions').evaluate((questions) => questions.getBoundingClientRect().top);
    const before = await top();
    await here.evaluate(() => dispatchEvent(new Event('focus')));
    await here.getByText('Henvisningen er ændret siden (undersøgelse og bemærkning).').waitFor();
    expect(await top()).toBe(before);
    expect(await findFaults(here)).toEqual([]);
    await here.getByRole('button', { name: 'Læs igen' }).click();
    await here.getByRole('heading', { level: 1, name: 'MR af hele columna' }).waitFor();
  });
});

describe('an order is kept against advice', () => {
  test('a coded reason and own words stand on it, readable, and nothing else changes', async () => {
    const ehr = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    const before = await readOrder('plain-back-pain-order');
    const { widget } = ehr;
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    await widget.verdict('Anbefales ikke');
    const choices = widget.root.locator('.choices');
    await choices.waitFor();
    const height = (await choices.boundingBox())?.height;
    await widget.decide('kept');
    // What is pressed is marked, and moves nothing.
    expect((await choices.boundingBox())?.height).toBe(height);
    // Without a reason nothing can be written.
    await widget.root.getByText('Vælg en årsag for at se, hvad der skrives.').waitFor();
    expect(await widget.root.getByRole('button', { name: 'Skriv på henvisningen' }).count()).toBe(0);
    await widget.reasonForKeeping('Aftalt med speciallæge eller radiolog');
    await widget.ownWords.fill('Aftalt med Rygcentret; "obs. <sjælden> årsag" & kontrol om 2 uger.');
    const note = await widget.note();
    await widget.write();
    await widget.waitForSaved();

    const after = await readOrder('plain-back-pain-order');
    expect(changedElements(before, after)).toEqual(['note', 'supportingInfo']);
    expect(after.note?.at(-1)?.text).toBe(note);
    expect(note).toContain('Beslutning: undersøgelsen fastholdes. Årsag: Aftalt med speciallæge eller radiolog.');
    expect(note).toContain('Henvisers ord: Aftalt med Rygcentret; "obs. <sjælden> årsag" & kontrol om 2 uger.');
    await ehr.refresh();
    await expect.poll(() => ehr.shown('notes')).toContain('"obs. <sjælden> årsag" & kontrol');
    expect(await ehr.shown('status')).toMatch(/kladde/i);

    // Acknowledged once: opened again it asks nothing, but shows what stands there.
    await ehr.relaunch();
    await widget.waitForHeading('Allerede vurderet');
    expect(await widget.body.innerText()).toContain('Aftalt med Rygcentret');
    await widget.root.getByRole('button', { name: 'Vurdér igen' }).click();
    await widget.root.getByText(/^Svarene på henvisningen fra .+ er brugt\.$/).waitFor();
    expect(await widget.verdict()).toBe('Anbefales ikke');
    await widget.root.getByRole('button', { name: 'Start forfra' }).click();
    await widget.screen('Akutte tegn').waitFor();
  });

  test('a second decision on the same order replaces the first note and keeps the answers', async () => {
    const ehr = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    const { widget } = ehr;
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    await widget.decide('kept');
    await widget.reasonForKeeping('Aftalt med speciallæge eller radiolog');
    await widget.write();
    await widget.waitForSaved();
    await widget.root.getByRole('button', { name: 'Vurdér igen' }).click();
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
    await widget.write();
    await widget.waitForSaved();

    const after = await readOrder('plain-back-pain-order');
    expect(after.note).toHaveLength(2);
    expect(notesOf(after)).toContain('Lokal instruks siger noget andet');
    expect(notesOf(after)).not.toContain('Aftalt med speciallæge');
    expect(after.supportingInfo).toHaveLength(1);
  });
});

describe('an order without a usable reason', () => {
  test('the reason is asked, and the chosen one is added beside the unspecific one', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Carla');
    const id = await ehr.draftOrder({ examination: 'UXME30', reason: 'DZ016' });
    const { widget } = ehr;
    await expect.poll(() => widget.asked()).toEqual(['reason']);
    await widget.answer('reason', 'Lændesmerter');
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
    await widget.root.getByText('Indikation: Lændesmerter UNS (DM545)').waitFor();
    await widget.write();
    await widget.waitForSaved();

    const after = await readOrder(id);
    expect(reasonCodes(after)).toEqual(['DZ016', 'DM545']);
    await ehr.refresh();
    await expect.poll(() => ehr.shown('reason')).toContain('DM545');
  });

  test('without any reason it is asked as well, and "Andet" is not covered by any guideline', async () => {
    const ehr = await openEhr(context(), { patient: 'no-reason', order: 'no-reason-order' });
    const { widget } = ehr;
    await expect.poll(() => widget.asked()).toEqual(['reason']);
    await widget.answer('reason', 'Andet');
    await widget.root.getByText('Ingen af retningslinjerne her dækker denne undersøgelse').waitFor();
    expect(await widget.verdict('Ikke omfattet')).toBe('Ikke omfattet');
    expect((await readOrder('no-reason-order')).meta?.versionId).toBe('1');
  });
});
