import type { Locator, Page } from 'playwright-core';

/** The author's workbench as an author uses it, in Danish. */
export interface WorkbenchPage {
  readonly page: Page;
  readonly editor: Locator;
  /** Selects the first place in the text where this stands, with the editor's own search. */
  select(text: string): Promise<void>;
  /** Replaces the first place where a text stands by typing another. */
  replace(text: string, typed: string): Promise<void>;
  /** Loads a vignette into the preview. */
  load(vignette: string): Promise<void>;
  /** How many vignettes pass, in words; waits until it becomes these. */
  waitForPassed(words: string): Promise<void>;
  /** Names of the vignettes that are listed under a filter. */
  listed(filter: 'all' | 'failing' | 'changed'): Promise<string[]>;
  /** The verdict that the clinician would see; waits for it. */
  waitForVerdict(word: string): Promise<void>;
  /** Waits for a finding. @returns its words */
  finding(code: string): Promise<string>;
}

/** Opens the workbench and waits until the vignettes have been run. */
export async function openWorkbench(page: Page, appUrl: string): Promise<WorkbenchPage> {
  await page.goto(`${appUrl}/workbench.html`);
  const bench = workbenchOn(page);
  await page.locator('.vignette').first().waitFor();
  return bench;
}

/** The workbench that is open on a page. */
export function workbenchOn(page: Page): WorkbenchPage {
  const editor = page.locator('.cm-content');
  const select = async (text: string): Promise<void> => {
    await editor.focus();
    await page.keyboard.press('Control+f');
    const field = page.locator('.cm-search input[name="search"]');
    await field.press('Control+a');
    await field.pressSequentially(text);
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
  };
  return {
    page,
    editor,
    select,
    async replace(text, typed) {
      await select(text);
      await page.keyboard.insertText(typed);
    },
    async load(vignette) {
      await page.locator('[data-filter="all"]').click();
      await page.locator('.vignette-name').filter({ hasText: vignette }).first().click();
      await page.locator('.case-name').filter({ hasText: vignette }).waitFor();
    },
    async waitForPassed(words) {
      await page.locator('[data-passed]').getByText(words, { exact: true }).waitFor();
    },
    async listed(filter) {
      await page.locator(`[data-filter="${filter}"]`).click();
      return page.locator('.vignette-name [lang="da"]').allInnerTexts();
    },
    async waitForVerdict(word) {
      await page.locator('.clinician .head-verdict .verdict-word').getByText(word, { exact: true }).waitFor();
    },
    async finding(code) {
      const line = page.locator(`.finding[data-code="${code}"]`).first();
      await line.waitFor();
      return line.innerText();
    },
  };
}
