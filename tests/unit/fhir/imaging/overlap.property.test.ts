import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentOf } from '../../../../src/fhir/date.ts';
import { isWithinEitherWay } from '../../../../src/fhir/imaging/overlap.ts';
import { type Loose, NOW } from '../record.ts';
import { appointment, draftFor, order, overlapOf, procedure, report, study } from './imaging-record.ts';

const CODES = ['UXME30', 'UXCE30', 'UXRE30', 'UXME00', 'UXCA90', 'UXCA00', 'UXMG25+TUL1', 'UXMG25+TUL2', 'UXXX99'];
const STATUSES = [
  ...['available', 'registered', 'final', 'preliminary', 'completed', 'active', 'on-hold', 'booked', 'pending'],
  ...['cancelled', 'entered-in-error', 'revoked', 'not-done', 'noshow', 'draft', 'unknown', ''],
];
const NEVER = ['cancelled', 'entered-in-error', 'revoked', 'not-done', 'noshow', 'draft'];
const makers = { study, report, procedure, order, appointment };

/** One resource about imaging, linked to the draft, to another, by an identifier, or by nothing. */
const resource = fc
  .record({
    kind: fc.constantFrom('study', 'report', 'procedure', 'order', 'appointment' as const),
    code: fc.constantFrom(...CODES),
    date: fc.constantFrom('2026-05-20', '2026-06-20T08:00:00+02:00', '2025', '2019-03', 'not a date'),
    status: fc.constantFrom(...STATUSES),
    basedOn: fc.constantFrom('ServiceRequest/draft', 'ServiceRequest/r1', 'CarePlan/c', '#x'),
    identifier: fc.constantFrom('draft', 'other', ''),
  })
  .map(({ kind, code, date, status, basedOn, identifier }) => {
    const over = {
      status,
      basedOn: [{ reference: basedOn }],
      identifier: identifier === '' ? [] : [{ system: 'number', value: identifier }],
    };
    return kind === 'order' ? order(code, { ...over, authoredOn: date }) : makers[kind](code, date, over);
  });
const records = fc
  .array(resource, { maxLength: 8 })
  .map((resources) => resources.map((one, at): Loose => ({ ...one, id: `r${at}` })));
const draftWith = (code: string) => draftFor(code, { identifier: [{ system: 'number', value: 'draft' }] });

/** The references behind everything that is shown. */
const shown = (resources: readonly Loose[], code: string): readonly string[] =>
  overlapOf(resources, { placed: draftWith(code) }).related.flatMap(({ examination }) =>
    examination.references.map(({ reference }) => reference),
  );

test('nothing that is the draft, names it as its order or bears its number is ever shown beside it', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...CODES), (resources, code) => {
      const own = resources.filter(({ basedOn, identifier }) =>
        JSON.stringify([basedOn, identifier]).includes('draft'),
      );
      const references = own.map(({ resourceType, id }) => `${resourceType}/${id}`);
      expect(shown(resources, code).filter((reference) => references.includes(reference))).toEqual([]);
    }),
    { numRuns: 400, seed: 20260604 },
  );
}, 30_000);

test('nothing cancelled, refuted or entered in error is ever shown, whatever its type', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...CODES), (resources, code) => {
      const never = resources.filter(({ status }) => NEVER.includes(String(status)));
      const references = never.map(({ resourceType, id }) => `${resourceType}/${id}`);
      expect(shown(resources, code).filter((reference) => references.includes(reference))).toEqual([]);
    }),
    { numRuns: 400, seed: 20260605 },
  );
}, 30_000);

test('a finding always rests on resources of the record, each shown once', () => {
  fc.assert(
    fc.property(records, fc.constantFrom(...CODES), (resources, code) => {
      const there = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
      for (const { examination } of overlapOf(resources, { placed: draftWith(code) }).findings) {
        const references = examination.references.map(({ reference }) => reference);
        expect(references.length).toBeGreaterThan(0);
        expect(references.every((reference) => there.includes(reference))).toBe(true);
        expect(new Set(references).size).toBe(references.length);
      }
    }),
    { numRuns: 400, seed: 20260606 },
  );
}, 30_000);

test('a window reaches as far ahead as back, for every time and window', () => {
  const now = momentOf(NOW);
  const within = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ months: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ hours: fc.integer({ min: 1, max: 100 }) }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2e11 }), fc.integer({ min: 0, max: 1e9 }), within, (away, length, window) => {
      const back = { earliest: now.instant - away - length, latest: now.instant - away };
      const ahead = { earliest: now.instant + away, latest: now.instant + away + length };
      expect(isWithinEitherWay(ahead, window, now)).toBe(isWithinEitherWay(back, window, now));
    }),
    { numRuns: 2000, seed: 20260607 },
  );
}, 30_000);
