import { describe, expect, test } from 'vitest';
import { evaluateCase } from '../../../src/cli/evaluate.ts';
import { assess } from '../../../src/core/decision/assess.ts';
import { givenFacts } from '../../../src/core/vignette/case.ts';
import { buildLibrary } from '../../../src/library/build.ts';
import { checkLibrary } from '../../../src/library/check.ts';
import { packGuidelines } from '../../../src/library/pack.ts';
import { addReading, unpackDocument } from '../../../src/library/unpack.ts';
import { SOUND_PEOPLE, SOUND_RULES } from '../core/guideline/sound-rules.ts';

const ORDER = 'mr-lumbar-spine';
const NOW = '2026-09-01T09:00:00+02:00';

/** The sound rules with what a site has decided about the guideline, or no site file at all. */
function rules(decided: object | null): Readonly<Record<string, string>> {
  const { 'site.json': _site, ...rest } = SOUND_RULES;
  if (decided === null) return rest;
  return { ...rest, 'site.json': JSON.stringify({ guidelines: { 'test-guideline': decided } }) };
}

const OLD_FROM_65 = { parameters: { 'old-age': { value: 65, source: 'The test region, 2026' } } };

async function verdictAt(age: number, files: Readonly<Record<string, string>>) {
  const facts = givenFacts({ reason: ['low-back-pain'], fever: true, age });
  return (await assess(buildLibrary(files).library, facts, ORDER)).verdict;
}

describe('a number that the site has changed', () => {
  test('decides in the place of the guideline’s own, on both sides of it', async () => {
    expect(await verdictAt(65, rules(null))).toBe('not-appropriate');
    expect(await verdictAt(65, rules(OLD_FROM_65))).toBe('appropriate');
    expect(await verdictAt(64, rules(OLD_FROM_65))).toBe('not-appropriate');
  });

  test('stands on the guideline with what it was and who decided it, and travels with what is read after guidance', () => {
    const { library } = buildLibrary(rules(OLD_FROM_65));
    const [guideline] = library.guidelines;
    if (!guideline) throw new Error('the guideline is out of service');
    const change = { parameter: 'old-age', was: 70, value: 65, unit: 'year', source: 'The test region, 2026' };
    expect(guideline.document.local).toMatchObject([change]);
    expect(guideline.document.parameters['old-age']).toMatchObject({ value: 65, source: 'The test region, 2026' });
    const packed = packGuidelines([guideline], library.vocabulary, { facts: [], searches: [] });
    const { pack, readings }: typeof packed = JSON.parse(JSON.stringify(packed));
    const [document] = pack.documents.map(unpackDocument);
    if (!document) throw new Error('the guideline did not travel');
    expect(document.local).toEqual([]);
    addReading(document, readings['test-guideline']);
    expect(document.local).toMatchObject([change]);
  });

  test('is told by evaluate with every answer of that guideline, and with no other', async () => {
    const { library } = buildLibrary(rules(OLD_FROM_65));
    const about = (reason: string) => ({
      now: NOW,
      order: 'mr-lumbar-spine',
      given: { reason: [reason], age: 65, fever: true },
    });
    const changed = {
      code: 'changed-locally',
      message: 'test-guideline: old-age is 65 year instead of 70 (The test region, 2026).',
    };
    expect(await evaluateCase(library, about('low-back-pain'))).toMatchObject({ line: { findings: [changed] } });
    expect(await evaluateCase(library, about('other'))).toMatchObject({ line: { findings: [] } });
  });

  test('is no change when it is the guideline’s own number', () => {
    const same = { parameters: { 'old-age': { value: 70, source: 'The test region, 2026' } } };
    expect(buildLibrary(rules(same)).library.guidelines[0]?.document).not.toHaveProperty('local');
  });

  test('leaves the vignettes to test the guideline as its author wrote it', async () => {
    const { findings, passed, library } = await checkLibrary(rules(OLD_FROM_65), { now: NOW, people: SOUND_PEOPLE });
    expect(findings).toEqual([]);
    expect(passed).toBe(2);
    expect(library.guidelines[0]?.document.local).toHaveLength(1);
  });

  test('takes the guideline out of use when no patient could then get a rung', () => {
    const guideline = (SOUND_RULES['test-guideline/guideline.json'] ?? '').replace(
      '{ "condition": "old" }, {',
      '{ "condition": "old" }, { "fact": "age", "operator": "lessThan", "value": 90 }, {',
    );
    const oldFrom95 = { parameters: { 'old-age': { value: 95, source: 'The test region, 2026' } } };
    const { library, findings } = buildLibrary({ ...rules(oldFrom95), 'test-guideline/guideline.json': guideline });
    expect(findings.map(({ code, file }) => [code, file])).toEqual([['unreachable-recommendation', 'rules/site.json']]);
    expect(library.quarantined.map(({ id }) => id)).toEqual(['test-guideline']);
  });
});

describe('a guideline that the site has retired', () => {
  test('decides nothing, though its own file says otherwise', async () => {
    const { library } = buildLibrary(rules({ retired: 'Replaced by the regional guideline, 2026' }));
    const facts = givenFacts({ reason: ['low-back-pain'], fever: true, age: 70 });
    const assessment = await assess(library, facts, ORDER);
    expect(library.guidelines[0]?.document.status).toBe('retired');
    expect(assessment.guidance).toEqual([]);
    expect(assessment.verdict).toBe('no-criteria-apply');
    expect(library.quarantined).toEqual([]);
  });
});

describe('a site file', () => {
  test('that cannot be read leaves no guideline standing: nobody knows which numbers hold', () => {
    const { library, findings } = buildLibrary({ ...rules(null), 'site.json': '{ "guidelines": ' });
    expect(findings.map(({ code, file }) => [code, file])).toEqual([['not-json', 'rules/site.json']]);
    expect(library.guidelines).toEqual([]);
    expect(library.quarantined.map(({ id }) => id)).toEqual(['test-guideline']);
  });

  test('that names an unknown guideline leaves the others in service', () => {
    const { library, findings } = buildLibrary({
      ...rules(null),
      'site.json': '{ "guidelines": { "test-guidelin": { "retired": "A misspelling" } } }',
    });
    expect(findings.map(({ code }) => code)).toEqual(['unknown-guideline']);
    expect(library.guidelines.map(({ document }) => document.id)).toEqual(['test-guideline']);
  });
});
