import type { FrameLocator, Locator, Page } from 'playwright-core';

/**
 * The widget as a clinician sees it, in Danish: what it says, what it asks, what is decided. Whatever acts or waits here ends
 * when every part of the page stands as the last answer has it (docs/decisions/0023-drawn-in-parts.md).
 */
export interface Widget {
  readonly root: FrameLocator | Page;
  readonly body: Locator;
  /** Waits until no part of the page is behind the last answer, which the page says itself. */
  drawn(): Promise<void>;
  /** The verdict on the draft, in words. Waits for it to become these when they are given. */
  verdict(expected?: string): Promise<string>;
  /** Waits for what says to telephone, before anything else. @returns its words */
  telephone(urgency: 'emergency' | 'same-day'): Promise<string>;
  /** Heading of what the guideline says. */
  waitForHeading(name: string | RegExp): Promise<void>;
  /** Ids of the facts that are asked now, in the order in which they stand. */
  asked(): Promise<string[]>;
  /** A screen of questions, by the beginning of its heading. */
  screen(name: string): Locator;
  /** One question of the screen that is shown, by the fact it asks for. */
  question(fact: string): Locator;
  /** Says "none of these" on a screen, when it has come; with questions answered before, "none of the others". */
  noneOf(screen: string): Promise<void>;
  /** Says that what is asked holds. */
  holds(fact: string): Promise<void>;
  /** Gives one of the answers that a question offers. */
  answer(fact: string, answer: string): Promise<void>;
  /** Types a number and hands it in. */
  answerNumber(fact: string, typed: string): Promise<void>;
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

/**
 * Waits until no part of the page is behind: it says so itself (`aria-busy`), whatever was answered or chosen last. A page
 * that is not drawn in parts is never behind.
 */
export async function drawn(root: FrameLocator | Page): Promise<void> {
  await root.locator('body:not(:has(> #app > main[aria-busy="true"]))').waitFor();
}

/** The widget in a frame, or in a window of its own. */
export function widgetIn(root: FrameLocator | Page): Widget {
  const body = root.locator('body');
  const word = root.locator('.head-verdict .verdict-word');
  const screen = (name: string): Locator => root.getByRole('region', { name: new RegExp(`^${name}`) });
  const folded = root.locator('.quiet-decision:not([open]) > summary');
  const question = (fact: string): Locator => root.locator(`.questions [data-fact="${fact}"]`);
  const press = async (button: Locator): Promise<void> => {
    await button.click();
    await drawn(root);
  };
  const come = async (what: Locator): Promise<void> => {
    await what.waitFor();
    await drawn(root);
  };
  return {
    root,
    body,
    drawn: () => drawn(root),
    async verdict(expected) {
      await come(expected === undefined ? word : word.getByText(expected, { exact: true }));
      return word.innerText();
    },
    async telephone(urgency) {
      const section = root.locator(`main > .telephone-${urgency}:first-child`);
      await come(section);
      return section.innerText();
    },
    async waitForHeading(name) {
      await come(root.getByRole('heading', { name, exact: true }));
    },
    async asked() {
      await come(root.locator('.questions'));
      return root
        .locator('.questions [data-fact]')
        .evaluateAll((questions) => questions.map((one) => one.getAttribute('data-fact') ?? ''));
    },
    screen,
    question,
    noneOf: (name) => press(screen(name).getByRole('button', { name: /^Ingen af (disse|de øvrige)$/ })),
    holds: (fact) =>
      press(
        question(fact)
          .getByRole('button', { name: /\?$|^Ja$/ })
          .first(),
      ),
    answer: (fact, answer) => press(question(fact).getByRole('button', { name: answer, exact: true })),
    async answerNumber(fact, typed) {
      await question(fact).getByRole('textbox').fill(typed);
      await press(question(fact).getByRole('button', { name: 'Angiv' }));
    },
    dontKnow: (fact) => press(question(fact).getByRole('button', { name: /^Ved ikke/ })),
    async decisions() {
      const options = root.locator('[data-decision]');
      await come(options.first());
      return options.evaluateAll((all) => all.map((one) => one.getAttribute('data-decision') ?? ''));
    },
    decisionsFolded: () => come(folded),
    async unfoldDecision() {
      await come(folded);
      await press(folded);
    },
    async decide(decision, examination = '') {
      await come(root.locator('.quiet-decision > summary, [data-decision]').first());
      if ((await folded.count()) > 0) await press(folded);
      await press(root.locator(`[data-decision="${decision}"]`).filter({ hasText: examination }).first());
    },
    async reasonForKeeping(label) {
      await root.getByRole('radio', { name: label }).check();
      await drawn(root);
    },
    ownWords: root.getByRole('textbox', { name: /^Egne ord/ }),
    async note() {
      await drawn(root);
      return root.locator('.preview .note-text').innerText();
    },
    write: () => press(root.getByRole('button', { name: 'Skriv på henvisningen' })),
    waitForSaved: () => come(root.getByRole('heading', { level: 1, name: 'Skrevet på henvisningen' })),
    async notice(kind) {
      const alert = root.locator(`[role="alert"][data-notice="${kind}"]`);
      await come(alert);
      return alert.innerText();
    },
    async gap() {
      const region = root.getByRole('region', { name: 'Kunne ikke læses' });
      await come(region);
      return region.innerText();
    },
  };
}
