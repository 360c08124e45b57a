import { describe, expect, inject, test } from 'vitest';
import { launchAddress, openEhr } from './ehr.ts';
import { notesOf, readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';
import { type Widget, widgetIn } from './widget.ts';

const context = useBrowser();

/** What can be dialled in the box that says to telephone, in its order. */
async function numbersToCall({ root }: Widget): Promise<readonly (readonly [string, string | null])[]> {
  const links = await root.locator('.telephone').getByRole('link').all();
  return Promise.all(links.map(async (link) => [await link.innerText(), await link.getAttribute('href')] as const));
}

describe('suspected cauda equina', () => {
  test('the telephone comes first, nothing sends, and the draft can be cancelled', async () => {
    const ehr = await openEhr(context(), { patient: 'cauda-equina-hint', order: 'cauda-equina-hint-order' });
    const { widget } = ehr;
    await widget.screen('Akutte tegn').waitFor();
    await widget.holds('cauda-equina-signs');
    const first = await widget.telephone('emergency');
    expect(first).toMatch(/^Ring nu/);
    expect(first).toContain('En elektronisk henvisning er den forkerte vej.');
    // The spine surgeon's number is set up in the sandbox, the neurosurgeon's is not.
    await expect
      .poll(() => numbersToCall(widget))
      .toEqual([
        ['00 00 00 15', 'tel:00000015'],
        ['112', 'tel:112'],
        ['00 00 00 00', 'tel:00000000'],
        ['00 00 00 02', 'tel:00000002'],
      ]);
    const box = await widget.root.locator('.telephone').innerText();
    expect(box).toMatch(/Rygkirurg\s+00 00 00 15\s+Sandkassen \(findes ikke\), hele døgnet/);
    expect(box).toContain('Nummeret til neurokirurg står ikke i opsætningen: ring via omstillingen, 00 00 00 00');
    expect(box).toMatch(/Om undersøgelsen: Radiologisk vagt, Sandkassen \(findes ikke\)\s+00 00 00 02/);
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
    // Cancelled, and as urgent as before: the receipt begins with whom to call.
    const receipt = widget.root.locator('.saved > .telephone-emergency:first-child');
    await receipt.getByRole('link', { name: '00 00 00 15' }).waitFor();
    expect(await widget.body.innerText()).toContain('Det haster stadig: ring først.');
  });

  test('a certain emergency does not wait for the open questions', async () => {
    const page = await context().newPage();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(await launchAddress('plain-back-pain', ['plain-back-pain-order']));
    const widget = widgetIn(page);
    await widget.screen('Akutte tegn').waitFor();
    await widget.decisionsFolded();
    await widget.holds('cord-signs');
    expect(await widget.telephone('emergency')).toContain('De øvrige spørgsmål kan vente.');
    await expect.poll(() => widget.asked()).not.toEqual([]);
    await expect.poll(() => numbersToCall(widget)).toContainEqual(['00 00 00 15', 'tel:00000015']);
    // However far down the page it was answered, whom to call is in view.
    const isInView = () =>
      page.locator('.telephone h2').evaluate((title) => {
        const { top, bottom } = title.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    await expect.poll(isInView).toBe(true);
  });
});

describe('checked by hand', () => {
  test('an emergency has the number of whom the recommendation names', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/`);
    const fainting = page.getByRole('region', { name: 'Besvimelse' });
    await fainting.getByRole('button', { name: 'CT af hjernen' }).click();
    const widget = widgetIn(page);
    await widget.answerNumber('age', '50');
    await widget.screen('Akutte tegn').waitFor();
    await widget.holds('focal-neurological-deficit');
    await widget.telephone('emergency');
    await expect
      .poll(() => numbersToCall(widget))
      .toEqual([
        ['112', 'tel:112'],
        ['00 00 00 17', 'tel:00000017'],
        ['00 00 00 02', 'tel:00000002'],
      ]);
  });
});

describe('a child', () => {
  test('is told to be discussed today, not covered, and no other examination is offered', async () => {
    const { widget } = await openEhr(context(), { patient: 'child-back-pain', order: 'child-back-pain-order' });
    await widget.noneOf('Akutte tegn');
    await widget.telephone('same-day');
    // Not covered: the paediatric department is whom to call, not who performs the examination.
    await expect.poll(() => numbersToCall(widget)).toEqual([['00 00 00 19', 'tel:00000019']]);
    expect(await widget.verdict('Ikke omfattet')).toBe('Ikke omfattet');
    expect(await widget.body.innerText()).toContain('Konferér med børneafdelingen i dag.');
    await widget.unfoldDecision();
    expect(await widget.decisions()).toEqual(['accepted', 'cancelled']);
  });
});
