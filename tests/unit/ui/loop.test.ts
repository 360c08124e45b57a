import { effect } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/facts/answers.ts';
import { createLoop, NOTHING_READ } from '../../../src/ui/loop.ts';
import { shippedLibrary } from '../widget/fake-session.ts';

const BACK_PAIN = new Map<string, Answer>([['reason', { value: ['low-back-pain'] }]]);
const CORD_SIGNS = new Map<string, Answer>([['cord-signs', { value: true }]]);

async function backPain() {
  const loop = createLoop(await shippedLibrary(), () => {
    throw new Error('there is no guidance');
  });
  await loop.begin('mr-lumbar-spine', NOTHING_READ, false);
  await loop.answer(BACK_PAIN);
  return loop;
}

describe('answers and what they lead to', () => {
  test('change together and once: nobody ever sees an answer beside the assessment before it', async () => {
    const loop = await backPain();
    const seen: string[] = [];
    effect(() => {
      const known = loop.facts.value.get('cord-signs')?.known ?? false;
      seen.push([loop.answers.value.size, known, loop.canUndo.value, loop.assessment.value?.urgency].join(' '));
    });
    await loop.answer(CORD_SIGNS);
    await loop.undo('cord-signs');
    await loop.undoLast();
    expect(seen).toEqual(['1 false true ', '2 true true emergency', '1 false true ', '2 true true emergency']);
  });

  test('given faster than they are assessed, every answer counts, and only the last assessment is shown', async () => {
    const loop = await backPain();
    const urgencies: unknown[] = [];
    effect(() => {
      urgencies.push(loop.assessment.value?.urgency);
    });
    await Promise.all([
      loop.answer(CORD_SIGNS),
      loop.answer(new Map([['cauda-equina-signs', { value: false }]])),
      loop.undo('cord-signs'),
    ]);
    expect([...loop.answers.value.keys()]).toEqual(['reason', 'cauda-equina-signs']);
    expect(urgencies).toEqual([null, null]);
    await loop.undoLast();
    expect(loop.answers.value.get('cord-signs')).toEqual({ value: true });
  });

  test('are forgotten with the patient, also those that were still being assessed', async () => {
    const loop = await backPain();
    const assessing = loop.answer(CORD_SIGNS);
    loop.clear();
    await assessing;
    expect(loop.assessment.value).toBeNull();
    expect(loop.answers.value.size).toBe(0);
    expect(loop.facts.value.size).toBe(0);
    expect(loop.canUndo.value).toBe(false);
  });
});
