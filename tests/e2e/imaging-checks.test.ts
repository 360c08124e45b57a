import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findFaults } from './accessible.ts';
import { launchAddress } from './ehr.ts';
import { notesOf, readOrder, reasonCodes } from './record.ts';
import { useBrowser } from './setup/visit.ts';
import { type Widget, widgetIn } from './widget.ts';

const context = useBrowser({ viewport: { width: 420, height: 900 } });

/** The widget in a window of its own, beside the draft of a person, once earlier imaging has been read. */
async function launch(patient: string, options: Parameters<typeof launchAddress>[2] = {}) {
  const page = await context().newPage();
  await page.goto(await launchAddress(patient, [`${patient}-order`], options));
  const widget = widgetIn(page);
  const checks = page.getByRole('region', { name: 'Tidligere og bestilt billeddiagnostik' });
  await checks.waitFor();
  return { page, widget, checks };
}

async function openReport(checks: Locator): Promise<void> {
  await checks.getByRole('button', { name: /^Åbn beskrivelsen: / }).click();
}

async function answerNothing(widget: Widget): Promise<void> {
  for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
}

describe('earlier and booked imaging beside the draft', () => {
  test('the same MR at another hospital: finding, time line with report, sources, and the note', async () => {
    const { page, widget, checks } = await launch('mr-elsewhere');
    const finding = checks.locator('[data-finding="same-examination"]');
    expect(await finding.innerText()).toContain('Samme undersøgelse er udført');
    expect(await finding.innerText()).toContain('Eksempelby Sygehus, Røntgen');
    expect(await finding.innerText()).toContain('Begge er MR af lænderyg.');
    expect(await finding.innerText()).toContain('Vises inden for 12 måneder.');
    expect(await finding.innerText()).toContain('Beskrivelse: Degenerative forandringer L4-S1.');
    expect(await finding.innerText()).toContain('Bestilt af: Reumatologisk Ambulatorium, Eksempelby Sygehus');
    // Under the verdict: when and how long ago, in the room that was kept for it; the rest unfolds there.
    const head = page.locator('.head');
    const line = head.locator('.record-line summary');
    expect(await line.innerText()).toMatch(/^Samme undersøgelse er udført .+ \(for \d+ uger siden\), Eksempelby/);
    await line.click();
    await head.getByText('Beskrivelse: Degenerative forandringer L4-S1.').waitFor();
    await head.getByText('Bestilt af: Reumatologisk Ambulatorium').waitFor();
    await head.getByRole('button', { name: /^Åbn beskrivelsen: / }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await head.getByRole('button', { name: 'Se alt om tidligere billeddiagnostik' }).click();
    await page.locator('#checks-title:focus').waitFor();
    await checks.getByText('1 undersøgelse af samme område').click();
    const timeLine = checks.locator('.time-line');
    await timeLine.getByText('Beskrivelse: Degenerative forandringer L4-S1.').waitFor();
    expect(await timeLine.innerText()).toContain('Bestilt af: Reumatologisk Ambulatorium, Eksempelby Sygehus');
    for (const source of ['billedundersøgelser', 'beskrivelser', 'procedurer', 'henvisninger', 'aftaler'])
      expect(await timeLine.innerText()).toContain(`${source}: `);
    expect(await findFaults(page)).toEqual([]);
    await answerNothing(widget);
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
    await widget.write();
    await widget.waitForSaved();
    expect(notesOf(await readOrder('mr-elsewhere-order'))).toContain('Samme undersøgelse er udført');
  });

  test.each([
    [
      'as text alone where it is markup',
      'mr-elsewhere',
      'Ingen prolaps, ingen rodpåvirkning.\n\nNiveau Fund\nL4/L5 let facetledsartrose',
    ],
    ['where it is a text', 'recent-mr', 'L4/L5 let protrusion uden rodpåvirkning.\n       L5/S1 normal.'],
    ['where it is a document filed under the study', 'trauma-ct', 'Traume-CT. Ingen intrakraniel blødning.'],
    ['by name where it is on another system', 'private-mr', '(svar.privatscanning.example) og hentes ikke herfra'],
  ])('the report opens %s, and closes again', async (_, patient, said) => {
    const { page, checks } = await launch(patient);
    await openReport(checks);
    await checks.getByText('Beskrivelsen er åbnet nedenfor.').waitFor();
    const report = checks.locator('.report');
    await expect.poll(() => report.innerText()).toContain(said);
    expect(await report.innerText()).not.toContain('script');
    expect(await report.locator('img, script, table').count()).toBe(0);
    expect(await findFaults(page)).toEqual([]);
    await checks.getByRole('button', { name: /^Luk beskrivelsen: / }).click();
    await expect.poll(() => report.innerText()).not.toContain(said);
  });

  test('the report opens as a file of its own where it is one', async () => {
    const { checks } = await launch('earlier-x-ray');
    await openReport(checks);
    const link = checks.getByRole('link', { name: 'Åbn PDF-filen i et nyt vindue' });
    expect(await link.getAttribute('href')).toMatch(/^blob:http:\/\/localhost/);
  });

  test('a booked MR, a private one that can be re-read, a trauma CT that covers the head; planned at MDT it is silent', async () => {
    const booked = await launch('booked-mr');
    expect(await booked.checks.locator('[data-finding]').innerText()).toContain('Samme undersøgelse er booket til');
    const own = await launch('private-mr');
    await own.checks.getByRole('button', { name: 'Skift til vurdering af billederne (UWW31)' }).click();
    await own.checks.locator('[data-finding] [aria-pressed="true"]').waitFor();
    expect(await findFaults(own.page)).toEqual([]);
    const before = await readOrder('private-mr-order');
    await own.widget.write();
    await own.widget.waitForSaved();
    const written = await readOrder('private-mr-order');
    expect(written.code?.coding).toMatchObject([{ code: 'UWW31' }]);
    expect(notesOf(written)).toContain('Beslutning: ændret til Vurdering af fremmed billedmateriale.');
    expect(notesOf(written)).toContain('(UWW31): MR-skanning af columna lumbalis (UXME30), Prøvekøbing Privatscanning');
    expect(written.reasonCode).toEqual(before.reasonCode);
    await own.page.getByRole('button', { name: 'Fortryd skrivningen' }).click();
    await own.checks.waitFor();
    expect((await readOrder('private-mr-order')).code).toEqual(before.code);
    const trauma = await launch('trauma-ct');
    expect(await trauma.checks.locator('[data-finding="overlapping-region"]').innerText()).toContain(
      'Begge omfatter hoved.',
    );
    expect(await trauma.page.locator('.head').innerText()).toContain('Kan måske besvares af');
    const planned = await launch('mdt-planned');
    expect(await planned.page.locator('.head').innerText()).toContain('Planlagt på MDT-konference.');
    expect(await planned.checks.locator('[data-finding]').count()).toBe(0);
    expect(await planned.checks.innerText()).toContain('planlagt på MDT-konference');
  });

  test('a source that cannot be read is named, and what could be is still found', async () => {
    const { checks } = await launch('mr-elsewhere', { failSearch: ['Appointment'] });
    expect(await checks.innerText()).toContain('Kunne ikke læses: aftaler.');
    expect(await checks.locator('[data-finding="same-examination"]').count()).toBe(1);
  });
});

test('before MR a pacemaker is remembered, and before CT of the lumbar spine at 31 pregnancy is asked about', async () => {
  const { checks, page, widget } = await launch('pacemaker-mr');
  expect(await checks.locator('[data-prompt="implant"]').innerText()).toContain('Afklar MR-sikkerheden');
  // Whoever decides on MR meets it once more before writing, and it stands in the note and on the receipt.
  await answerNothing(widget);
  await widget.decide('kept');
  await widget.reasonForKeeping('Lokal instruks siger noget andet');
  const reminder = page.locator('[data-reminder="implant"]');
  expect(await reminder.innerText()).toMatch(/^MR-sikkerhed ikke afklaret: journalen nævner .*DZ950/);
  expect(await widget.note()).toContain(await reminder.innerText());
  expect(await findFaults(page)).toEqual([]);
  await widget.write();
  await widget.waitForSaved();
  await reminder.waitFor();
  expect(notesOf(await readOrder('pacemaker-mr-order'))).toContain(await reminder.innerText());
  await page.locator('[data-supplement="referral"] > summary').click();
  expect(await page.locator('#referral-text').inputValue()).toContain('MR-sikkerhed ikke afklaret: ');
  const other = await launch('ct-at-thirty');
  const pregnancy = other.checks.locator('[data-prompt="pregnancy"]');
  expect(await pregnancy.innerText()).toMatch(/I journalen: Graviditetsstatus \(82810-3\): Ikke gravid \(60001007\), /);
  expect(await pregnancy.locator('[aria-pressed="true"]').count()).toBe(0);
  await answerNothing(other.widget);
  await other.widget.decide('kept');
  await other.widget.reasonForKeeping('Lokal instruks siger noget andet');
  expect(await other.widget.note()).toContain('Graviditet: ikke afklaret (journalen nævner ');
  await other.page.locator('[data-reminder="pregnancy"]').getByRole('button', { name: 'Nej' }).click();
  expect(await other.widget.note()).toContain('Graviditet: afkræftet af henviser');
  await pregnancy.getByRole('button', { name: 'Nej', pressed: true }).waitFor();
  expect(await findFaults(other.page)).toEqual([]);
});

test('where MR is appropriate and deciding is folded away, the pacemaker is remembered before the fold', async () => {
  const { page, widget } = await launch('pacemaker-mr');
  await widget.noneOf('Akutte tegn');
  await widget.holds('suspects-cancer');
  await widget.noneOf('Kræft, infektion');
  await widget.verdict('Indiceret');
  await widget.decisionsFolded();
  const reminder = page.locator('[data-reminder="implant"]');
  await reminder.waitFor();
  expect(await reminder.innerText()).toContain('MR-sikkerhed ikke afklaret');
  expect(await findFaults(page)).toEqual([]);
  await widget.unfoldDecision();
  expect(await widget.note()).toContain('MR-sikkerhed ikke afklaret');
  expect(await reminder.count()).toBe(1);
});

test('an unspecific reason: the patient’s own problem is chosen once, answers the question, and is written beside the old', async () => {
  const { widget, checks } = await launch('unspecific-reason');
  const reason = checks.locator('[data-finding="unspecific-reason"]');
  await reason.getByRole('button', { name: /M54\.5/ }).click();
  await reason.getByText('Den gamle bliver stående.').waitFor();
  await answerNothing(widget);
  await widget.decide('kept');
  await widget.reasonForKeeping('Lokal instruks siger noget andet');
  await widget.write();
  await widget.waitForSaved();
  expect(reasonCodes(await readOrder('unspecific-reason-order'))).toEqual(['DZ016', 'M54.5']);
});
