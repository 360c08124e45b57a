import type { Locator } from 'playwright-core';
import type { Widget } from '../tests/e2e/widget.ts';
import type { Hand } from './interactions.ts';

/** Ways through the page, each with the presses of one patient's clinician. */
export const WAYS: Readonly<Record<string, (widget: Widget, hand: Hand) => Promise<void>>> = {
  /** Every kind of answer, deciding against the advice, and then what was answered is taken back. */
  async 'plain-back-pain'(widget, hand) {
    const { root } = widget;
    await hand.press('yes', holds(widget, 'cord-signs'));
    await widget.telephone('emergency');
    await hand.press('yes taken back', holds(widget, 'cord-signs'));
    await hand.pressInHaste('don’t know, and back in haste', dontKnow(widget, 'cord-signs'));
    await hand.press('don’t know', dontKnow(widget, 'cord-signs'));
    await hand.press('don’t know taken back', dontKnow(widget, 'cord-signs'));
    await hand.press('none of these', noneOf(widget, 'Akutte tegn'));
    await hand.press('none of these', noneOf(widget, 'Kræft, infektion'));
    await hand.press('back to the screen before', root.locator('.undo-last'));
    await hand.key('none of these by the keyboard', holds(widget, 'suspects-cancer'), '0');
    await hand.press('none of these', noneOf(widget, 'Forløb'));
    await widget.verdict('Anbefales ikke');
    await hand.press('section unfolded', root.getByText('Vis begrundelse'));
    await hand.press('decision', root.locator('[data-decision="kept"]'));
    await hand.press('reason', root.getByRole('radio', { name: 'Lokal instruks siger noget andet' }));
    await hand.type('own words', widget.ownWords, 'Aftalt');
    await hand.press('section unfolded', root.locator('.given > summary'));
    await hand.press('answer taken back', root.locator('.given-answer button').first());
  },
  /** An alternative is chosen, and what the record says is corrected. */
  async 'known-breast-cancer'(widget, hand) {
    const { root } = widget;
    await hand.press('none of these', noneOf(widget, 'Akutte tegn'));
    await hand.press('none of these', noneOf(widget, 'Kræft, infektion'));
    await widget.verdict('Kan overvejes');
    await hand.press('decision', root.locator('[data-decision="cancelled"]'));
    await hand.press(
      'decision',
      root.locator('[data-decision="changed"]').filter({ hasText: 'MR af hele columna' }).first(),
    );
    await hand.press('correction unfolded', root.locator('.correct > summary').first());
    await hand.press('record corrected', root.locator('.correct[open] .answer', { hasText: 'Nej' }).first());
    await hand.press('none of these', noneOf(widget, 'Akutte tegn'));
  },
  /** A number is typed and used. */
  async 'ankylosing-hint'(widget, hand) {
    await hand.press('none of these', noneOf(widget, 'Akutte tegn'));
    await hand.press('none of these', noneOf(widget, 'Kræft, infektion'));
    const markers = widget.question('fever-or-raised-markers');
    await hand.press('no beside a hint', markers.getByRole('button', { name: 'Nej', exact: true }));
    await hand.press('yes', holds(widget, 'inflammatory-back-pain'));
    await hand.press('none of these', noneOf(widget, 'Forløb'));
    const duration = widget.question('pain-duration-weeks');
    await hand.type('number typed', duration.getByRole('textbox'), '20');
    await hand.press('number used', duration.getByRole('button', { name: 'Angiv' }));
    await widget.waitForHeading(/Mistanke om aksial spondylartritis/);
  },
  async 'fall-with-osteoporosis'(widget, hand) {
    await hand.press('yes', holds(widget, 'low-energy-trauma-or-sudden-pain'));
    await hand.press('none of these', noneOf(widget, 'Akutte tegn'));
    await hand.press('none of these', noneOf(widget, 'Kræft, infektion'));
    await widget.verdict('Indiceret');
    await hand.press('section unfolded', widget.root.locator('.quiet-decision > summary'));
  },
};

/** The row of a fact that holds; "Ja" is first where the record has a hint and the question stands by itself. */
function holds(widget: Widget, fact: string): Locator {
  return widget.question(fact).locator('.toggle-answer, .answer').first();
}

function dontKnow(widget: Widget, fact: string): Locator {
  return widget.question(fact).locator('.dont-know');
}

function noneOf(widget: Widget, screen: string): Locator {
  return widget.screen(screen).locator('.none-of-these');
}
