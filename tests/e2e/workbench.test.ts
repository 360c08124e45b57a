import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { findFaults } from './accessible.ts';
import { useBrowser } from './setup/visit.ts';
import { openWorkbench, workbenchOn } from './workbench.ts';

const context = useBrowser({ viewport: { width: 1200, height: 900 } });

const SHIPPED = readFileSync(resolve(import.meta.dirname, '../../rules/low-back-pain-imaging/guideline.json'), 'utf8');
/** The fracture age of the shipped guideline: the only parameter with this value. */
const FRACTURE_AGE = '"value": 70,';
const JUST_SEVENTY = '70-årig er faldet hjemme: røntgen først';

async function open() {
  return openWorkbench(await context().newPage(), inject('appUrl'));
}

describe('a threshold that is moved', () => {
  test('turns vignettes red, changes what the clinician sees, and is told against the shipped version', async () => {
    const bench = await open();
    expect(await bench.listed('failing')).toEqual([]);
    await bench.load(JUST_SEVENTY);
    await bench.waitForVerdict('Indiceret');

    await bench.replace(FRACTURE_AGE, '"value": 75,');
    await bench.waitForVerdict('Anbefales ikke');
    await expect.poll(() => bench.listed('failing')).toContain(JUST_SEVENTY);
    expect(await bench.page.locator('.finding-error').count()).toBe(0);
    await expect.poll(() => bench.listed('changed')).toContain(JUST_SEVENTY);
    const change = bench.page.locator('.vignette').filter({ hasText: JUST_SEVENTY }).locator('.change');
    await expect.poll(() => change.innerText()).toMatch(/Udgivet\s+.*Indiceret[\s\S]*Nu\s+.*Anbefales ikke/);
    await expect.poll(() => bench.page.locator('[role="status"]').innerText()).toMatch(/kommer anderledes ud/);

    await bench.page.getByRole('button', { name: 'Tilbage til den udgivne version' }).click();
    await bench.waitForVerdict('Indiceret');
    await expect.poll(() => bench.listed('changed')).toEqual([]);
  });

  test('leaves the answers that were clicked', async () => {
    const bench = await open();
    const clinician = bench.page.locator('.clinician');
    await bench.page.getByRole('button', { name: 'Svar selv' }).click();
    await clinician.locator('[data-fact="reason"]').getByRole('button', { name: 'Lændesmerter' }).click();
    await clinician.getByText('Dine svar').waitFor();
    await bench.replace('"da": "Billeddiagnostik ved lænderygsmerter"', '"da": "Billeder af ryggen"');
    await clinician.getByText('Billeder af ryggen').waitFor();
    expect(await clinician.locator('.given').innerText()).toMatch(/1 svar/);
    expect(await clinician.locator('.questions').count()).toBe(1);
  });
});

describe('a text that is broken', () => {
  test('is named by its line, in the list and in the text, and the preview keeps the last sound version', async () => {
    const bench = await open();
    await bench.load(JUST_SEVENTY);
    await bench.waitForVerdict('Indiceret');
    const line = SHIPPED.slice(0, SHIPPED.indexOf(FRACTURE_AGE)).split('\n').length;

    await bench.replace(FRACTURE_AGE, '"value" 70,');
    expect(await bench.finding('not-json')).toContain(`linje ${line}`);
    await bench.page.locator('.cm-lintRange-error').first().waitFor();
    await bench.page.getByText(`Retningslinjen har fejl (linje ${line}).`).waitFor();
    await bench.waitForVerdict('Indiceret');
    expect(await bench.page.locator('.vignette').count()).toBeGreaterThan(1);

    await bench.replace('"value" 70,', FRACTURE_AGE);
    await bench.page.locator('.stale').waitFor({ state: 'detached' });
  });

  test('with a misspelt id says which one is meant', async () => {
    const bench = await open();
    await bench.replace('"fact": "osteoporosis"', '"fact": "osteoporsis"');
    expect(await bench.finding('unknown-fact')).toContain('"osteoporosis"');
  });
});

describe('typed work', () => {
  test('survives a reload, also while it is broken, and can be given up', async () => {
    const bench = await open();
    await bench.replace(FRACTURE_AGE, '"value": 75,');
    await expect.poll(() => bench.listed('failing')).toContain(JUST_SEVENTY);
    await bench.replace('"value": 75,', '"value": 75,,');
    await bench.finding('not-json');
    await bench.page.getByText('Ændret her. Gemt i denne browser.').waitFor();

    await bench.page.reload();
    const again = workbenchOn(bench.page);
    await again.finding('not-json');
    // The last sound version had 75, so its vignettes are still red.
    await expect.poll(() => again.listed('failing')).toContain(JUST_SEVENTY);
    await again.page.getByText('Ændret her. Gemt i denne browser.').waitFor();

    await again.page.getByRole('button', { name: 'Tilbage til den udgivne version' }).click();
    await again.page.getByText('Som udgivet.').waitFor();
    await expect.poll(() => again.listed('failing')).toEqual([]);
    await again.page.reload();
    await workbenchOn(bench.page).page.getByText('Som udgivet.').waitFor();
  });

  test('is downloaded as it stands in the editor', async () => {
    const bench = await open();
    await bench.replace(FRACTURE_AGE, '"value": 75,');
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: 'Hent guideline.json' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('guideline.json');
    expect(await readFile(await download.path(), 'utf8')).toBe(SHIPPED.replace(FRACTURE_AGE, '"value": 75,'));
  });
});

describe('in the editor', () => {
  test('ids are proposed with their words', async () => {
    const bench = await open();
    await bench.replace('"fact": "osteoporosis"', '"fact": ""');
    await bench.page.keyboard.press('ArrowLeft');
    await bench.page.keyboard.type('osteo', { delay: 50 });
    const proposal = bench.page.locator('.cm-tooltip-autocomplete li').first();
    await expect.poll(() => proposal.innerText()).toMatch(/^osteoporosis\s*kendt osteoporose/);
  });

  test('conditions that the vignettes cover are marked, in whichever guideline is open', async () => {
    const bench = await open();
    await bench.page.getByRole('combobox', { name: 'Retningslinje' }).selectOption('head-trauma-ct');
    await bench.page.locator('.vignette').first().waitFor();
    await bench.select('"operator": "contains"');
    await bench.page.locator('.cm-coverage-full').first().waitFor();
    await bench.page.getByText(/^Dækning: \d+ af \d+ betingelser er dækket$/).waitFor();
  });

  test('a vignette is shown where it stands in its own text', async () => {
    const bench = await open();
    await bench.load(JUST_SEVENTY);
    await bench.page.getByRole('button', { name: 'Vis i teksten' }).click();
    await bench.page.locator('.cm-line').filter({ hasText: JUST_SEVENTY }).waitFor();
    await bench.page.getByRole('button', { name: 'Hent vignettes.json' }).waitFor();
  });

  test('Tab indents, and Esc then Tab leaves', async () => {
    const bench = await open();
    await bench.editor.focus();
    await bench.page.keyboard.press('Tab');
    const isInside = () => bench.page.evaluate(() => document.activeElement?.classList.contains('editor'));
    await expect.poll(isInside).toBe(true);
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Tab');
    await expect.poll(isInside).toBe(false);
  });
});

test('the page has no fault that axe finds, in both languages and colour schemes', async () => {
  const bench = await open();
  await bench.replace(FRACTURE_AGE, '"value": 75,');
  await expect.poll(() => bench.listed('failing')).toContain(JUST_SEVENTY);
  expect(await findFaults(bench.page)).toEqual([]);
});
