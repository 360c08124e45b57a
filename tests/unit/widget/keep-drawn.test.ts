import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { keepDrawn } from '../../../src/widget/keep-drawn.ts';

/** Until every microtask has run. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the page is kept drawn', () => {
  test('it is drawn at once, and again once after all that changed together', async () => {
    const verdict = signal('undetermined');
    const urgency = signal('none');
    const drawn: string[] = [];
    keepDrawn(() => drawn.push(`${verdict.value}, ${urgency.value}`));
    expect(drawn).toEqual(['undetermined, none']);
    verdict.value = 'appropriate';
    urgency.value = 'emergency';
    expect(drawn).toHaveLength(1);
    await settled();
    expect(drawn).toEqual(['undetermined, none', 'appropriate, emergency']);
    urgency.value = 'none';
    await settled();
    expect(drawn.at(-1)).toBe('appropriate, none');
    expect(drawn).toHaveLength(3);
  });

  test('what is read only since a later drawing counts from then on, and what is read no more does not', async () => {
    const saved = signal(false);
    const note = signal('first');
    const question = signal('fever?');
    const drawn: string[] = [];
    keepDrawn(() => drawn.push(saved.value ? note.value : question.value));
    note.value = 'second';
    await settled();
    expect(drawn).toEqual(['fever?']);
    saved.value = true;
    await settled();
    note.value = 'third';
    question.value = 'cancer?';
    await settled();
    expect(drawn).toEqual(['fever?', 'second', 'third']);
  });
});
