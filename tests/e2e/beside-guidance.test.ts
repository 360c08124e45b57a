import { describe, expect, inject, test } from 'vitest';
import { findFaults } from './accessible.ts';
import { launchAddress } from './ehr.ts';
import { useBrowser } from './setup/visit.ts';
import { type Widget, widgetIn } from './widget.ts';

const context = useBrowser();

/** The widget in a window of its own, where nothing can be written back, answered to "no red flags". */
async function withoutRedFlags(
  patient: string,
): Promise<Widget & { readonly page: Awaited<ReturnType<typeof newPage>> }> {
  const page = await newPage();
  await page.goto(await launchAddress(patient, [`${patient}-order`], { refuseScopes: ['patient/ServiceRequest.u'] }));
  const widget = widgetIn(page);
  for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
  await widget.verdict('Anbefales ikke');
  return { ...widget, page };
}

const newPage = () => context().newPage();

describe('beside the guidance', () => {
  test('the referral text is whole without writing back: edited, copied with one press, naming nobody', async () => {
    await context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: inject('appUrl') });
    const { page } = await withoutRedFlags('plain-back-pain');
    await page.getByText('Henvisningstekst', { exact: true }).click();
    await page.getByText('Undersøgelsen anbefales ikke. Teksten er til, hvis du beholder den').waitFor();
    await page.getByLabel('Hvad skal undersøgelsen svare på?').fill('Prolaps?');
    const text = page.getByLabel('Hele teksten');
    await expect.poll(() => text.inputValue()).toContain('Spørgsmål: Prolaps?');
    await text.fill(`${await text.inputValue()}\nMed venlig hilsen`);
    await page.locator('[data-supplement="referral"]').getByRole('button', { name: 'Kopiér teksten' }).click();
    await page.getByText('Kopieret.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Problemstilling: Lændesmerter/);
    expect(copied).toContain('Vurdering: Anbefales ikke.');
    expect(copied).toMatch(/Med venlig hilsen$/);
    expect(copied).not.toMatch(/Alma|Testesen|990145/);
    expect(copied.length).toBeLessThanOrEqual(900);

    // A question answered anew does not take what was typed.
    await page.getByLabel('Hvad ændrer svaret for patienten?').fill('Henvises til kirurg');
    await page.getByText('Dine rettelser står her stadig.').waitFor();
    expect(await text.inputValue()).toMatch(/Med venlig hilsen$/);
    expect(await findFaults(page)).toEqual([]);
  });

  test('who the patient is stands on the page where the EHR does not show it, and never on paper when it is protected', async () => {
    const { page } = await withoutRedFlags('x-ray-draft');
    const banner = page.getByRole('region', { name: 'Patient' });
    expect(await banner.innerText()).toMatch(
      /Sanne Eksempelsen\s+CPR 990145-0019 · navne- og adressebeskyttet · født \d+\. \w+ 1992/,
    );
    await page.emulateMedia({ media: 'print' });
    expect(await banner.count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });

    await page.getByText('Patientinformation', { exact: true }).click();
    const leaflet = page.getByRole('article').filter({ hasText: 'hvorfor en skanning sjældent hjælper' });
    await leaflet.waitFor();
    expect(await leaflet.innerText()).toContain('Hvornår du skal kontakte læge');
    expect(await leaflet.innerText()).toContain('Ikke klinisk godkendt');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body').innerText()).toBe(await leaflet.innerText());
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('button', { name: 'På engelsk' }).click();
    await page.getByRole('heading', { name: 'Low back pain: why a scan rarely helps' }).waitFor();
    expect(await findFaults(page)).toEqual([]);
  });

  test('where a scan may be needed there is no leaflet that says it rarely helps; where guidelines disagree, whom to ask', async () => {
    const page = await newPage();
    await page.goto(await launchAddress('known-breast-cancer', ['known-breast-cancer-order']));
    const widget = widgetIn(page);
    for (const screen of ['Akutte tegn', 'Kræft, infektion']) await widget.noneOf(screen);
    await widget.waitForHeading('Rygsmerter hos en patient med kræft');
    await page.getByText('Patientinformation', { exact: true }).click();
    await page.getByText('Der er ingen patientinformation til »Rygsmerter hos en patient med kræft«.').waitFor();
    await page.getByText('I tvivl? Ring til afdelingen', { exact: true }).click();
    const dial = page.getByRole('link', { name: '00 00 00 01' });
    await dial.waitFor();
    expect(await dial.getAttribute('href')).toBe('tel:00000001');
    expect(await page.getByLabel('Dit spørgsmål').inputValue()).toMatch(/^Spørgsmål: Retningslinjer er uenige\./m);
    expect(await findFaults(page)).toEqual([]);
  });
});
