import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../../src/core/decision/guidance.ts';
import { decidedRuling } from '../../../../src/core/decision/ruling.ts';
import { whomToCall } from '../../../../src/core/decision/whom-to-call.ts';
import { ROLES } from '../../../../src/core/schema/role.ts';
import { shippedLibrary } from '../../widget/fake-session.ts';

const { guidelines } = await shippedLibrary();
const documents = guidelines.map(({ document }) => document);

/** What is assessed when each guideline has reached a recommendation, the first the most urgent. */
function reached(...ids: readonly string[]): Assessment {
  const guidance = ids.map((path) => {
    const [id, rung = ''] = path.split('/');
    const guideline = guidelines.find(({ document }) => document.id === id);
    if (!guideline) throw new Error(`no guideline ${id}`);
    return { ...decidedRuling(guideline, rung, 'x'), justification: { criteria: [], facts: [] } };
  });
  const [first] = guidance;
  if (!first) throw new Error('nothing was reached');
  const { verdict, urgency } = first;
  return { order: 'x', verdict, urgency, guidance, alternatives: [], outOfService: [] };
}

describe('whom to call', () => {
  test.each([
    ['low-back-pain-imaging/suspected-cauda-equina', ['spine-surgeon', 'neurosurgeon', '112']],
    ['low-back-pain-imaging/suspected-spinal-infection', ['medical-department', 'infectious-diseases']],
    ['head-trauma-ct/mild-high-risk', ['emergency-department', '112']],
    ['syncope-head-imaging/thunderclap-headache', ['112']],
    ['syncope-head-imaging/new-focal-deficit', ['112', 'thrombolysis-team']],
  ])('after %s is %j', (id, called) => {
    expect(whomToCall(reached(id), documents)).toEqual(called);
  });

  test('is nobody where nothing has to be settled by telephone today', () => {
    expect(whomToCall(reached('low-back-pain-imaging/no-red-flags'), documents)).toEqual([]);
    expect(whomToCall(reached('low-back-pain-imaging/back-pain-with-known-cancer'), documents)).toEqual([]);
  });

  test('is whom the most urgent name, each once', () => {
    const both = ['head-trauma-ct/mild-high-risk', 'syncope-head-imaging/head-injury-on-anticoagulant'];
    expect(whomToCall(reached(...both), documents)).toEqual(['emergency-department', '112']);
    expect(whomToCall(reached('head-trauma-ct/multitrauma', 'syncope-head-imaging/child'), documents)).toEqual([
      'trauma-call',
      '112',
    ]);
  });

  test('is the emergency number also where only the words of what to do name it', () => {
    const silent = documents.map((document) => ({
      ...document,
      recommendations: document.recommendations.map(({ call, ...rung }) => rung),
    }));
    expect(whomToCall(reached('low-back-pain-imaging/suspected-cauda-equina'), silent)).toEqual(['112']);
    expect(whomToCall(reached('low-back-pain-imaging/child'), silent)).toEqual([]);
  });
});

describe('the shipped recommendations', () => {
  const rungs = documents.flatMap(({ id, recommendations, otherwise }) =>
    [...recommendations, otherwise].map((rung) => ({ ...rung, path: `${id}/${rung.id}` })),
  );

  test('call the emergency number where, and only where, what to do names it', () => {
    const wrong = rungs.filter(
      ({ call = [], do: steps }) => call.includes('112') !== (steps.some(({ da }) => da.includes('112')) ?? false),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('name somebody to call in every emergency', () => {
    expect(rungs.filter(({ urgency, call }) => urgency === 'emergency' && !call).map(({ path }) => path)).toEqual([]);
  });

  test('name every role there is', () => {
    const named = new Set(rungs.flatMap(({ call = [] }) => call));
    expect(ROLES.filter((role) => !named.has(role))).toEqual([]);
  });
});
