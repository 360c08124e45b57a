import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The widget as a clinician sees it, in Danish: what it says, what it asks, what is decided. */
export interface Widget {
  readonly root: FrameLocator | Page;
  readonly body: Locator;
  /** The verdict on the draft, in words. Waits for it to become these when they are given. */
  verdict(expected?: string): Promise<string>;
  /** Waits for what says to telephone, before anything else. @returns its words */
  telephone(urgency: 'emergency' | 'same-day'): Promise<string>;
  /** Heading of what the guideline says. */
  waitForHeading(name: string | RegExp): Promise<void>;
  /** Ids of the facts that are asked now, in the order in which they stand. */
  asked(): Promise<string[]>;
  /** A screen of questions, by its heading. */
  screen(name: string): Locator;
  /** One question of the screen that is shown, by the fact it asks for. */
  question(fact: string): Locator;
  /** Says "none of these" on a screen, when it has come; with questions answered before, "none of the others". */
  noneOf(screen: string): Promise<void>;
  /** Says that what is asked holds. */
  holds(fact: string): Promise<void>;
  /** Gives one of the answers that a question offers. */
  answer(fact: string, answer: string): Promise<void>;
  dontKnow(fact: string): Promise<void>;
  decisions(): Promise<string[]>;
  /** Waits until deciding is there, folded away: then all that comes after guidance is. */
  decisionsFolded(): Promise<void>;
  /** Unfolds deciding, where it is folded away because nothing needs deciding. */
  unfoldDecision(): Promise<void>;
  /** Chooses a decision, unfolding it where need be; `changed` to the first or to the named examination. */
  decide(decision: 'accepted' | 'kept' | 'cancelled' | 'changed', examination?: string): Promise<void>;
  reasonForKeeping(label: string): Promise<void>;
  ownWords: Locator;
  /** The note as it will be written. */
  note(): Promise<string>;
  write(): Promise<void>;
  /** Waits until the decision stands on the order. */
  waitForSaved(): Promise<void>;
  /** Why the last attempt to write did not succeed, by kind; waits for it. @returns its words */
  notice(kind: string): Promise<string>;
  /** What could not be read, in words; waits for it. */
  gap(): Promise<string>;
}

/** The widget in a frame, or in a window of its own. */
export function widgetIn(root: FrameLocator | Page): Widget {
  const body = root.locator('body');
  const word = root.locator('.head .verdict-word');
  const screen = (name: string): Locator => root.getByRole('region', { name, exact: true });
  const folded = root.locator('.quiet-decision:not([open]) > summary');
  const question = (fact: string): Locator => root.locator(`.questions [data-fact="${fact}"]`);
  return {
    root,
    body,
    async verdict(expected) {
      await (expected === undefined ? word : word.getByText(expected, { exact: true })).waitFor();
      return word.innerText();
    },
    async telephone(urgency) {
      const section = root.locator(`main > .telephone-${urgency}:first-child`);
      await section.waitFor();
      return section.innerText();
    },
    async waitForHeading(name) {
      await root.getByRole('heading', { name, exact: true }).waitFor();
    },
    async asked() {
      await root.locator('.questions').waitFor();
      return root
        .locator('.questions [data-fact]')
        .evaluateAll((questions) => questions.map((one) => one.getAttribute('data-fact') ?? ''));
    },
    screen,
    question,
    async noneOf(name) {
      await screen(name)
        .getByRole('button', { name: /^Ingen af (disse|de øvrige)$/ })
        .click();
    },
    async holds(fact) {
      await question(fact)
        .getByRole('button', { name: /\?$|^Ja$/ })
        .first()
        .click();
    },
    async answer(fact, answer) {
      await question(fact).getByRole('button', { name: answer, exact: true }).click();
    },
    async dontKnow(fact) {
      await question(fact)
        .getByRole('button', { name: /^Ved ikke/ })
        .click();
    },
    async decisions() {
      const options = root.locator('[data-decision]');
      await options.first().waitFor();
      return options.evaluateAll((all) => all.map((one) => one.getAttribute('data-decision') ?? ''));
    },
    async decisionsFolded() {
      await folded.waitFor();
    },
    async unfoldDecision() {
      await folded.click();
    },
    async decide(decision, examination = '') {
      await root.locator('.quiet-decision, [data-decision]').first().waitFor({ state: 'attached' });
      if ((await folded.count()) > 0) await folded.click();
      await root.locator(`[data-decision="${decision}"]`).filter({ hasText: examination }).first().click();
    },
    async reasonForKeeping(label) {
      await root.getByRole('radio', { name: label }).check();
    },
    ownWords: root.getByRole('textbox', { name: /^Egne ord/ }),
    note: () => root.locator('.preview .note-text').innerText(),
    async write() {
      await root.getByRole('button', { name: 'Skriv på henvisningen' }).click();
    },
    async waitForSaved() {
      await root.getByRole('heading', { level: 1, name: 'Skrevet på henvisningen' }).waitFor();
    },
    async notice(kind) {
      const alert = root.locator(`[role="alert"][data-notice="${kind}"]`);
      await alert.waitFor();
      return alert.innerText();
    },
    async gap() {
      const region = root.getByRole('region', { name: 'Kunne ikke læses' });
      await region.waitFor();
      return region.innerText();
    },
  };
}
