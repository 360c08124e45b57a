import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { factsFor, requirementsOf } from '../../../src/fhir/requirements.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import { shelf } from '../../../src/library/shelf.ts';

const { library: written } = await loadLibrary(resolve(import.meta.dirname, '../../../rules'));
const ORDERS = Object.keys(written.vocabulary.orders);

describe('the shelf', () => {
  test('before any order there are examinations, and no guideline', () => {
    expect(Object.keys(shelf.closed.vocabulary.orders)).toEqual(ORDERS);
    expect(shelf.closed.guidelines).toEqual([]);
    const speaking = written.guidelines.flatMap(({ document }) => document.appliesTo.orders);
    expect(shelf.covered).toEqual(new Set(speaking));
  });

  test('a guideline decides by the conditions its author wrote, and the record is searched for what they need', async () => {
    for (const order of ORDERS) {
      const { library, searches } = await shelf.open(order);
      const { guidelines } = library;
      expect(searches).toEqual(requirementsOf(written, order));
      expect(Object.keys(library.vocabulary.facts).toSorted()).toEqual(factsFor(written, order).toSorted());
      const expected = written.guidelines.filter(({ document }) => document.appliesTo.orders.includes(order));
      expect(guidelines.map(({ document }) => document.id)).toEqual(expected.map(({ document }) => document.id));
      for (const [index, { rungs, criteria, appliesWhen, facts }] of guidelines.entries()) {
        expect(rungs).toEqual(expected[index]?.rungs);
        expect(criteria).toEqual(expected[index]?.criteria);
        expect(appliesWhen).toEqual(expected[index]?.appliesWhen);
        expect(Object.keys(facts)).toEqual(Object.keys(expected[index]?.facts ?? {}));
      }
    }
  });

  test('every fact is read with the codes of its value sets, whole', async () => {
    const { vocabulary } = (await shelf.open('mr-lumbar-spine')).library;
    expect(Object.keys(vocabulary.valueSets).length).toBeGreaterThan(10);
    for (const [id, { compose }] of Object.entries(vocabulary.valueSets)) {
      expect(codesOf(compose)).toEqual(codesOf(written.vocabulary.valueSets[id]?.compose));
    }
  });

  test('English and sources, whichever comes first, give the words their author wrote', async () => {
    const { guidelines, vocabulary } = (await shelf.open('mr-lumbar-spine')).library;
    expect(guidelines[0]?.document.evidence).toEqual({});
    await shelf.learnEvidence();
    await shelf.learnEnglish();
    const author = written.guidelines.find(({ document }) => document.id === guidelines[0]?.document.id)?.document;
    const {
      $schema: _schema,
      parameters: _parameters,
      appliesTo: _applies,
      criteria: _criteria,
      ...texts
    } = author ?? {};
    const withoutConditions = (document: object) =>
      JSON.parse(JSON.stringify(document, (key, value) => (key === 'when' ? undefined : value)));
    expect(withoutConditions(guidelines[0]?.document ?? {})).toMatchObject(withoutConditions(texts));
    for (const [id, { label, question }] of Object.entries(vocabulary.facts)) {
      expect({ label, question }).toEqual({
        label: written.vocabulary.facts[id]?.label,
        question: written.vocabulary.facts[id]?.question,
      });
    }
  });
});

function codesOf(compose: unknown): unknown {
  return JSON.parse(JSON.stringify(compose ?? null, (key, value) => (key === 'display' ? undefined : value)));
}
