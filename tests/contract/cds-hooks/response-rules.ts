import type { ServiceRequest } from 'fhir/r4';
import { expect } from 'vitest';
import type { callAbout } from './exchange.ts';

/** A hook call and the JSON it was answered with. */
export interface Exchange {
  readonly call: ReturnType<typeof callAbout>;
  readonly response: Json;
}

/** Parsed JSON of a response, as a client that trusts nobody sees it. */
export type Json = { [name: string]: Json } | Json[] | string | number | boolean | null;
type JsonObject = { [name: string]: Json };

/** One rule of CDS Hooks 2.0, "CDS Service Response": checks an exchange, and breaks a response so that the check must notice. */
export interface ResponseRule {
  readonly rule: string;
  check(exchange: Exchange): void;
  /** Breaks one response; undefined where it has nothing that this rule is about. */
  breakIt(response: Json): unknown;
}

const CARD = [
  ...['uuid', 'summary', 'detail', 'indicator', 'source', 'suggestions'],
  ...['selectionBehavior', 'overrideReasons', 'links'],
];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const RESPONSE_RULES: readonly ResponseRule[] = [
  {
    rule: 'the response is an object with an array of cards',
    check: ({ response }) => expect(Array.isArray(object(response).cards)).toBe(true),
    breakIt: (response) => delete object(response).cards,
  },
  {
    rule: 'nothing is null or empty, but the array of cards',
    check({ response }) {
      const { cards, ...rest } = object(response);
      const empty = [rest, ...list(cards)].flatMap((one) => emptyIn(one, ''));
      expect(empty).toEqual([]);
    },
    breakIt: (response) => eachCard(response, (card) => (card.links = [])),
  },
  {
    rule: 'nothing stands there but what the specification knows',
    check({ response }) {
      expect(unknownIn(response, ['cards', 'systemActions'])).toEqual([]);
      for (const card of cardsOf(response)) {
        expect(unknownIn(card, CARD)).toEqual([]);
        expect(unknownIn(card.source, ['label', 'url', 'icon', 'topic'])).toEqual([]);
        for (const one of suggestionsOf(card))
          expect(unknownIn(one, ['label', 'uuid', 'isRecommended', 'actions'])).toEqual([]);
        for (const one of list(card.links)) expect(unknownIn(one, ['label', 'url', 'type', 'appContext'])).toEqual([]);
      }
      for (const one of actionsOf(response))
        expect(unknownIn(one, ['type', 'description', 'resource', 'resourceId'])).toEqual([]);
    },
    breakIt: (response) => eachCard(response, (card) => (card.severity = 'low')),
  },
  {
    rule: 'uuid is a unique identifier of the card and of each suggestion',
    check({ response }) {
      const ids = cardsOf(response).flatMap((card) => [card.uuid, ...suggestionsOf(card).map(({ uuid }) => uuid)]);
      for (const id of ids) expect(id).toMatch(UUID);
      expect(new Set(ids).size).toBe(ids.length);
    },
    breakIt: (response) => eachSuggestion(response, (suggestion, card) => (suggestion.uuid = card.uuid ?? null)),
  },
  {
    rule: 'summary is one line of text under 140 characters',
    check({ response }) {
      for (const { summary } of cardsOf(response)) {
        expect(summary).toEqual(expect.any(String));
        expect(String(summary).length).toBeLessThan(140);
        expect(summary).not.toMatch(/[\r\n]/);
      }
    },
    breakIt: (response) => eachCard(response, (card) => (card.summary = 'x'.repeat(140))),
  },
  {
    rule: 'detail is Markdown without HTML, and its links lead to the app alone',
    check({ response }) {
      for (const { detail } of cardsOf(response)) {
        expect(detail).toEqual(expect.any(String));
        expect(detail).not.toMatch(/(?<!\\)<[a-z/!]/i);
        for (const [, address] of String(detail).matchAll(/(?<!\\)\]\(([^)]*)\)/g))
          expect(address).toMatch(/^http:\/\/localhost:5173\/guidelines\//);
      }
    },
    breakIt: (response) => eachCard(response, (card) => (card.detail = '<b>no</b>')),
  },
  {
    rule: 'indicator is info or warning; critical is never ours',
    check({ response }) {
      for (const { indicator } of cardsOf(response)) expect(['info', 'warning']).toContain(indicator);
    },
    breakIt: (response) => eachCard(response, (card) => (card.indicator = 'critical')),
  },
  {
    rule: 'source has a label; its url is absolute, its topic a Coding with system and code',
    check({ response }) {
      for (const { source } of cardsOf(response)) {
        const { label, url, topic } = object(source);
        expect(label).toEqual(expect.any(String));
        if (url !== undefined) expect(url).toMatch(/^https?:\/\//);
        expect(object(topic)).toMatchObject({ system: expect.any(String), code: expect.any(String) });
      }
    },
    breakIt: (response) => eachCard(response, (card) => delete object(card.source).label),
  },
  {
    rule: 'selectionBehavior is there with suggestions, and not without',
    check({ response }) {
      for (const card of cardsOf(response))
        expect(card.selectionBehavior).toBe(card.suggestions === undefined ? undefined : 'at-most-one');
    },
    breakIt: (response) => eachSuggestion(response, (_, card) => delete card.selectionBehavior),
  },
  {
    rule: 'a suggestion has a label and actions; at most one is recommended where at most one may be chosen',
    check({ response }) {
      for (const card of cardsOf(response)) {
        for (const { label, actions } of suggestionsOf(card)) {
          expect(label).toEqual(expect.any(String));
          expect(list(actions).length).toBeGreaterThan(0);
        }
        expect(suggestionsOf(card).filter(({ isRecommended }) => isRecommended === true).length).toBeLessThan(2);
      }
    },
    breakIt: (response) => eachSuggestion(response, (suggestion) => delete suggestion.label),
  },
  {
    rule: 'an action has a type and a description',
    check({ response }) {
      for (const { type, description } of actionsOf(response)) {
        expect(['create', 'update', 'delete']).toContain(type);
        expect(description).toEqual(expect.any(String));
      }
    },
    breakIt: (response) => eachAction(response, (action) => delete action.description),
  },
  {
    rule: 'an update holds the whole resource of a draft of the call, and a delete its relative reference',
    check({ call, response }) {
      for (const action of actionsOf(response)) {
        if (action.type === 'update') {
          const resource = object(action.resource);
          const draft = draftOf(call, `ServiceRequest/${resource.id}`);
          for (const name of Object.keys(draft)) expect(Object.keys(resource)).toContain(name);
          expect(action.resourceId).toBeUndefined();
        } else {
          draftOf(call, String(action.resourceId));
          expect(action.resource).toBeUndefined();
        }
      }
    },
    breakIt: (response) =>
      eachAction(response, (action) => Object.assign(action, { type: 'delete', resourceId: 'ServiceRequest/nobody' })),
  },
  {
    rule: 'an override reason is a Coding with system, code and display',
    check({ response }) {
      for (const card of cardsOf(response))
        for (const reason of list(card.overrideReasons ?? []))
          expect(object(reason)).toEqual({
            system: expect.any(String),
            code: expect.any(String),
            display: expect.any(String),
          });
    },
    breakIt: (response) =>
      eachCard(response, (card) => list(card.overrideReasons ?? []).map((reason) => delete object(reason).display)),
  },
  {
    rule: 'a link has a label, an absolute url, a type; only a smart one has an appContext',
    check({ response }) {
      for (const card of cardsOf(response))
        for (const link of list(card.links ?? []).map(object)) {
          expect(link.label).toEqual(expect.any(String));
          expect(link.url).toMatch(/^https?:\/\//);
          expect(['absolute', 'smart']).toContain(link.type);
          if (link.appContext !== undefined) expect([link.type, typeof link.appContext]).toEqual(['smart', 'string']);
        }
    },
    breakIt: (response) =>
      eachCard(response, (card) => list(card.links ?? []).map((link) => (object(link).type = 'absolute'))),
  },
  {
    rule: 'a system action changes nothing but our note on the order',
    check({ call, response }) {
      for (const action of list(object(response).systemActions ?? []).map(object)) {
        const { note, ...same } = object(action.resource);
        const { note: before = [], ...draft } = draftOf(call, `ServiceRequest/${object(action.resource).id}`);
        expect(same).toEqual(draft);
        const marked = (one: Json) => JSON.stringify(one).includes('StructureDefinition/assessment-note');
        expect(list(note ?? []).filter((one) => !marked(one))).toEqual(
          JSON.parse(JSON.stringify(before)).filter((one: Json) => !marked(one)),
        );
      }
    },
    breakIt: (response) =>
      list(object(response).systemActions ?? []).map(
        (action) => (object(object(action).resource ?? null).priority = 'stat'),
      ),
  },
];

function unknownIn(value: Json | undefined, known: readonly string[]): readonly string[] {
  return Object.keys(object(value)).filter((name) => !known.includes(name));
}

function cardsOf(response: Json): readonly JsonObject[] {
  return list(object(response).cards ?? []).map(object);
}

function suggestionsOf(card: JsonObject): readonly JsonObject[] {
  return list(card.suggestions ?? []).map(object);
}

function actionsOf(response: Json): readonly JsonObject[] {
  const suggested = cardsOf(response).flatMap((card) =>
    suggestionsOf(card).flatMap(({ actions }) => list(actions ?? [])),
  );
  return [...suggested, ...list(object(response).systemActions ?? [])].map(object);
}

function eachCard(response: Json, change: (card: JsonObject) => unknown): unknown {
  return cardsOf(response).map(change);
}

function eachSuggestion(response: Json, change: (suggestion: JsonObject, card: JsonObject) => unknown): unknown {
  return cardsOf(response).map((card) => suggestionsOf(card).map((suggestion) => change(suggestion, card)));
}

function eachAction(response: Json, change: (action: JsonObject) => unknown): unknown {
  return actionsOf(response).map(change);
}

function draftOf({ context }: Exchange['call'], reference: string): ServiceRequest {
  const found = context.draftOrders.entry.find(({ resource }) => `ServiceRequest/${resource.id}` === reference);
  expect(found, `${reference} is a draft of the call`).toBeDefined();
  return found?.resource ?? { resourceType: 'ServiceRequest', status: 'draft', intent: 'order', subject: {} };
}

/** FHIR resources follow FHIR's own rules, so they are not looked into. */
function emptyIn(value: Json | undefined, path: string): readonly string[] {
  if (value === null || value === '') return [path];
  if (Array.isArray(value))
    return value.length === 0 ? [path] : value.flatMap((one, at) => emptyIn(one, `${path}/${at}`));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => (name === 'resource' ? [] : emptyIn(one, `${path}/${name}`)));
}

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}
