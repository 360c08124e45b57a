import { describe, expect, test } from 'vitest';
import { contextFromBundle } from '../../../src/fhir/bundle.ts';
import { identifyOrder } from '../../../src/fhir/order.ts';
import { ATC, concept, condition, draft, factFrom, outcome, PATIENT, request, shipped } from './record.ts';

const bundle = (...resources: unknown[]) => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
const read = (value: unknown) => {
  const outcomeOfBundle = contextFromBundle(value);
  if ('error' in outcomeOfBundle) throw new Error(outcomeOfBundle.error);
  return outcomeOfBundle;
};

describe('a Bundle is a completely read record', () => {
  test('with patient, the one draft, and everything else by type', () => {
    const { context, drafts } = read(bundle(PATIENT, draft(), condition('DC509')));
    expect(context.patient).toEqual(PATIENT);
    expect(context.order).toEqual(draft());
    expect(drafts).toHaveLength(1);
    expect(identifyOrder(shipped.vocabulary, context.order)).toBe('mr-lumbar-spine');
    expect(outcome(factFrom('known-cancer', context))).toBe(true);
    expect(context.gaps).toEqual([]);
  });

  test('what it does not hold was looked for and not found', () => {
    const { context } = read(bundle(PATIENT, draft()));
    expect(outcome(factFrom('known-cancer', context))).toBe('unknown');
    expect(outcome(factFrom('previous-lumbar-imaging', context))).toBe(false);
  });

  test('an empty one is a record of nobody', () => {
    const { context, drafts } = read({ resourceType: 'Bundle' });
    expect(context).toMatchObject({ patient: null, order: null, gaps: [] });
    expect(drafts).toEqual([]);
  });

  test('orders that are no drafts are record, and of several drafts none is the order', () => {
    const active = draft({ id: 'a', status: 'active' });
    expect(read(bundle(PATIENT, active)).context.order).toBeNull();
    const two = read(bundle(PATIENT, draft({ id: 'a' }), draft({ id: 'b' })));
    expect(two.context.order).toBeNull();
    expect(two.drafts).toHaveLength(2);
  });

  test('references by fullUrl are followed', () => {
    const medication = 'urn:uuid:11111111-2222-4333-8444-555555555555';
    const entry = [
      { resource: PATIENT },
      { fullUrl: medication, resource: { resourceType: 'Medication', code: concept(ATC, 'H02AB06') } },
      {
        resource: request('x', {
          medicationCodeableConcept: undefined,
          medicationReference: { reference: medication },
        }),
      },
    ];
    expect(outcome(factFrom('long-term-steroids', read({ resourceType: 'Bundle', entry }).context))).toBe(true);
  });
});

describe('entries that cannot be read', () => {
  test('are a gap of their type, and the rest goes on', () => {
    const { context } = read(bundle(PATIENT, draft(), condition('DC509'), condition('DE119', { code: 'DE119' })));
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
    expect(outcome(factFrom('known-cancer', context))).toBe(true);
    expect(outcome(factFrom('osteoporosis', context))).toBe('error');
    expect(outcome(factFrom('long-term-steroids', context))).toBe('unknown');
  });

  test('of no type at all make the whole record incomplete', () => {
    const { context } = read({ resourceType: 'Bundle', entry: [{ resource: PATIENT }, {}, null, { resource: 7 }] });
    expect(context.gaps).toEqual([{ resourceType: 'Bundle', reason: 'malformed' }]);
    expect(outcome(factFrom('previous-lumbar-imaging', context))).toBe('error');
  });

  test('of a type that nobody reads do not matter, and messages of the server are no record', () => {
    const { context } = read(bundle(PATIENT, { resourceType: 'Basic', code: 7 }, { resourceType: 'OperationOutcome' }));
    expect(context.gaps).toEqual([]);
  });

  test("another patient's resource is left out, and what it may have stood for is a gap", () => {
    const stranger = condition('DC509', { subject: { reference: 'Patient/p2' } });
    const { context } = read(bundle(PATIENT, draft(), stranger));
    expect(context.resources.get('Condition')).toEqual([]);
    expect(context.gaps).toEqual([{ resourceType: 'Condition', reason: 'malformed' }]);
  });
});

describe('what is no record', () => {
  test.each([
    [null, ''],
    ['Bundle', ''],
    [[], ''],
    [{ resourceType: 'Patient' }, ''],
    [{ resourceType: 'Bundle', entry: {} }, '/entry'],
    [bundle(PATIENT, { ...PATIENT, id: 'p2' }), '/entry/1/resource'],
    [bundle(PATIENT, draft({ subject: { reference: 'Patient/p2' } })), '/entry/1/resource/subject/reference'],
  ])('%j is refused at "%s"', (value, pointer) => {
    expect(contextFromBundle(value)).toMatchObject({ error: expect.any(String), pointer });
  });
});

describe('a search that failed is a gap', () => {
  const failure = { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception' }] };
  const gapsOf = (...entries: object[]) =>
    read({ resourceType: 'Bundle', type: 'batch-response', entry: entries }).context.gaps;

  test.each([
    ['by the request it answers', { request: { method: 'GET', url: 'MedicationRequest?patient=p1' } }],
    ['by the address it answers from', { fullUrl: 'https://ehr.example/fhir/MedicationRequest?patient=p1' }],
  ])('named %s', (_how, over) => {
    expect(gapsOf({ ...over, response: { status: '500 Error', outcome: failure } })).toEqual([
      { resourceType: 'MedicationRequest', reason: 'failed', status: 500 },
    ]);
  });

  test('named by what went wrong, else of the whole record', () => {
    const told = { ...failure, issue: [{ severity: 'fatal', diagnostics: 'Search of MedicationStatement timed out' }] };
    expect(gapsOf({ resource: told })).toEqual([{ resourceType: 'MedicationStatement', reason: 'failed' }]);
    expect(gapsOf({ resource: failure })).toEqual([{ resourceType: 'Bundle', reason: 'failed' }]);
    expect(gapsOf({ response: { status: '403' } })).toEqual([
      { resourceType: 'Bundle', reason: 'refused', status: 403 },
    ]);
  });

  test('a warning is none', () => {
    expect(gapsOf({ resource: { ...failure, issue: [{ severity: 'warning', code: 'not-supported' }] } })).toEqual([]);
  });

  test('and the facts it should have answered are unknown', () => {
    const bundled = bundle(PATIENT, draft(), {
      ...failure,
      issue: [{ severity: 'error', diagnostics: 'MedicationRequest' }],
    });
    expect(factFrom('therapeutic-anticoagulation', read(bundled).context)).toMatchObject({
      reason: 'error',
      because: ['MedicationRequest'],
    });
  });

  test('searchsets inside are read; one with a next page, or that counts more than it holds, is cut off', () => {
    const link = [{ relation: 'self', url: 'https://ehr.example/fhir/Condition?patient=p1' }];
    const searchset = { ...bundle(PATIENT, condition('DC509')), type: 'searchset', link };
    expect(outcome(factFrom('known-cancer', read(bundle(searchset)).context))).toBe(true);
    const next = { ...searchset, link: [...link, { relation: 'next', url: 'https://ehr.example/fhir?page=2' }] };
    for (const part of [next, { ...searchset, total: 3 }])
      expect(read(bundle(part)).context.gaps).toEqual([{ resourceType: 'Condition', reason: 'cut-off' }]);
  });
});
