import type { FhirResource, ServiceRequest } from 'fhir/r4';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/cds-hooks/card.ts';
import { assessDraft, imagingDrafts } from '../../../src/cds-hooks/draft-assessment.ts';
import { openAppContext } from '../../../src/fhir/app-context.ts';
import { contextFromBundle } from '../../../src/fhir/bundle.ts';
import { outcomeOf, readAnnotation } from '../../../src/fhir/order-annotation.ts';
import { compareOrder, updateOrder } from '../../../src/fhir/order-update.ts';
import {
  answeredPerson,
  cardsFor,
  draftsOf,
  exchangeService,
  hookCall,
  NOW,
  personRecord,
  withAnswers,
} from './exchange.ts';

const { service } = await exchangeService();

async function cards(record: readonly FhirResource[], drafts = draftsOf(record)): Promise<readonly Card[]> {
  return (await cardsFor(service, hookCall('order-sign', record, drafts))).cards;
}

function onlyDraft(record: readonly FhirResource[]): ServiceRequest {
  const [draft] = draftsOf(record);
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

describe('a suggestion is taken', () => {
  test('the draft is changed to the better examination, and signing shows no second card', async () => {
    const record = await answeredPerson('known-breast-cancer');
    const [card] = await cards(record);
    expect(card?.source.topic.code).toBe('may-be-appropriate');
    const [suggestion] = card?.suggestions ?? [];
    expect(suggestion).toMatchObject({ label: 'Ændr til MR af hele columna', isRecommended: true });
    const [action] = suggestion?.actions ?? [];
    if (action?.type !== 'update' || action.resource.resourceType !== 'ServiceRequest') throw new Error('no update');
    expect(action.resource.code?.coding?.[0]?.code).toBe('UXME00');
    expect(compareOrder(onlyDraft(record), action.resource)).toEqual(['code', 'note']);
    expect(await cards(record, [action.resource])).toEqual([]);
  });
});

describe('what the record that came along says beside the guideline', () => {
  const detailFor = async (person: string): Promise<string> => (await cards(personRecord(person)))[0]?.detail ?? '';

  test('the same examination elsewhere is named, once, with where and when', async () => {
    const detail = await detailFor('mr-elsewhere');
    expect(detail).toContain('Tidligere og bestilt billeddiagnostik');
    expect(detail.match(/Samme undersøgelse er udført 14\. september 2026/g)).toHaveLength(1);
    expect(detail).toContain('Eksempelby Sygehus, Røntgen');
  });

  test('a reason that tells nothing is said to be one', async () => {
    expect(await detailFor('unspecific-reason')).toContain('Koden på henvisningen siger ikke noget om indikationen');
  });

  test('nothing found is not spoken of, nor is anything in an emergency', async () => {
    expect(await detailFor('plain-back-pain')).not.toContain('billeddiagnostik**');
    expect(await detailFor('plain-back-pain')).not.toContain('Samme undersøgelse');
    const emergency = [...personRecord('head-on-warfarin')];
    expect((await cards(emergency))[0]?.detail).not.toContain('Tidligere og bestilt billeddiagnostik');
  });
});

describe('the app has been opened', () => {
  const answered = () => answeredPerson('prior-lumbar-surgery', { 'new-symptoms-since-surgery': true });

  const decide = async (kind: 'kept' | 'accepted', record: readonly FhirResource[]): Promise<ServiceRequest> => {
    const draft = onlyDraft(record);
    const read = contextFromBundle({
      resourceType: 'Bundle',
      type: 'collection',
      entry: record.map((resource) => ({ resource })),
    });
    const [imaging] = imagingDrafts(service.library, [draft]);
    if ('error' in read || imaging === undefined) throw new Error('unreadable');
    const { assessment, annotation } = await assessDraft(service.library, read.context, imaging, NOW);
    const reason = { code: 'expert-contradicts', label: { da: 'Aftalt', en: 'Agreed' } };
    return updateOrder(draft, {
      decision: kind === 'kept' ? { kind, reason } : { kind },
      note: 'Besluttet i Indikation.',
      noteTime: NOW,
      outcome: outcomeOf(assessment),
      answers: annotation?.answers ?? new Map(),
    });
  };

  test('its answers settle the order, and an examination that is supported is signed without a card', async () => {
    const open = personRecord('prior-lumbar-surgery');
    expect((await cards(open))[0]?.source.topic.code).toBe('undetermined');
    expect(await cards(open, [await decide('accepted', await answered())])).toEqual([]);
  });

  test('an order kept against advice, with a reason, is not asked about again', async () => {
    const record = await answeredPerson('plain-back-pain');
    expect((await cards(record))[0]?.source.topic.code).toBe('not-appropriate');
    expect(await cards(record, [await decide('kept', record)])).toEqual([]);
  });

  test('until what was decided about is no longer what comes out', async () => {
    const record = await answeredPerson('plain-back-pain');
    const kept = await decide('kept', record);
    const cancer: FhirResource = {
      resourceType: 'Condition',
      id: 'new',
      subject: { reference: 'Patient/plain-back-pain' },
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' }],
      },
      code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4.12', code: 'DC509' }] },
    };
    // The clinician answered that there is no cancer, but the record says otherwise by now: that is new, and it counts.
    const [card] = await cards([...record, cancer], [kept]);
    expect(card?.source.topic.code).toBe('may-be-appropriate');
    expect(card?.detail).toContain('Aktuel eller tidligere kræft: ja');
    const cauda = withAnswers({ ...kept, note: [] }, new Map([['cauda-equina-signs', true]]));
    expect((await cards(record, [cauda]))[0]?.indicator).toBe('warning');
  });

  test('answers of yesterday are asked again', async () => {
    const record = await answeredPerson('plain-back-pain');
    const draft = onlyDraft(record);
    const aged = (time: string) => [{ ...draft, note: draft.note?.map((note) => ({ ...note, time })) ?? [] }];
    expect((await cards(record, aged('2026-10-31T09:00:01Z')))[0]?.source.topic.code).toBe('not-appropriate');
    expect((await cards(record, aged('2026-10-31T08:59:59Z')))[0]?.source.topic.code).toBe('undetermined');
  });

  test('a rating noted before goes when answers are missing again', async () => {
    const record = await answered();
    const { systemActions } = await cardsFor(service, hookCall('order-sign', record));
    const [noted] = systemActions ?? [];
    if (noted?.type !== 'update' || noted.resource.resourceType !== 'ServiceRequest') throw new Error('no annotation');
    const [old] = [noted.resource].map((order) => ({
      ...order,
      note: order.note?.map((note) => ({ ...note, time: '2026-10-01T09:00:00Z' })) ?? [],
    }));
    if (old === undefined) throw new Error('no order');
    const again = await cardsFor(service, hookCall('order-sign', record, [old]));
    const [action] = again.systemActions ?? [];
    if (action?.type !== 'update' || action.resource.resourceType !== 'ServiceRequest')
      throw new Error('no annotation');
    expect(readAnnotation(action.resource, service.library.vocabulary.facts)?.outcome.verdict).toBeNull();
    expect(JSON.stringify(action.resource.note)).not.toContain('Vurdering: Indiceret');
  });
});

describe('what the link hands to the app', () => {
  const opened = async (
    change: (token: string) => string = (token) => token,
    at: Partial<{ patientId: string; now: number }> = {},
  ) => {
    const [card] = await cards(personRecord('plain-back-pain'));
    const smart = card?.links?.find((link) => link.type === 'smart');
    const token = smart?.type === 'smart' ? (smart.appContext ?? '') : '';
    return openAppContext(change(token), service.sealer.publicKeys, {
      patientId: 'plain-back-pain',
      now: Date.parse(NOW),
      ...at,
    });
  };

  test('is the draft it was made for', async () => {
    expect(await opened()).toEqual({ kind: 'draft', reference: 'ServiceRequest/plain-back-pain-order' });
  });

  test.each<[string, Parameters<typeof opened>, string]>([
    ['for another patient', [undefined, { patientId: 'somebody' }], 'other-patient'],
    ['after an hour', [undefined, { now: Date.parse(NOW) + 60 * 60 * 1000 }], 'expired'],
    [
      'with another draft put in',
      [
        (token) =>
          token.replace(
            /\.[^.]+\./,
            `.${btoa(JSON.stringify({ draft: 'ServiceRequest/x', jti: '1', exp: 4e9, patient: '' })).replace(/=/g, '')}.`,
          ),
      ],
      'forged',
    ],
    ['with a sign changed in the signature', [(token) => token.replace(/.{4}$/, 'AAAA')], 'forged'],
    ['cut', [(token) => token.slice(0, 20)], 'malformed'],
    ['of another form', [() => '{"draft":"ServiceRequest/x"}'], 'malformed'],
    ['empty', [() => ''], 'malformed'],
  ])('opens nothing %s', async (_, given, because) => {
    expect(await opened(...given)).toEqual({ kind: 'refused', because });
  });

  test('opens nothing with the key of another service', async () => {
    const other = await exchangeService();
    const [card] = await cards(personRecord('plain-back-pain'));
    const smart = card?.links?.find((link) => link.type === 'smart');
    const token = smart?.type === 'smart' ? (smart.appContext ?? '') : '';
    const result = await openAppContext(token, other.service.sealer.publicKeys, {
      patientId: 'plain-back-pain',
      now: Date.parse(NOW),
    });
    expect(result).toEqual({ kind: 'refused', because: 'unknown-key' });
  });

  test('does not name the patient', async () => {
    const { cards: shown } = await cardsFor(service, hookCall('order-sign', personRecord('fever')));
    const link = shown[0]?.links?.[0];
    const [, body = ''] = (link?.type === 'smart' ? (link.appContext ?? '') : '').split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    expect(Object.keys(claims).sort()).toEqual(['draft', 'exp', 'jti', 'patient']);
    expect(claims.patient).toMatch(/^[\w-]{43}$/);
  });
});

test('text from the record cannot put a link, an image or HTML on a card', async () => {
  const record = personRecord('known-breast-cancer').map((one) =>
    one.resourceType === 'Condition'
      ? {
          ...one,
          code: {
            ...one.code,
            coding:
              one.code?.coding?.map((coding) => ({
                ...coding,
                display:
                  '[klik](https://evil.example) <img src=x> ![x](y) www.evil.example https://evil.example a@evil.example **fed**',
              })) ?? [],
          },
        }
      : one,
  );
  const [card] = await cards(record);
  const detail = card?.detail ?? '';
  expect(detail).toContain('evil');
  for (const markup of [/(?<!\\)\[klik/, /(?<!\\)</, /https:\/\/evil/, /www\.evil/, /(?<!\\)@/, /(?<!\\)\*\*fed/])
    expect(detail).not.toMatch(markup);
});
