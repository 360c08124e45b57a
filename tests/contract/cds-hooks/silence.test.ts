import { expect, test } from 'vitest';
import { cardsFor, draftsOf, exchangeService, hookCall, personRecord } from './exchange.ts';

const { service } = await exchangeService();

test('an examination that no guideline covers is answered with no card', async () => {
  const record = personRecord('coarse-order');
  expect(draftsOf(record)).toHaveLength(1);
  expect(await cardsFor(service, hookCall('order-select', record))).toEqual({ cards: [] });
});

test('a draft with open questions is offered the app, without a rating', async () => {
  const { cards } = await cardsFor(service, hookCall('order-select', personRecord('plain-back-pain')));
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ indicator: 'info', source: { topic: { code: 'undetermined' } } });
  expect(cards[0]?.suggestions).toBeUndefined();
  expect(cards[0]?.links?.[0]).toMatchObject({ type: 'smart', url: 'http://localhost:5173/launch.html' });
});
