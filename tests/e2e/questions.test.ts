import { describe, expect, test } from 'vitest';
import { openEhr } from './ehr.ts';
import { readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';

const context = useBrowser();

describe('the calm path', () => {
  test('an X-ray that is appropriate gives one line, and asks nothing more of anybody', async () => {
    const { widget } = await openEhr(context(), {
      patient: 'fall-with-osteoporosis',
      order: 'fall-with-osteoporosis-order',
    });
    await widget.holds('low-energy-trauma-or-sudden-pain');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    expect(await widget.verdict('Indiceret')).toBe('Indiceret');

    const line = widget.root.locator('.head-verdict');
    await line.getByText('Mistanke om lavenergifraktur').waitFor();
    expect(await widget.root.locator('.questions').count()).toBe(0);
    expect(await widget.root.getByRole('alert').count()).toBe(0);
    expect(await widget.root.getByRole('dialog').count()).toBe(0);
    expect(await widget.root.getByRole('heading', { name: 'Din beslutning' }).isVisible()).toBe(false);
    expect(await widget.root.getByRole('heading', { name: 'Andre undersøgelser' }).count()).toBe(0);
    // Nothing is written unless somebody wants it to be.
    expect((await readOrder('fall-with-osteoporosis-order')).meta?.versionId).toBe('1');

    await widget.unfoldDecision();
    await widget.write();
    await widget.waitForSaved();
    const after = await readOrder('fall-with-osteoporosis-order');
    expect(after.status).toBe('draft');
    expect(after.note?.at(-1)?.text).toContain('fastholdes i overensstemmelse med anbefalingen');
  });
});

describe('what is asked', () => {
  test('is only what can still change the answer: what the record says is not asked, and shows its source', async () => {
    const { widget } = await openEhr(context(), { patient: 'fever-and-diabetes', order: 'fever-and-diabetes-order' });
    await expect
      .poll(() => widget.asked())
      .toEqual(['cauda-equina-signs', 'leg-weakness', 'cord-signs', 'high-energy-trauma']);
    await widget.noneOf('Akutte tegn');
    // Fever and diabetes are in the record, so the infection rung holds, and no other question can change that.
    await widget.waitForHeading('Mistanke om infektion i ryggen');
    expect(await widget.verdict('Indiceret')).toBe('Indiceret');
    expect(await widget.root.locator('.questions').count()).toBe(0);
    expect(await widget.body.innerText()).toMatch(/38[.,]7 °C/);
    expect(await widget.body.innerText()).toMatch(/DE119/);
  });

  test('comes as an answer makes it matter, and goes when the answer is undone', async () => {
    const { widget } = await openEhr(context(), {
      patient: 'prior-lumbar-surgery',
      order: 'prior-lumbar-surgery-order',
    });
    await widget.noneOf('Akutte tegn');
    await widget.screen('Kræft, infektion').waitFor();
    const first = await widget.asked();
    expect(first).not.toContain('prior-lumbar-surgery');
    expect(first).not.toContain('osteoporosis');

    await widget.holds('suspects-cancer');
    await expect.poll(() => widget.asked()).not.toContain('unexplained-weight-loss');
    await widget.holds('suspects-cancer');
    await expect.poll(async () => (await widget.asked()).toSorted()).toEqual(first.toSorted());

    await widget.noneOf('Kræft, infektion');
    await widget.screen('Forløb').waitFor();
    await widget.root.getByRole('button', { name: 'Fortryd seneste svar' }).click();
    await widget.screen('Kræft, infektion').waitFor();
    await expect.poll(async () => (await widget.asked()).toSorted()).toEqual(first.toSorted());
  });

  test('"ved ikke" is no answer: what depends on it stays undetermined, and says on what', async () => {
    const { widget } = await openEhr(context(), { patient: 'plain-back-pain', order: 'plain-back-pain-order' });
    await widget.screen('Akutte tegn').waitFor();
    await widget.dontKnow('cauda-equina-signs');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.noneOf('Forløb');
    await widget.root.getByText('Vurderingen afhænger af noget ukendt: tegn på cauda equina.').waitFor();
    expect(await widget.verdict('Mangler oplysninger')).toBe('Mangler oplysninger');

    // It can be ended with that, but then the order says that there is no assessment.
    await widget.decide('kept');
    await widget.reasonForKeeping('Oplysningerne kan ikke skaffes nu');
    await widget.write();
    await widget.waitForSaved();
    const note = (await readOrder('plain-back-pain-order')).note?.at(-1)?.text;
    expect(note).toContain('Ingen vurdering: der mangler oplysninger (tegn på cauda equina)');
    expect(note).not.toMatch(/Vurdering: /);
  });

  test('a hint in the record stands beside its question and never answers it', async () => {
    const { widget } = await openEhr(context(), { patient: 'cauda-equina-hint', order: 'cauda-equina-hint-order' });
    await expect.poll(() => widget.asked()).toContain('cauda-equina-signs');
    expect(await widget.question('cauda-equina-signs').innerText()).toMatch(/DG834/);
    expect(await widget.verdict()).toBe('Mangler oplysninger');

    await widget.noneOf('Akutte tegn');
    await expect.poll(() => widget.asked()).toContain('cauda-equina-signs');
    await widget.answer('cauda-equina-signs', 'Nej');
    await widget.noneOf('Kræft, infektion');
    await widget.noneOf('Forløb');
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    const head = widget.root.locator('.head');
    const said =
      /Tegn på cauda equina: journalen nævner Cauda equina-syndrom \(DG834\), tentativ, .+\. Du har svaret nej\./;
    await expect.poll(() => head.innerText()).toMatch(said);
    await widget.root.getByText(/^Journalen nævner Cauda equina-syndrom/).waitFor();
    await widget.decide('cancelled');
    await expect
      .poll(() => widget.note())
      .toMatch(/tegn på cauda equina: nej \(henviser; journalen nævner Cauda equina-syndrom \(DG834\), tentativ/);
    await head.getByRole('button', { name: 'Ret svaret: tegn på cauda equina' }).click();
    await expect.poll(() => widget.asked()).toContain('cauda-equina-signs');
  });

  test('what the record says can be corrected, and both are shown', async () => {
    const { widget } = await openEhr(context(), { patient: 'past-cancer', order: 'past-cancer-order' });
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.waitForHeading('Rygsmerter hos en patient med kræft');
    const cancer = widget.root
      .locator('.facts')
      .filter({ hasText: /kræft: ja/i })
      .first();
    await cancer.getByText('Vis og ret', { exact: true }).first().click();
    const origin = await cancer.locator('.origin[data-reference^="Condition/"]').innerText();
    for (const said of ['DZ853', 'bekræftet', 'Registreret', 'Læge Test Testesen', 'Onkologisk Ambulatorium'])
      expect(origin).toContain(said);
    await cancer.getByRole('button', { name: 'Nej', exact: true }).first().click();
    await expect.poll(() => widget.body.innerText()).not.toContain('Rygsmerter hos en patient med kræft');
    // The grounds are drawn after the answer: what is unfolded in those of before does not stay.
    await widget.drawn();
    await widget.root.getByText('Vis begrundelse').click();
    for (const row of await widget.root.locator('.why .justification > details > summary').all()) await row.click();
    await widget.root.getByText('Journalen siger: ja').first().waitFor();
    expect(await widget.root.locator('.head').innerText()).toContain('Du har svaret nej.');
    await widget.root.locator('.head').getByRole('button', { name: 'Fortryd rettelsen: ' }).click();
    await widget.waitForHeading('Rygsmerter hos en patient med kræft');
  });
});
