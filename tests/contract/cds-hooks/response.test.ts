import type { FhirResource } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import { HOOKS } from '../../../src/cds-hooks/hook-request.ts';
import { shippedGuidelines } from '../../rules/shipped.ts';
import {
  answeredDraft,
  answeredPerson,
  callAbout,
  cardsFor,
  draftsOf,
  exchangeService,
  hookCall,
  personRecord,
  UNREADABLE,
} from './exchange.ts';
import { type Exchange, type Json, RESPONSE_RULES } from './response-rules.ts';

const { guidelines } = await shippedGuidelines();

/** Every third vignette and the people of the recorded exchanges, at both hooks, in both languages. */
async function exchanges(): Promise<readonly Exchange[]> {
  const cases = guidelines.flatMap(({ vignettes }) =>
    vignettes.vignettes.map((one) => ({
      ...one,
      order: one.order ?? vignettes.order,
      given: { ...vignettes.given, ...one.given },
    })),
  );
  const drafts = cases.filter((_, at) => at % 3 === 0).map(({ order, given }) => answeredDraft(order, given));
  const people: readonly (readonly FhirResource[])[] = [
    personRecord('known-breast-cancer'),
    await answeredPerson('plain-back-pain'),
    await answeredPerson('two-drafts'),
    await answeredPerson('earlier-x-ray', { 'clinical-change-since-imaging': false }),
  ];
  const calls = HOOKS.flatMap((hook) => [
    ...drafts.map((draft) => callAbout(hook, [draft], UNREADABLE)),
    ...people.map((record) => hookCall(hook, record, draftsOf(record))),
  ]);
  const all: Exchange[] = [];
  for (const language of ['da', 'en'] as const) {
    const { service } = await exchangeService({ language });
    for (const call of calls) all.push({ call, response: parsed(await cardsFor(service, call)) });
  }
  return all;
}

function parsed(response: unknown): Json {
  return JSON.parse(JSON.stringify(response));
}

const all = await exchanges();

describe('every response keeps the specification (CDS Hooks 2.0, "CDS Service Response")', () => {
  test('there are responses of every kind to look at', () => {
    const text = JSON.stringify(all.map(({ response }) => response));
    for (const part of [
      '"suggestions"',
      '"systemActions"',
      '"type":"update"',
      '"type":"delete"',
      '"appContext"',
      '"warning"',
      '"cards":[]',
    ])
      expect(text).toContain(part);
  });

  test.each(RESPONSE_RULES)('$rule', ({ check, breakIt }) => {
    for (const exchange of all) check(exchange);
    const broken = all.map(({ call, response }) => ({ call, response: parsed(response) }));
    for (const { response } of broken) breakIt(response);
    const noticed = broken.filter((exchange) => {
      try {
        check(exchange);
        return false;
      } catch {
        // The rule noticed, as it should.
        return true;
      }
    });
    expect(noticed.length).toBeGreaterThan(0);
  });
});
