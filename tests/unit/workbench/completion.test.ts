import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../../src/library/disk.ts';
import { ownIds } from '../../../src/workbench/completion/ground.ts';
import { AT_CURSOR, type Proposal } from '../../../src/workbench/completion/proposal.ts';
import { proposalsAt } from '../../../src/workbench/completion/source.ts';
import type { FileName } from '../../../src/workbench/desk.ts';

const RULES = resolve(import.meta.dirname, '../../../rules');
const { library } = await loadLibrary(RULES);
const { vocabulary } = library;
const schemaOf = (file: FileName): unknown =>
  JSON.parse(readFileSync(`${RULES}/schema/${file.replace('.json', '.schema.json')}`, 'utf8'));
const schemas = { 'guideline.json': schemaOf('guideline.json'), 'vignettes.json': schemaOf('vignettes.json') };

/** What is proposed at the bar in a text. */
function proposed(text: string, file: FileName = 'guideline.json'): readonly Proposal[] {
  const position = text.indexOf('|');
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] });
  const guideline = library.guidelines.find(({ document }) => document.id === 'low-back-pain-imaging');
  const own = ownIds(file, state, guideline?.document ?? null);
  const known = { vocabulary, own, textOf: ({ da }: { readonly da: string }) => da };
  return proposalsAt(state, position, { file, schema: schemas[file], known })?.proposals ?? [];
}

const names = (text: string, file?: FileName): readonly string[] => proposed(text, file).map(({ name }) => name);

describe('keys', () => {
  test('of the guideline are those not yet there', () => {
    const found = names('{ "id": "x", | }');
    expect(found).toContain('appliesTo');
    expect(found).not.toContain('id');
  });

  test('of a condition that begins with a fact are those of a comparison', () => {
    expect(names('{ "appliesTo": { "when": { "fact": "age", | } } }').toSorted()).toEqual(['operator', 'value']);
  });

  test('of an empty condition are those of every form', () => {
    expect(names('{ "appliesTo": { "when": { | } } }').toSorted()).toEqual([
      'all',
      'any',
      'condition',
      'fact',
      'not',
      'operator',
      'value',
    ]);
  });

  test('of a text bring Danish and English with them', () => {
    const title = proposed('{ | }').find(({ name }) => name === 'title');
    expect(title?.text).toBe(`"title": { "da": "${AT_CURSOR}", "en": "${AT_CURSOR}" }`);
  });

  test('that have their value already are replaced alone', () => {
    expect(proposed('{ "titl|": { "da": "x", "en": "x" } }').find(({ name }) => name === 'title')?.text).toBe(
      '"title"',
    );
  });

  test('of ratings are the examinations not yet rated', () => {
    const found = names('{ "otherwise": { "ratings": { "mr-lumbar-spine": "appropriate", "| } } }');
    expect(found).toContain('xr-lumbar-spine');
    expect(found).not.toContain('mr-lumbar-spine');
  });
});

describe('ids', () => {
  test('of facts come with their label and question', () => {
    const osteoporosis = proposed('{ "appliesTo": { "when": { "fact": "osteo|" } } }').find(
      ({ name }) => name === 'osteoporosis',
    );
    expect(osteoporosis).toMatchObject({
      text: '"osteoporosis"',
      detail: vocabulary.facts.osteoporosis?.label.da,
      info: vocabulary.facts.osteoporosis?.question?.da,
    });
  });

  test('of criteria, evidence and parameters are those of the text as it is typed', () => {
    const own =
      '"criteria": { "old": {}, "frail": {} }, "evidence": { "acp-2011": {} }, "parameters": { "an-age": {} }';
    expect(names(`{ ${own}, "recommendations": [{ "when": { "condition": "|" } }] }`)).toEqual(['old', 'frail']);
    expect(names(`{ ${own}, "otherwise": { "evidence": ["|"] } }`)).toEqual(['acp-2011']);
    expect(names(`{ ${own}, "otherwise": { "disagrees": [{ "evidence": "|" }] } }`)).toEqual(['acp-2011']);
    expect(names(`{ ${own}, "appliesTo": { "when": { "fact": "age", "value": { "fact": "|" } } } }`)).toEqual([
      'an-age',
    ]);
  });

  test('on a screen are the facts that have a question', () => {
    const found = names('{ "screens": [{ "facts": ["|"] }] }');
    expect(found).toContain('cauda-equina-signs');
    expect(found.every((id) => vocabulary.facts[id]?.question !== undefined)).toBe(true);
  });
});

describe('operators and values', () => {
  const comparison = (rest: string): string => `{ "appliesTo": { "when": { ${rest} } } }`;

  test('operators are those that suit the fact', () => {
    expect(names(comparison('"fact": "osteoporosis", "operator": "|"'))).toEqual(['equal', 'notEqual']);
    expect(names(comparison('"fact": "reason", "operator": "|"'))).toEqual(['contains', 'doesNotContain']);
    expect(names(comparison('"fact": "age", "operator": "|"'))).toContain('greaterThanInclusive');
  });

  test('a choice is compared with its choices, a yes/no with true and false', () => {
    expect(names(comparison('"fact": "leg-weakness", "operator": "equal", "value": "|"'))).toContain('mild-stable');
    expect(names(comparison('"fact": "osteoporosis", "operator": "equal", "value": |'))).toEqual(['true', 'false']);
  });

  test("a number is compared with the guideline's parameters", () => {
    const [parameter] = proposed(
      '{ "parameters": { "an-age": {} }, "appliesTo": { "when": { "fact": "age", "operator": "lessThan", "value": | } } }',
    );
    expect(parameter?.text).toBe('{ "fact": "an-age" }');
  });

  test('ratings, urgency and status are those of the schema', () => {
    expect(names('{ "otherwise": { "ratings": { "mr-lumbar-spine": "|" } } }')).toContain('may-be-appropriate');
    expect(names('{ "otherwise": { "urgency": | } }')).toContain('null');
    expect(names('{ "status": "|" }')).toEqual(['draft', 'active', 'retired']);
  });
});

describe('in vignettes', () => {
  const vignette = (rest: string): string => `{ "vignettes": [{ ${rest} }] }`;

  test('facts are given by id, with the values they can have', () => {
    expect(names(vignette('"given": { "age": 40, | }'), 'vignettes.json')).not.toContain('age');
    expect(names(vignette('"given": { "leg-weakness": "|" }'), 'vignettes.json')).toContain('mild-stable');
    expect(names(vignette('"given": { "reason": ["|"] }'), 'vignettes.json')).toContain('low-back-pain');
  });

  test("what is expected is one of the guideline's recommendations", () => {
    expect(names(vignette('"expect": { "recommendation": "|" }'), 'vignettes.json')).toContain('no-red-flags');
  });
});

test('in a broken text there are proposals too', () => {
  expect(names('{ "criteria": { "old": {} , "recommendations": [ { "when": { "condition": "|')).toContain('old');
  expect(names('{ "appliesTo": { "when": { "fact": "osteo|, "operator": "equal" } } }')).toContain('osteoporosis');
  expect(names('{ "title": , "appliesTo": { "when": { "fact": "osteo|" } }')).toContain('osteoporosis');
});

test('right after a finished value nothing is proposed', () => {
  expect(proposed('{ "id": "x" | }')).toEqual([]);
});
