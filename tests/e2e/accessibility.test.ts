import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import type { LaunchOptions } from '../../sandbox/launch-options.ts';
import { findFaults, unfoldEverything } from './accessible.ts';
import { launchAddress } from './ehr.ts';
import { readOrder } from './record.ts';
import { useBrowser } from './setup/visit.ts';
import { type Widget, widgetIn } from './widget.ts';

const context = useBrowser({ viewport: { width: 420, height: 900 } });

/** The widget in a window of its own, beside the draft of a person. */
async function launch(patient: string, options: LaunchOptions = {}): Promise<{ page: Page; widget: Widget }> {
  const page = await context().newPage();
  await page.goto(await launchAddress(patient, [`${patient}-order`], options));
  return { page, widget: widgetIn(page) };
}

describe('axe finds nothing, in both languages, light and dark, and nothing scrolls sideways at 320 px', () => {
  test('from the first question through guidance, deciding and a refused write to the saved order', async () => {
    const { page, widget } = await launch('plain-back-pain', { changeOrder: true });
    await widget.screen('Akutte tegn').waitFor();
    expect(await findFaults(page), 'questions').toEqual([]);
    await widget.noneOf('Akutte tegn');
    await widget.screen('Kræft, infektion').waitFor();
    await widget.dontKnow('suspects-cancer');
    await widget.dontKnow('suspects-cancer');
    await widget.noneOf('Kræft, infektion');
    await widget.screen('Forløb').waitFor();
    expect(await findFaults(page), 'choices and numbers').toEqual([]);
    await widget.noneOf('Forløb');
    await widget.verdict('Anbefales ikke');
    await unfoldEverything(page);
    expect(await findFaults(page), 'not appropriate, everything unfolded').toEqual([]);
    await widget.decide('kept');
    await widget.reasonForKeeping('Lokal instruks siger noget andet');
    await widget.ownWords.fill('Egne ord');
    expect(await findFaults(page), 'deciding').toEqual([]);
    await widget.write();
    await widget.notice('conflict');
    expect(await findFaults(page), 'not written').toEqual([]);
    await widget.write();
    await widget.waitForSaved();
    expect(await findFaults(page), 'saved').toEqual([]);
  });

  test('in an emergency, with a gap and a hint', async () => {
    const { page, widget } = await launch('cauda-equina-hint', { failSearch: ['MedicationRequest'] });
    await widget.gap();
    await widget.holds('cauda-equina-signs');
    await widget.telephone('emergency');
    await widget.decide('cancelled');
    expect(await findFaults(page)).toEqual([]);
  });

  test('in the calm state, and where a guideline disagrees', async () => {
    const { page, widget } = await launch('prior-lumbar-surgery');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Kræft, infektion');
    await widget.noneOf('Forløb');
    await widget.answer('new-symptoms-since-surgery', 'Ja');
    await widget.verdict('Indiceret');
    expect(await findFaults(page)).toEqual([]);

    const other = await launch('known-breast-cancer');
    await other.widget.noneOf('Akutte tegn');
    await other.widget.noneOf('Kræft, infektion');
    await other.widget.verdict('Kan overvejes');
    expect(await findFaults(other.page)).toEqual([]);
  });

  test('on the pages that show no guidance', async () => {
    const page = await context().newPage();
    const widget = widgetIn(page);
    await page.goto(`${inject('appUrl')}/`);
    await widget.waitForHeading('Vurdér en indikation');
    expect(await findFaults(page), 'by hand').toEqual([]);
    await page.goto(`${inject('appUrl')}/index.html?state=made-up`);
    await widget.waitForHeading('Åbn igen fra journalsystemet');
    expect(await findFaults(page), 'failure').toEqual([]);
    await page.goto(`${inject('appUrl')}/launch.html`);
    await widget.waitForHeading('Åbnet uden for journalsystemet');
    expect(await findFaults(page), 'launch failure').toEqual([]);
    await page.goto(await launchAddress('two-drafts', []));
    await widget.waitForHeading('Hvilken henvisning?');
    expect(await findFaults(page), 'several drafts').toEqual([]);
    await page.goto(await launchAddress('no-draft', []));
    await widget.waitForHeading('Der er ingen kladde at vurdere');
    expect(await findFaults(page), 'no draft').toEqual([]);
  });
});

describe('with the keyboard alone', () => {
  test('the plain path is gone from the first question to the saved order, with the focus always in sight', async () => {
    const { page, widget } = await launch('plain-back-pain');
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) {
      await widget.screen(screen).waitFor();
      await widget.drawn();
      await press(page, /^Ingen af disse/);
    }
    await widget.verdict('Anbefales ikke');
    await press(page, /^Behold henvisningen/);
    await tabTo(page, /expert-contradicts/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /own-words/);
    await page.keyboard.type('Skrevet uden mus.');
    await press(page, /^Skriv på henvisningen/);
    await widget.waitForSaved();
    await expect.poll(() => focused(page)).not.toBe('');
    const note = (await readOrder('plain-back-pain-order')).note?.at(-1)?.text;
    expect(note).toContain('Skrevet uden mus.');
    expect(note).toContain('Årsag: Gavnen vurderes større end ulempen hos denne patient.');
  });

  test('an answer is given and undone without the focus being lost', async () => {
    const { page, widget } = await launch('plain-back-pain');
    await widget.screen('Akutte tegn').waitFor();
    await press(page, /^Tegn på rygmarvspåvirkning/);
    await widget.telephone('emergency');
    await expect.poll(() => focused(page)).toMatch(/^Tegn på rygmarvspåvirkning/);
    await page.keyboard.press('Space');
    await page.locator('.telephone').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toMatch(/^Tegn på rygmarvspåvirkning/);
  });
});

/** Moves with Tab until what has the focus has these words (or this value or id), and sees that the focus shows. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!wanted.test(now)) continue;
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    expect(outline, `the focus on ${now} shows`).toBe(true);
    return;
  }
  throw new Error(`60 tabs did not reach ${wanted}; the focus is on ${await focused(page)}`);
}

async function press(page: Page, wanted: RegExp): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** The words of what has the focus, else its value or id; empty where nothing has it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    return element.innerText.trim() || ('value' in element && String(element.value)) || element.id;
  });
}
