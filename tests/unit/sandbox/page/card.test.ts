import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../../../sandbox/cds-client/prefetch.ts';
import { readResponse } from '../../../../sandbox/page/record/card.ts';

const draft = { resourceType: 'ServiceRequest', id: 'o1' };
const card = { summary: 'MR: anbefales ikke', indicator: 'info', source: { label: 'Retningslinje' } };
const cards = (...changes: Record<string, unknown>[]) =>
  readResponse({ cards: changes.map((change) => ({ ...card, ...change })) }).cards;

describe('a card', () => {
  test('is shown with what it suggests, links to and may be dismissed for', () => {
    const [shown] = cards({
      uuid: 'c1',
      detail: '**Derfor**',
      selectionBehavior: 'at-most-one',
      suggestions: [{ label: 'Ændr', uuid: 's1', isRecommended: true, actions: [{ type: 'update', resource: draft }] }],
      overrideReasons: [{ system: 'x', code: 'y', display: 'Aftalt' }],
      links: [{ label: 'Åbn', url: 'https://app.example/launch.html', type: 'smart', appContext: 'abc' }],
    });
    expect(shown).toEqual({
      uuid: 'c1',
      summary: 'MR: anbefales ikke',
      detail: '**Derfor**',
      indicator: 'info',
      source: 'Retningslinje',
      suggestions: [{ label: 'Ændr', uuid: 's1', isRecommended: true, actions: [{ type: 'update', resource: draft }] }],
      overrideReasons: [{ system: 'x', code: 'y', display: 'Aftalt' }],
      links: [{ label: 'Åbn', url: 'https://app.example/launch.html', type: 'smart', appContext: 'abc' }],
    });
  });

  test.each([{ summary: undefined }, { indicator: 'urgent' }, { source: {} }, { source: undefined }])(
    'that lacks what is required is not shown: %j',
    (change) => {
      expect(cards(change, {})).toHaveLength(1);
    },
  );

  test('whose way of choosing is not understood is an error as a whole', () => {
    const suggestions = [{ label: 'Ændr', actions: [] }];
    expect(cards({ suggestions }, { suggestions, selectionBehavior: 'exactly-one' })).toEqual([]);
    expect(cards({ suggestions, selectionBehavior: 'any' })).toHaveLength(1);
  });

  test('offers no suggestion of which a part cannot be done', () => {
    const actions = [{ type: 'update', resource: draft }, { type: 'archive' }];
    expect(cards({ selectionBehavior: 'any', suggestions: [{ label: 'Ændr', actions }] })[0]?.suggestions).toEqual([]);
  });

  test('links to web addresses alone', () => {
    const links = ['javascript:alert(1)', 'launch.html', 'https://a.example/'].map((url) => ({
      label: 'x',
      url,
      type: 'absolute',
    }));
    expect(cards({ links })[0]?.links.map(({ url }) => url)).toEqual(['https://a.example/']);
  });

  test.each([undefined, null, 'cards', { cards: 'none' }, { cards: [null, 7] }])('is none in %j', (response) => {
    expect(readResponse(response)).toEqual({ cards: [], systemActions: [] });
  });
});

describe('a prefetch template', () => {
  const context = { patientId: 'p1', draftOrders: { resourceType: 'Bundle' } };

  test('is filled from the first level of the context', () => {
    expect(fillTemplate('Condition?patient={{context.patientId}}&_count=5', context)).toBe(
      'Condition?patient=p1&_count=5',
    );
    expect(fillTemplate('Patient/{{ context.patientId }}', context)).toBe('Patient/p1');
  });

  test.each(['Encounter/{{context.encounterId}}', 'X/{{context.draftOrders}}', 'X/{{userPractitionerId}}'])(
    'that asks for something else is left out: %s',
    (template) => {
      expect(fillTemplate(template, context)).toBeUndefined();
    },
  );
});
