import { describe, expect, inject, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

/** Opens a person's MR draft with failures chosen on the EHR page before the launch. */
async function openWith(name: string, ...failures: readonly string[]) {
  const ehr = await openEhr(context());
  await ehr.choosePerson(name);
  await ehr.chooseFailures(...failures);
  return { ehr, id: await ehr.openDraft(/MR-skanning af columna lumbalis/) };
}

describe('a search that fails is a gap, and never "nothing found"', () => {
  test('medicines: named, and long-term steroids are asked as soon as they matter', async () => {
    const { ehr, id } = await openWith('Mads', 'Søgning efter medicin fejler');
    const { widget } = ehr;
    expect(await widget.gap()).toMatch(/Kunne ikke læses: medicin \(fejl i journalsystemet\)/);
    expect(await widget.gap()).toContain('Derfor spørges der.');
    await widget.holds('low-energy-trauma-or-sudden-pain');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    // With his record read, 165 days of prednisolone would have decided; unread, it must not be taken for "no".
    await widget.noneOf('Forløb');
    await expect.poll(() => widget.asked()).toEqual(['osteoporosis']);
    expect(await widget.verdict()).not.toBe('Anbefales ikke');
    await widget.answer('osteoporosis', 'Nej');
    await expect.poll(() => widget.asked()).toEqual(['long-term-steroids']);
    expect(await widget.question('long-term-steroids').innerText()).toContain('medicin kunne ikke hentes');
    await widget.answer('long-term-steroids', 'Ja');
    expect(await widget.verdict('Indiceret')).toBe('Indiceret');
    expect(await widget.gap()).toMatch(/Kunne ikke læses: medicin/);

    await widget.unfoldDecision();
    await widget.write();
    await widget.waitForSaved();
    expect(notesOf(await readOrder(id))).toContain('Kunne ikke læses: medicin');
  });

  test('diagnoses, where access is refused: named, and cancer is asked of somebody who has it in the record', async () => {
    const { ehr } = await openWith('Gerda', 'Adgang til diagnoser nægtes');
    const { widget } = ehr;
    expect(await widget.gap()).toMatch(/Kunne ikke læses: diagnoser \(der er ikke givet adgang\)/);
    await widget.noneOf('Akutte tegn');
    await widget.screen('Kræft, infektion').waitFor();
    expect(await widget.asked()).toContain('known-cancer');
    await widget.holds('known-cancer');
    await widget.noneOf('Kræft, infektion');
    await widget.waitForHeading('Rygsmerter hos en patient med kræft');
  });

  test('measurements, where the answer cannot be understood: named, and fever is asked', async () => {
    const { ehr } = await openWith('Jens', 'Søgning efter målinger giver et ulæseligt svar');
    const { widget } = ehr;
    expect(await widget.gap()).toMatch(/Kunne ikke læses: målinger og prøvesvar/);
    await widget.noneOf('Akutte tegn');
    await widget.screen('Kræft, infektion').waitFor();
    expect(await widget.asked()).toContain('fever-or-raised-markers');
  });

  test('diagnoses, where no answer ever comes: the wait ends, and the gap is named', async () => {
    await context().route('**/site.json', async (route) => {
      const site = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...site, timeoutSeconds: 1 } });
    });
    const { ehr } = await openWith('Gerda', 'Søgning efter diagnoser svarer aldrig');
    const { widget } = ehr;
    expect(await widget.gap()).toMatch(/Kunne ikke læses: diagnoser \(svarede ikke i tide\)/);
    await widget.noneOf('Akutte tegn');
    await widget.screen('Kræft, infektion').waitFor();
    expect(await widget.asked()).toContain('known-cancer');
  });
});

describe('a server that is not as one would wish', () => {
  test('slow: the widget says that it reads and how far it has come, then asks', async () => {
    const ehr = await openEhr(context());
    await ehr.choosePerson('Alma');
    let answer: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await context().route(`${inject('ehrUrl')}/fhir`, async (route) => {
      await waiting;
      await route.continue();
    });
    await ehr.openDraft(/MR-skanning/);
    await ehr.widget.root.getByRole('progressbar').waitFor();
    await ehr.widget.waitForHeading('Læser journalen …');
    answer();
    await ehr.widget.screen('Akutte tegn').waitFor();
  });

  test('no batch: everything is read all the same', async () => {
    const { ehr } = await openWith('Kirsten', 'Samlede forespørgsler (batch) afvises');
    await ehr.widget.noneOf('Akutte tegn');
    await ehr.widget.waitForHeading('Mistanke om infektion i ryggen');
    expect(await ehr.widget.root.getByRole('region', { name: 'Kunne ikke læses' }).count()).toBe(0);
  });

  test('no fhirContext: the only draft is found by a search', async () => {
    const { ehr } = await openWith('Kirsten', 'Henvisningen nævnes ikke ved start (ingen fhirContext)');
    await ehr.widget.noneOf('Akutte tegn');
    await ehr.widget.waitForHeading('Mistanke om infektion i ryggen');
  });
});
