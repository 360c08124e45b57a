import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Ehr, openEhr } from './ehr.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();
const words = 'Har talt med patienten om det, og om to uger igen.';

/** Alma's draft, all answered, to be kept with own words: ready to be written. */
async function readyToWrite(ehr: Ehr): Promise<string> {
  const id = await ehr.openDraft(/MR-skanning/);
  for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await ehr.widget.noneOf(screen);
  await ehr.widget.decide('kept');
  await ehr.widget.reasonForKeeping('Lokal instruks siger noget andet');
  await ehr.widget.ownWords.fill(words);
  return id;
}

test('the order changed meanwhile: nothing typed is lost, the change is shown, and the second try is written', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  await ehr.chooseFailures('Henvisningen ændres af en anden imens');
  const id = await readyToWrite(ehr);
  const { widget } = ehr;
  await widget.write();

  const told = await widget.notice('conflict');
  expect(told).toContain('Henvisningen er ændret imens');
  expect(told).toMatch(/bemærkning: – → /);
  const changed = await readOrder(id);
  expect(changed.meta?.versionId).toBe('2');
  expect(notesOf(changed)).not.toContain(words);

  expect(await widget.ownWords.inputValue()).toBe(words);
  expect(await widget.root.getByRole('radio', { checked: true }).count()).toBe(1);
  expect(await widget.verdict()).toBe('Anbefales ikke');
  await widget.write();
  await widget.waitForSaved();
  const after = await readOrder(id);
  expect(notesOf(after)).toContain(words);
  // What the other one wrote stands there still.
  expect(after.note).toHaveLength((changed.note ?? []).length + 1);
  for (const note of changed.note ?? []) expect(after.note).toContainEqual(note);
});

test('writing is refused: words with a next step, and the text stands there to be copied', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  await ehr.chooseFailures('Henvisningen kan ikke gemmes');
  const id = await readyToWrite(ehr);
  const { widget } = ehr;
  await widget.write();
  const told = await widget.notice('refused');
  expect(told).toContain('Journalsystemet tillod ikke at skrive');
  expect(told).toContain('Kopiér teksten ind i henvisningen');
  expect((await readOrder(id)).meta?.versionId).toBe('1');
  expect(await widget.ownWords.inputValue()).toBe(words);
  expect(await widget.note()).toContain(words);
  await widget.root.getByRole('button', { name: 'Kopiér teksten' }).click();
  await widget.root.getByText(/Kopieret\.|kopiér den selv/).waitFor();
});

test('no leave to write was given: the text to copy is there at once, and no button that would fail', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  await ehr.setOptions({ refuseScopes: ['patient/ServiceRequest.u'] });
  const id = await readyToWrite(ehr);
  const { widget } = ehr;
  await widget.root.getByText('Journalsystemet har ikke givet adgang til at skrive.').waitFor();
  expect(await widget.root.getByRole('button', { name: 'Skriv på henvisningen' }).count()).toBe(0);
  expect(await widget.note()).toContain(words);
  expect((await readOrder(id)).meta?.versionId).toBe('1');
});

test('the assessment cannot be stored: the decision stands on the order all the same', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  await ehr.chooseFailures('Vurderingen kan ikke gemmes');
  const id = await readyToWrite(ehr);
  await ehr.widget.write();
  await ehr.widget.waitForSaved();
  const after = await readOrder(id);
  expect(notesOf(after)).toContain(words);
  expect(after.supportingInfo).toBeUndefined();
});

test('access expires before the decision is written: after signing in again answers and words are there, and a new launch can write', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  const withdraw = withdrawableAccess(ehr.page);
  const id = await ehr.openDraft(/MR-skanning/);
  const { widget } = ehr;
  await widget.screen('Akutte tegn').waitFor();
  await widget.holds('cauda-equina-signs');
  await widget.decide('cancelled');
  await widget.ownWords.fill(words);
  await (await withdraw)();
  await widget.write();
  const told = await widget.notice('expired');
  expect(told).toContain('Adgangen er udløbet');
  expect(told).toContain('Dine svar og dine ord er bevaret');
  expect(await widget.ownWords.inputValue()).toBe(words);
  expect(await widget.note()).toContain(words);
  expect((await readOrder(id)).meta?.versionId).toBe('1');

  await widget.root.getByRole('button', { name: 'Log ind igen' }).click();
  await widget.root.getByText(/^Dine svar fra kl\. \d\d\.\d\d er bevaret\./).waitFor();
  await widget.telephone('emergency');
  await expect.poll(() => widget.ownWords.inputValue()).toBe(words);

  await ehr.relaunch();
  await widget.root.getByText(/^Dine svar fra kl\./).waitFor();
  await widget.write();
  await widget.waitForSaved();
  expect(notesOf(await readOrder(id))).toContain(words);
  expect((await readOrder(id)).status).toBe('revoked');
});

test('signing in again is refused where a launch is good once: in words, with the way on, and a new launch has the answers', async () => {
  const ehr = await openEhr(context());
  await ehr.choosePerson('Alma');
  await ehr.setOptions({ launchOnce: true });
  const withdraw = withdrawableAccess(ehr.page);
  await ehr.openDraft(/MR-skanning/);
  const { widget } = ehr;
  await widget.screen('Akutte tegn').waitFor();
  await widget.holds('cauda-equina-signs');
  await widget.decide('cancelled');
  await widget.ownWords.fill(words);
  await (await withdraw)();
  await widget.write();
  await widget.notice('expired');
  await widget.root.getByRole('button', { name: 'Log ind igen' }).click();
  await widget.waitForHeading('Adgang afvist');
  await widget.root.getByText('Dine svar er bevaret og står der igen bagefter.').waitFor();
  await widget.root.getByText('Åbn Indikation fra journalsystemet igen.').waitFor();

  await ehr.setOptions({});
  await ehr.relaunch();
  await widget.telephone('emergency');
  await expect.poll(() => widget.ownWords.inputValue()).toBe(words);
});

/**
 * Waits for the next launch to get its access. @returns takes it back, as if it had expired just then: a code that is used
 * twice costs the token that it gave (RFC 6749 section 4.1.2)
 */
async function withdrawableAccess(page: Page): Promise<() => Promise<void>> {
  const request = await page.waitForRequest((one) => one.postData()?.includes('code_verifier=') === true, {
    timeout: 20_000,
  });
  return async () => {
    const body = new URLSearchParams(request.postData() ?? '');
    const { status } = await fetch(request.url(), { method: 'POST', body });
    expect(status).toBe(400);
  };
}
