import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/core/decision/assess.ts';
import { buildLibrary } from '../../../../src/library/build.ts';
import { ruleFiles, SOUND_GUIDELINE } from './sound-guideline.ts';

/** One fault: what is replaced, the code of the finding, and a word its message or remedy must hold. */
const FAULTS: readonly (readonly [name: string, from: string, to: string, code: string, says: string])[] = [
  ['a missing comma', '"version": "1.0.0",', '"version": "1.0.0"', 'not-json', 'comma'],
  ['a misspelt key', '"status": "draft"', '"statuss": "draft"', 'unknown-key', 'statuss'],
  ['a key written twice', '"status": "draft",', '"status": "draft", "status": "draft",', 'duplicate-key', 'status'],
  ['a key that sets a prototype', '"notFor": [],', '"notFor": [], "__proto__": {},', 'forbidden-key', '__proto__'],
  ['a text without English', '{ "da": "Feber.", "en": "Fever." }', '{ "da": "Feber." }', 'missing-language', 'en'],
  [
    'an empty group',
    '[{ "condition": "old" }, { "fact": "fever", "operator": "equal", "value": true }]',
    '[]',
    'empty-group',
    'empty',
  ],
  ['a misspelt fact', '"fact": "fever", "operator"', '"fact": "fevr", "operator"', 'unknown-fact', '"fever"'],
  ['a misspelt criterion', '"condition": "old"', '"condition": "odl"', 'unknown-criterion', '"old"'],
  [
    'an order outside the vocabulary',
    '"ratings": { "mr-lumbar-spine": "appropriate" }',
    '"ratings": { "mr-lumber-spine": "appropriate" }',
    'unknown-order',
    '"mr-lumbar-spine"',
  ],
  ['evidence that is not listed', '"evidence": ["source"]', '"evidence": ["sourse"]', 'unknown-evidence', '"source"'],
  ['a parameter that is not listed', '{ "fact": "old-age" }', '{ "fact": "oldage" }', 'unknown-parameter', '"old-age"'],
  [
    'a criterion that leads back to itself',
    '{ "fact": "age", "operator": "greaterThanInclusive", "value": { "fact": "old-age" } }',
    '{ "any": [{ "condition": "old" }] }',
    'criteria-cycle',
    'circle',
  ],
  [
    'a number as text',
    '"operator": "equal", "value": true',
    '"operator": "equal", "value": "yes"',
    'type-mismatch',
    'yes or no',
  ],
  [
    'an operator that does not suit the fact',
    '"fact": "fever", "operator": "equal"',
    '"fact": "fever", "operator": "greaterThan"',
    'type-mismatch',
    'equal',
  ],
  ['an age in months', '"value": 70', '"value": 840', 'value-out-of-range', 'year'],
  [
    'a choice that does not exist',
    '"value": "low-back-pain"',
    '"value": "low-back-pian"',
    'unknown-choice',
    '"low-back-pain"',
  ],
  ['a condition of no known form', '{ "condition": "old" }', '{ "fakt": "old" }', 'not-a-condition', 'all'],
  ['two recommendations of one name', '"id": "nothing"', '"id": "old-with-fever"', 'duplicate-id', 'old-with-fever'],
  ['a screen with a fact that has no question', '"facts": ["fever"]', '"facts": ["age"]', 'no-question', 'question'],
  [
    'a guideline in a folder of another name',
    '"id": "test-guideline"',
    '"id": "other-guideline"',
    'id-differs-from-folder',
    'folder',
  ],
];

describe('a fault in a guideline', () => {
  test('the sound guideline has none', () => {
    const { findings, library } = buildLibrary(ruleFiles(SOUND_GUIDELINE));
    expect(findings).toEqual([]);
    expect(library.guidelines.map(({ document }) => document.id)).toEqual(['test-guideline']);
  });

  test.each(FAULTS)('%s is found at its line, with what to do', (_name, from, to, code, says) => {
    expect(SOUND_GUIDELINE).toContain(from);
    const spoiled = SOUND_GUIDELINE.replace(from, to);
    const { findings, library } = buildLibrary(ruleFiles(spoiled));
    const finding = findings.find((candidate) => candidate.code === code);
    expect(findings.map((candidate) => candidate.code)).toContain(code);
    expect(`${finding?.message} ${finding?.remedy}`).toContain(says);
    expect(finding?.remedy.length).toBeGreaterThan(10);
    expect(finding?.file).toBe('rules/test-guideline/guideline.json');
    const changed = spoiled.split('\n').findIndex((line, index) => line !== SOUND_GUIDELINE.split('\n')[index]) + 1;
    expect(Math.abs((finding?.line ?? -10) - changed)).toBeLessThanOrEqual(code === 'value-out-of-range' ? 6 : 2);
    expect(library.guidelines).toEqual([]);
    expect(library.quarantined.map(({ id }) => id)).toEqual(['test-guideline']);
  });

  test('a quarantined guideline is named, the others go on, and an order it might cover is undetermined', async () => {
    const other = SOUND_GUIDELINE.replace('"test-guideline"', '"other-guideline"');
    const files = {
      ...ruleFiles(SOUND_GUIDELINE.replace('"draft"', '"drafty"')),
      'other-guideline/guideline.json': other,
    };
    const { library } = buildLibrary(files);
    const assessment = await assess(library, new Map(), 'mr-lumbar-spine');
    expect(assessment.outOfService.map(({ id }) => id)).toEqual(['test-guideline']);
    expect(assessment.guidance.map(({ guideline }) => guideline)).toEqual(['other-guideline']);
    const alone = buildLibrary(ruleFiles(SOUND_GUIDELINE.replace('"draft"', '"drafty"')));
    expect((await assess(alone.library, new Map(), 'mr-lumbar-spine')).verdict).toBe('undetermined');
  });
});
