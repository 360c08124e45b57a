import * as library from 'json-rules-engine';
import { describe, expect, test } from 'vitest';

const { Engine } = library;

describe('json-rules-engine as the page has it', () => {
  test('is the stubbed one: a rule with a path meets the stub', async () => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({
      conditions: { all: [{ fact: 'patient', path: '$.age', operator: 'equal', value: 65 }] },
      event: { type: 'read' },
    });
    await expect(engine.run({ patient: { age: 65 } })).rejects.toThrow('jsonpath-plus is left out');
  });

  test('keeps the whole tree of a rule with what every leaf came to', async () => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({
      name: 'red flag',
      conditions: {
        any: [
          { fact: 'age', operator: 'greaterThan', value: 50 },
          { not: { fact: 'fever', operator: 'equal', value: true } },
        ],
      },
      event: { type: 'red flag' },
    });
    const { results, failureResults } = await engine.run({ age: 40 });
    expect(failureResults).toHaveLength(0);
    expect(results[0]?.name).toBe('red flag');
    expect(results[0]?.conditions).toMatchObject({
      any: [
        { fact: 'age', factResult: 40, result: false },
        { not: { fact: 'fever', factResult: undefined, result: false }, result: true },
      ],
    });
  });

  test('leaves a rule untouched by a run, so that the next patient starts afresh', async () => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({
      name: 'rung',
      conditions: { all: [{ fact: 'age', operator: 'lessThan', value: 18 }] },
      event: { type: 'rung' },
    });
    const first = await engine.run({ age: 12 });
    const second = await engine.run({});
    expect(first.results[0]?.conditions).toMatchObject({ all: [{ factResult: 12, result: true }] });
    expect(second.failureResults[0]?.conditions).toMatchObject({ all: [{ result: false }] });
    expect(second.failureResults[0]?.conditions).not.toHaveProperty('all.0.factResult', 12);
  });
});
