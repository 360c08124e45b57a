import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { findFaults, unfoldEverything } from './accessible.ts';
import { launchAddress } from './ehr.ts';
import { useBrowser } from './setup/visit.ts';
import { type Widget, widgetIn } from './widget.ts';

const context = useBrowser({ viewport: { width: 420, height: 900 } });

async function launch(patient: string): Promise<{ page: Page; widget: Widget }> {
  const page = await context().newPage();
  await page.goto(await launchAddress(patient, [`${patient}-order`]));
  return { page, widget: widgetIn(page) };
}

/** From the first question to guidance with everything unfolded. */
async function toGuidance(page: Page, widget: Widget): Promise<void> {
  for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) await widget.noneOf(screen);
  await widget.verdict('Anbefales ikke');
  await widget.decisions();
  await unfoldEverything(page);
}

describe('a host’s style', () => {
  const plain = {
    color_background: '#fbfaf7',
    color_text: '#20201c',
    color_highlight: '#0b5c8a',
    dim_font_size: '17px',
  };
  const vivid = {
    color_background: '#ffffff',
    color_text: '#000000',
    color_highlight: '#8a0b5c',
    dim_border_radius: '0px',
  };
  const hostile = {
    color_background: '#777777',
    color_text: '#808080',
    color_highlight: '#ffff66',
    dim_font_size: '3px',
    dim_border_radius: '900px',
    font_family_body: 'x; } body { display: none } url(https://elsewhere.example/font)',
  };

  test.each([
    ['plain', plain, '#fbfaf7'],
    ['vivid', vivid, '#ffffff'],
    ['hostile', hostile, '#fff'],
  ])('%s: what can be read stays readable, whatever is taken of it', async (_, style, paper) => {
    await context().route(`${inject('ehrUrl')}/**/style-*.json`, (route) =>
      route.fulfill({ json: style, headers: { 'access-control-allow-origin': '*' } }),
    );
    const { page, widget } = await launch('plain-back-pain');
    await toGuidance(page, widget);
    const worn = (name: string) =>
      page.evaluate((token) => getComputedStyle(document.documentElement).getPropertyValue(token).trim(), name);
    await expect.poll(() => worn('--paper')).toBe(paper);
    expect(
      Number.parseFloat(await page.evaluate(() => getComputedStyle(document.body).fontSize)),
    ).toBeGreaterThanOrEqual(15);
    expect(await findFaults(page)).toEqual([]);
  });
});

describe('zoom', () => {
  test.each([
    ['200 %', { width: 640, height: 512 }],
    ['400 %', { width: 320, height: 256 }],
  ])(
    'of a window of 1280 by 1024 to %s loses nothing: nothing is cut off, and nothing scrolls sideways',
    async (_, size) => {
      const { page, widget } = await launch('plain-back-pain');
      await page.setViewportSize(size);
      await widget.screen('Akutte tegn').waitFor();
      expect(await cutOff(page)).toEqual([]);
      await toGuidance(page, widget);
      expect(await cutOff(page)).toEqual([]);
    },
  );

  test('of the text alone to 200 % in a panel of 360 px loses nothing', async () => {
    const { page, widget } = await launch('plain-back-pain');
    await page.setViewportSize({ width: 360, height: 700 });
    await widget.screen('Akutte tegn').waitFor();
    await page.evaluate(() => document.documentElement.style.setProperty('--scale', '200%'));
    expect(await cutOff(page)).toEqual([]);
    await toGuidance(page, widget);
    expect(await cutOff(page)).toEqual([]);
  });
});

test('who wants no motion gets none', async () => {
  const { page, widget } = await launch('plain-back-pain');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await toGuidance(page, widget);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

describe('keys', () => {
  test('answer while the focus is among the questions, are shown there, and do nothing elsewhere', async () => {
    const { page, widget } = await launch('plain-back-pain');
    await page.getByText('Genveje, når markøren står i spørgsmålene').waitFor();
    await page.keyboard.press('0');
    await widget.screen('Akutte tegn').waitFor();
    await page.keyboard.press('Tab');
    while (!(await page.evaluate(() => document.activeElement?.closest('.questions') !== null)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('3');
    await widget.telephone('emergency');
    await page.keyboard.press('Backspace');
    await page.locator('.telephone').waitFor({ state: 'detached' });
    for (const screen of ['Akutte tegn', 'Kræft, infektion', 'Forløb']) {
      // The focus is put back among the questions when the new ones are drawn, and keys answer only there.
      await widget.screen(screen).and(page.locator(':focus-within')).waitFor();
      await page.keyboard.press('0');
    }
    await widget.verdict('Anbefales ikke');
  });
});

/** Elements whose words reach beyond what is shown of them, and what scrolls the page sideways. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page scrolls sideways'] : [];
    const cut = [...document.querySelectorAll('main *')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
      return (
        hides &&
        !element.closest('.visually-hidden, svg') &&
        (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
      );
    });
    return [...wide, ...cut.map((element) => element.outerHTML.slice(0, 120))];
  });
}
