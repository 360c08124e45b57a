import { expect, test } from 'vitest';
import type { Assessment, Guidance } from '../../../../src/core/decision/guidance.ts';
import type { Vignette } from '../../../../src/core/schema/vignette.ts';
import { differences } from '../../../../src/core/vignette/run.ts';

const GUIDANCE: Guidance = {
  guideline: 'head-trauma-ct',
  version: '0.1.0',
  recommendation: 'mild-high-risk',
  speaks: 'mild-high-risk',
  verdict: 'not-appropriate',
  urgency: 'emergency',
  ratings: { 'ct-head': 'appropriate', 'mr-head': 'not-appropriate' },
  reachable: ['mild-high-risk'],
  applies: 'yes',
  asks: [],
  justification: { criteria: [], facts: [] },
};

const ASSESSMENT: Assessment = {
  order: 'mr-head',
  verdict: 'undetermined',
  urgency: 'same-day',
  guidance: [GUIDANCE],
  alternatives: [],
  outOfService: [],
};

function compared(expected: Vignette['expect']) {
  return differences(ASSESSMENT, 'head-trauma-ct', { expect: expected });
}

test('the combined verdict is that of all guidelines, not of this one', () => {
  expect(compared({ combined: { verdict: 'undetermined', urgency: 'same-day' } })).toEqual([]);
  expect(compared({ verdict: 'not-appropriate', urgency: 'emergency' })).toEqual([]);
});

test('another combined verdict or urgency is told', () => {
  expect(compared({ combined: { verdict: 'not-appropriate' } })).toEqual([
    { part: 'combined-verdict', expected: 'not-appropriate', got: 'undetermined' },
  ]);
  expect(compared({ combined: { urgency: null } })).toEqual([
    { part: 'combined-urgency', expected: null, got: 'same-day' },
  ]);
});

test('what is not expected is not compared', () => {
  expect(compared({})).toEqual([]);
  expect(compared({ combined: {} })).toEqual([]);
});
