import type { FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { answeredDraft, callAbout, cardsFor, exchangeService, hookCall, personRecord, UNREADABLE } from './exchange.ts';

const danish = await exchangeService();
const english = await exchangeService({ language: 'en' });

async function cardOf(
  record: readonly FhirResource[],
  hook: 'order-select' | 'order-sign' = 'order-sign',
  service = danish.service,
) {
  const { cards } = await cardsFor(service, hookCall(hook, record));
  const [card] = cards;
  if (card === undefined) throw new Error('there is no card');
  return card;
}

/** A person’s record in which the draft says nothing of any hurry. */
function routine(name: string): readonly FhirResource[] {
  return personRecord(name).map((one) => {
    if (one.resourceType !== 'ServiceRequest' || one.status !== 'draft') return one;
    const { priority: _, ...order } = one;
    return order;
  });
}

describe('a card about an order that cannot be rated yet', () => {
  test('says in one line what the record has beside a red flag, in the record’s words, and never a rating', async () => {
    const card = await cardOf(personRecord('cauda-equina-hint'));
    expect(card.summary).toBe(
      'MR af lænderyg: der mangler oplysninger, før undersøgelsen kan vurderes. I journalen: Cauda equina-syndrom (DG834)',
    );
    expect(card.detail).toMatch(
      /- Tegn på cauda equina \(i journalen: Cauda equina-syndrom \\?\(DG834\\?\), .+ 2026\)/,
    );
    expect(card.source.topic.code).toBe('undetermined');
    expect(card.summary + card.detail).not.toMatch(/indiceret|anbefales ikke|kan overvejes/i);
    expect(card.suggestions).toBeUndefined();
  });

  test('says how few presses are left where none of it is present', async () => {
    const card = await cardOf(personRecord('known-breast-cancer'));
    expect(card.summary).toContain('(højst 2 tryk). I journalen: aktuel eller tidligere kræft');
    expect(card.detail).toContain('besvares det med højst 2 tryk i Indikation.');
    const part = await cardOf(personRecord('plain-back-pain'));
    expect(part.detail).toContain('besvares det meste med højst 3 tryk i Indikation.');
  });

  test('says the same in English', async () => {
    const card = await cardOf(personRecord('known-breast-cancer'), 'order-sign', english.service);
    expect(card.summary).toContain('(at most 2 taps). In the record: present or past cancer');
    expect(card.detail).toContain('at most 2 taps in Indikation answer it.');
  });

  test('says at signing, and not before, that only what is written counts', async () => {
    const words = 'tæller her, når de er skrevet på henvisningen';
    expect((await cardOf(personRecord('plain-back-pain'))).detail).toContain(words);
    expect((await cardOf(personRecord('plain-back-pain'), 'order-select')).detail).not.toContain(words);
  });

  test('does not take an entry that only tells how long for something found', async () => {
    expect((await cardOf(personRecord('booked-mr'))).summary).not.toContain('I journalen');
  });

  test('says nothing of the record where nothing of it was read', async () => {
    const { cards } = await cardsFor(
      danish.service,
      callAbout('order-sign', [answeredDraft('mr-lumbar-spine', {})], UNREADABLE),
    );
    expect(cards[0]?.summary).not.toContain('I journalen');
  });
});

describe('an emergency that the record alone shows', () => {
  test.each(['head-on-warfarin', 'head-on-apixaban'])(
    '%s: a warning where the order says nothing of any hurry',
    async (name) => {
      const card = await cardOf(routine(name));
      expect(card.indicator).toBe('warning');
      expect(card.summary).toMatch(/^Akut\. /);
      expect(card.detail).toContain('**Ring nu');
      const kinds = (card.suggestions ?? []).flatMap(({ actions }) => actions.map(({ type }) => type));
      expect(kinds.every((kind) => kind === 'delete')).toBe(true);
    },
  );
});
