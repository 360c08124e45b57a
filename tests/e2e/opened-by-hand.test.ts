import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from './setup/visit.ts';
import { widgetIn } from './widget.ts';

const context = useBrowser();

describe('launch.html', () => {
  test('opened by hand says where it must be opened from, and leads on to checking by hand', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/launch.html`);
    await page.getByRole('heading', { name: 'Åbnet uden for journalsystemet' }).waitFor();
    await page.getByRole('link', { name: 'Vurdér en indikation uden patient' }).click();
    await page.getByRole('heading', { name: 'Vurdér en indikation' }).waitFor();
  });

  test('from an EHR that the site does not know is refused in words, and not one request goes there', async () => {
    const asked: string[] = [];
    const stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => stranger.listen(0, 'localhost', resolve));
    const iss = `http://localhost:${(stranger.address() as AddressInfo).port}/fhir`;
    const page = await context().newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${inject('appUrl')}/launch.html?${new URLSearchParams({ iss, launch: 'x' })}`);
    await page.getByRole('heading', { name: 'Ukendt journalsystem' }).waitFor();
    expect(await page.locator('body').innerText()).toContain('Der er ikke sendt noget.');
    expect(await page.locator('body').innerText()).toContain(iss);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    expect(requested.filter((url) => url.startsWith(iss))).toEqual([]);
    await new Promise((resolve) => stranger.close(resolve));
  });

  test('from an EHR that refuses access says so', async () => {
    const page = await context().newPage();
    const iss = `${inject('ehrUrl')}/fhir`;
    await page.goto(`${inject('appUrl')}/launch.html?${new URLSearchParams({ iss, launch: 'made-up' })}`);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Adgang afvist/);
  });
});

describe('index.html opened by hand', () => {
  test('checks an indication without a patient: question by question to a verdict, with nothing to write', async () => {
    const page = await context().newPage();
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== inject('appUrl')) elsewhere.push(request.url());
    });
    await page.goto(`${inject('appUrl')}/`);
    const widget = widgetIn(page);
    await widget.waitForHeading('Vurdér en indikation');
    await page.getByRole('button', { name: 'Røntgen af lænderyg' }).click();
    await widget.answer('reason', 'Lændesmerter');
    await widget.noneOf('Akutte tegn');
    await widget.noneOf('Mistanke om alvorlig sygdom');
    await widget.noneOf('Forløb');
    // Nobody has read a record, so what a record could tell is asked too.
    await expect.poll(() => widget.asked()).toEqual(['age']);
    await page.getByRole('textbox').fill('34');
    await page.getByRole('button', { name: 'Brug tallet' }).click();
    await expect.poll(() => widget.asked()).toEqual(['previous-lumbar-imaging']);
    await widget.answer('previous-lumbar-imaging', 'Nej');
    expect(await widget.verdict('Anbefales ikke')).toBe('Anbefales ikke');
    expect(await page.locator('[data-decision]').count()).toBe(0);
    await page.getByText('Intet gemmes.').waitFor();
    expect(elsewhere).toEqual([]);

    await page.getByRole('button', { name: 'Begynd forfra' }).click();
    await page.getByRole('button', { name: 'MR af lænderyg' }).click();
    await expect.poll(() => widget.asked()).toEqual(['reason']);
  });

  test('with a made-up state shows no patient, and leads on', async () => {
    const page = await context().newPage();
    await page.goto(`${inject('appUrl')}/index.html?state=made-up&code=made-up`);
    await page.getByRole('heading', { name: 'Åbn igen fra journalsystemet' }).waitFor();
    await page.getByRole('button', { name: 'Vurdér en indikation uden patient' }).click();
    await page.getByRole('heading', { name: 'Vurdér en indikation' }).waitFor();
  });
});
