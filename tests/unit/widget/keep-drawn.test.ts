import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDrawing, isWaiting } from '../../../src/ui/drawing.tsx';
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

  describe('in parts', () => {
    const frames: (() => void)[] = [];
    /** Shows a frame, and lets what waits for it run. */
    const frame = async () => {
      for (const shown of frames.splice(0)) shown();
      await settled();
    };
    beforeEach(() => {
      frames.length = 0;
      vi.stubGlobal('requestAnimationFrame', (shown: () => void) => frames.push(shown));
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    /** A page of a verdict, the decision on it, and what stands beside; each reads the shown verdict. */
    async function page() {
      const verdict = signal('undetermined');
      const choice = signal('none');
      const drawn: string[] = [];
      const parts = [
        () => `verdict ${verdict.value}`,
        () => `decision ${choice.value} on ${verdict.value}`,
        () => `beside ${verdict.value}`,
      ];
      keepDrawn(() => {
        for (const [part, read] of parts.entries()) if (isDrawing(part)) drawn.push(read());
      }, parts.length);
      for (let count = 0; count < 4; count += 1) await frame();
      drawn.length = 0;
      return { verdict, choice, drawn };
    }

    test('the first is drawn at once, every other after a frame of its own', async () => {
      const { verdict, drawn } = await page();
      verdict.value = 'appropriate';
      await settled();
      expect(drawn).toEqual(['verdict appropriate']);
      await frame();
      expect(drawn).toEqual(['verdict appropriate', 'decision none on appropriate']);
      await frame();
      expect(drawn.at(-1)).toBe('beside appropriate');
      await frame();
      expect(drawn).toHaveLength(3);
    });

    test('each drawing knows whether a part is behind it, so that the page can say so', async () => {
      const verdict = signal('undetermined');
      const behind: boolean[] = [];
      keepDrawn(() => {
        if (verdict.value !== '') behind.push(isWaiting());
      }, 3);
      for (let count = 0; count < 3; count += 1) await frame();
      expect(behind).toEqual([true, true, false]);
      verdict.value = 'appropriate';
      for (let count = 0; count < 4; count += 1) await frame();
      expect(behind.slice(3)).toEqual([true, true, false]);
    });

    test('what alone has changed is drawn at once, and nothing else is', async () => {
      const { choice, drawn } = await page();
      choice.value = 'kept';
      await settled();
      await frame();
      expect(drawn).toEqual(['decision kept on undetermined']);
    });

    test('a newer answer is drawn first, and what waited for the older one is drawn once, from the newer', async () => {
      const { verdict, drawn } = await page();
      verdict.value = 'appropriate';
      await settled();
      verdict.value = 'not-appropriate';
      await settled();
      for (let count = 0; count < 4; count += 1) await frame();
      expect(drawn).toEqual([
        'verdict appropriate',
        'verdict not-appropriate',
        'decision none on not-appropriate',
        'beside not-appropriate',
      ]);
    });

    test('where no frame comes, since nobody sees the page, it is drawn all the same', async () => {
      const { verdict, drawn } = await page();
      verdict.value = 'appropriate';
      await expect.poll(() => drawn.at(-1)).toBe('beside appropriate');
    });
  });
});
