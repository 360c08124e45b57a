import { expect, test } from 'vitest';
import { handle } from '../../../src/cds-hooks/handle.ts';
import { cardsFor, exchangeService, hookCall, personRecord } from './exchange.ts';
import { EXPECTED_STATUSES, malformedRequests } from './malformed.ts';

test('a thousand malformed requests are each told what is wrong with them, and the service goes on', async () => {
  const { service } = await exchangeService();
  const statuses = new Map<number, number>();
  for (const request of malformedRequests(1_000, 20_261_128)) {
    const { status, headers, body } = await handle(service, request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (!EXPECTED_STATUSES.includes(status)) expect({ status, request }).toBeNull();
    if (status >= 400)
      expect([headers['content-type'], JSON.parse(body).resourceType]).toEqual([
        'application/fhir+json; charset=utf-8',
        'OperationOutcome',
      ]);
  }
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404, 405, 412, 415]));
  expect((await cardsFor(service, hookCall('order-sign', personRecord('plain-back-pain')))).cards).toHaveLength(1);
}, 60_000);
