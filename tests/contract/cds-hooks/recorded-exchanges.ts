import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r4';
import type { Action, CardResponse } from '../../../src/cds-hooks/card.ts';
import { serviceId } from '../../../src/cds-hooks/discovery.ts';
import type { Hook } from '../../../src/cds-hooks/hook-request.ts';
import { readAnnotation } from '../../../src/fhir/order-annotation.ts';
import { answeredPerson, draftsOf, exchangeService, hookCall, personRecord, post } from './exchange.ts';

type Recording = readonly [Hook, () => Promise<readonly FhirResource[]>];

/** What each exchange is about: one for each verdict, each kind of hurry, and two drafts. */
export const EXCHANGES: Readonly<Record<string, Recording>> = {
  undetermined: ['order-select', async () => personRecord('plain-back-pain')],
  'not-appropriate': ['order-sign', () => answeredPerson('plain-back-pain')],
  'may-be-appropriate': [
    'order-sign',
    () => answeredPerson('radicular-pain', { 'pain-pattern': 'radicular', 'intolerable-pain': true }),
  ],
  'may-be-appropriate-with-a-better-one': ['order-sign', () => answeredPerson('known-breast-cancer')],
  'appropriate-and-annotated': ['order-sign', () => answeredPerson('suspected-metastasis')],
  'not-covered': ['order-select', async () => personRecord('coarse-order')],
  'emergency-on-a-routine-order': [
    'order-sign',
    async () => routine(await answeredPerson('cauda-equina-hint', { 'cauda-equina-signs': true })),
  ],
  'same-day-on-a-routine-order': ['order-sign', async () => routine(await answeredPerson('fever-and-diabetes'))],
  'two-drafts-one-without-standard': ['order-sign', () => answeredPerson('two-drafts')],
  'same-examination-twice': ['order-sign', async () => twice(await answeredPerson('suspected-metastasis'))],
};

/** An exchange as it is kept: what was asked, without the record, and what was answered, without the signature. */
export interface KeptExchange {
  readonly request: object;
  readonly status: number;
  readonly response: CardResponse;
}

/** Has the exchange now. */
export async function haveExchange([hook, recordOf]: Recording): Promise<KeptExchange> {
  const { service } = await exchangeService();
  const call = hookCall(hook, await recordOf());
  const { status, body } = await post(service, `/cds-services/${serviceId(hook)}`, call);
  const response = JSON.parse(body, (key, value) => (key === 'appContext' ? '<signed>' : value));
  return { request: { ...call, prefetch: '<every key of the discovery document>' }, status, response };
}

export function keptExchange(name: string): KeptExchange {
  return JSON.parse(readFileSync(fileOf(name), 'utf8'));
}

/** What a client acts on, without the guideline's own words, which its authors may change. */
export async function shapeOf({ status, response }: KeptExchange): Promise<object> {
  const { service } = await exchangeService();
  const actionShape = (action: Action) => {
    if (action.type === 'delete') return action;
    const order = action.resource.resourceType === 'ServiceRequest' ? action.resource : null;
    const annotation = order === null ? null : readAnnotation(order, service.library.vocabulary.facts);
    return {
      type: action.type,
      id: order?.id,
      code: order?.code,
      kind: annotation?.kind,
      outcome: annotation?.outcome,
    };
  };
  return {
    status,
    cards: response.cards.map(({ indicator, source, suggestions = [], links = [], overrideReasons = [] }) => ({
      indicator,
      topic: source.topic.code,
      suggestions: suggestions.map(({ isRecommended, actions }) => ({
        isRecommended,
        actions: actions.map(actionShape),
      })),
      links: links.map(({ type }) => type),
      canBeOverridden: overrideReasons.length > 0,
    })),
    systemActions: response.systemActions?.map(actionShape),
  };
}

/** `npx tsx tests/contract/cds-hooks/recorded-exchanges.ts`: has every exchange and keeps it anew. */
export async function recordAll(): Promise<void> {
  for (const [name, recording] of Object.entries(EXCHANGES))
    writeFileSync(fileOf(name), `${JSON.stringify(await haveExchange(recording), null, 2)}\n`);
}

function fileOf(name: string): string {
  return join(import.meta.dirname, 'recorded', `${name}.json`);
}

/** The same record with its drafts as ordinary orders. */
function routine(record: readonly FhirResource[]): readonly FhirResource[] {
  return record.map((one) => (one.resourceType === 'ServiceRequest' ? { ...one, priority: 'routine' } : one));
}

/** The same record with its draft a second time. */
function twice(record: readonly FhirResource[]): readonly FhirResource[] {
  const [draft] = draftsOf(record);
  return draft === undefined ? record : [...record, { ...draft, id: 'second', identifier: [] }];
}

if (process.argv[1]?.endsWith('recorded-exchanges.ts')) await recordAll();
