import { describe, expect, test } from 'vitest';
import { serviceId } from '../../../src/cds-hooks/discovery.ts';
import { answeredPerson, cardsFor, exchangeService, hookCall, post } from './exchange.ts';

const PATH = `/cds-services/${serviceId('order-sign')}/feedback`;
const CARD = '4e0a3a1e-3283-4575-ab82-028d55fe2719';
const SUGGESTION = 'e56e1945-20b3-4393-8503-a1a20fd73152';
const AT = '2026-11-01T09:00:00Z';
const accepted = { card: CARD, outcome: 'accepted', acceptedSuggestions: [{ id: SUGGESTION }], outcomeTimestamp: AT };
const overridden = { card: CARD, outcome: 'overridden', outcomeTimestamp: AT };
const reason = { system: 'http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes', code: 'patient-refuses' };

describe('feedback (CDS Hooks 2.0, "Feedback")', () => {
  test('a suggestion that was accepted is stored', async () => {
    const { service, stored } = await exchangeService();
    const answer = await post(service, PATH, { feedback: [accepted] });
    expect([answer.status, answer.body]).toEqual([200, '']);
    expect(stored).toEqual([{ card: CARD, outcome: 'accepted', suggestions: [SUGGESTION], hasComment: false, at: AT }]);
  });

  test('an override without a reason, with one, and with own words, which are not kept', async () => {
    const { service, stored } = await exchangeService();
    const overrideReason = {
      reason: { ...reason, display: 'Nancy 990148-9996 ønsker det ikke' },
      userComment: 'Nancy 990148-9996 siger nej',
    };
    const feedback = [
      overridden,
      { ...overridden, overrideReason },
      { ...overridden, overrideReason: { userComment: 'Nancy' } },
    ];
    expect((await post(service, PATH, { feedback })).status).toBe(200);
    expect(stored.map(({ reason: given, hasComment }) => [given, hasComment])).toEqual([
      [undefined, false],
      [reason, true],
      [undefined, true],
    ]);
    expect(JSON.stringify(stored)).not.toMatch(/Nancy|990148/);
  });

  test('the same card may be told of again, and several cards at once', async () => {
    const { service, stored } = await exchangeService();
    await post(service, PATH, { feedback: [overridden, accepted] });
    await post(service, PATH, { feedback: [accepted] });
    expect(stored).toHaveLength(3);
  });

  test.each<[string, unknown]>([
    ['no list', {}],
    ['an empty list', { feedback: [] }],
    ['a card that is no uuid of ours', { feedback: [{ ...accepted, card: '990148-9996' }] }],
    ['another outcome', { feedback: [{ ...accepted, outcome: 'ignored' }] }],
    ['accepted without suggestions', { feedback: [{ card: CARD, outcome: 'accepted', outcomeTimestamp: AT }] }],
    ['accepted suggestions without id', { feedback: [{ ...accepted, acceptedSuggestions: [{}] }] }],
    ['no timestamp', { feedback: [{ card: CARD, outcome: 'overridden' }] }],
    ['a timestamp that is none', { feedback: [{ ...overridden, outcomeTimestamp: 'yesterday' }] }],
    ['a reason without code', { feedback: [{ ...overridden, overrideReason: { reason: { display: 'x' } } }] }],
    ['a reason that is a text', { feedback: [{ ...overridden, overrideReason: 'x' }] }],
    ['more than a hundred', { feedback: Array.from({ length: 101 }, () => overridden) }],
    ['one wrong among right ones', { feedback: [accepted, { ...accepted, card: '' }] }],
  ])('%s: 400, and nothing is stored', async (_, content) => {
    const { service, stored } = await exchangeService();
    const { status, body } = await post(service, PATH, content);
    expect([status, JSON.parse(body).resourceType, stored]).toEqual([400, 'OperationOutcome', []]);
  });

  test('what cannot be stored is not thanked for', async () => {
    const { service } = await exchangeService();
    const full = {
      ...service,
      store: { ...service.store, add: () => Promise.reject(new Error('disk full')), check: async () => false },
    };
    const answer = await post(full, PATH, { feedback: [accepted] });
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
  });

  test('what a card was about is kept with it, and nothing of patient, order or user', async () => {
    const { service, given } = await exchangeService();
    const { cards } = await cardsFor(service, hookCall('order-sign', await answeredPerson('plain-back-pain')));
    expect(given).toEqual([
      {
        card: cards[0]?.uuid,
        hook: 'order-sign',
        order: 'mr-lumbar-spine',
        verdict: 'not-appropriate',
        urgency: null,
        guidance: [expect.stringMatching(/^low-back-pain-imaging@\d+\.\d+\.\d+\/no-red-flags$/)],
        suggestions: { [cards[0]?.suggestions?.[0]?.uuid ?? '']: 'delete' },
        at: '2026-11-01T09:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(given)).not.toMatch(/plain-back-pain"|Practitioner|ServiceRequest/);
  });
});
