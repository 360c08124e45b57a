import { describe, expect, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

describe('suspected cauda equina', () => {
  test('the telephone comes first, nothing sends, and the draft can be cancelled', async () => {
    const ehr = await openEhr(context(), { patient: 'cauda-equina-hint', order: 'cauda-equina-hint-order' });
    const { widget } = ehr;
    await widget.screen('Akutte tegn').waitFor();
    await widget.holds('cauda-equina-signs');
    const first = await widget.telephone('emergency');
    expect(first).toMatch(/^Ring nu/);
    expect(first).toContain('En elektronisk henvisning er den forkerte vej.');
    const number = widget.root.locator('.telephone').getByRole('link', { name: '00 00 00 02' });
    await number.waitFor();
    expect(await number.getAttribute('href')).toBe('tel:00000002');
    const emergency = widget.root.locator('.telephone').getByRole('link', { name: '112' });
    await emergency.waitFor();
    expect(await emergency.getAttribute('href')).toBe('tel:112');
    await widget.waitForHeading('Mistanke om cauda equina-syndrom: ring nu');
    const said = await widget.body.innerText();
    expect(said).toContain('Ring til rygkirurg eller neurokirurg nu, eller 112.');

    await widget.root.getByText('I tvivl? Ring til afdelingen', { exact: true }).click();
    await widget.root.getByLabel('Dit spørgsmål').waitFor();
    expect(await widget.body.innerText()).not.toContain('korrespondance');

    const buttons = await widget.root.getByRole('button').allInnerTexts();
    expect(buttons.filter((words) => /send|underskriv|bestil/i.test(words))).toEqual([]);

    await widget.decide('cancelled');
    await widget.write();
    await widget.waitForSaved();
    const after = await readOrder('cauda-equina-hint-order');
    expect(after.status).toBe('revoked');
    expect(notesOf(after)).toContain('Hastegrad: akut');
    expect(notesOf(after)).toContain('Mistanke om cauda equina-syndrom: ring nu');
  });

  test('a certain emergency does not wait for the open questions', async () => {
    const { widget } = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    await widget.screen('Akutte tegn').waitFor();
    await widget.holds('cord-signs');
    expect(await widget.telephone('emergency')).toContain('De øvrige spørgsmål kan vente.');
    await expect.poll(() => widget.asked()).not.toEqual([]);
  });
});

describe('a child', () => {
  test('is told to be discussed today, not covered, and no other examination is offered', async () => {
    const { widget } = await openEhr(context(), { patient: 'child-back-pain', order: 'child-back-pain-order' });
    await widget.noneOf('Akutte tegn');
    await widget.telephone('same-day');
    expect(await widget.verdict('Ikke omfattet')).toBe('Ikke omfattet');
    expect(await widget.body.innerText()).toContain('Konferér med børneafdelingen i dag.');
    await widget.unfoldDecision();
    expect(await widget.decisions()).toEqual(['accepted', 'cancelled']);
  });
});
