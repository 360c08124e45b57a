import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/core/decision/assess.ts';
import { givenFacts } from '../../../src/core/vignette/case.ts';
import { loadLibrary, readRuleFiles } from '../../../src/library/disk.ts';
import { blockFor, writeKneeMr } from './readme-author.ts';
import { copyOfShippedRules, rules, rulesFolder } from './rules-folder.ts';

describe('rules -- new', () => {
  test('makes a draft of one criterion, two rungs and three vignettes that passes the check at once', async () => {
    const folder = await copyOfShippedRules();
    const made = await rules(folder, 'new', 'knee-mr');
    expect(made).toMatchObject({ status: 0, errors: '' });
    expect((await readdir(join(folder, 'knee-mr'))).sort()).toEqual([
      'CHANGELOG.md',
      'guideline.json',
      'vignettes.json',
    ]);
    const checked = await rules(folder, 'check', 'knee-mr');
    expect(checked).toMatchObject({ status: 0, errors: '' });
    expect(checked.out).toContain('3 vignettes pass. 0 errors, 0 warnings.');
    const document = JSON.parse(await readFile(join(folder, 'knee-mr/guideline.json'), 'utf8'));
    expect(document).toMatchObject({ $schema: '../schema/guideline.schema.json', id: 'knee-mr', status: 'draft' });
    expect(Object.keys(document.criteria)).toHaveLength(1);
    expect(document.recommendations).toHaveLength(1);
  });

  test('never touches a guideline that exists', async () => {
    const folder = await copyOfShippedRules();
    const before = await readRuleFiles(folder);
    const { status, errors } = await rules(folder, 'new', 'head-trauma-ct');
    expect(errors).toContain('rules/head-trauma-ct exists already');
    expect(status).toBe(2);
    expect(await readRuleFiles(folder)).toEqual(before);
  });

  test.each(['Knee MR', 'knee_mr', 'knæ-mr', '../knee', '-knee'])('refuses "%s" as an id', async (id) => {
    const { status, errors } = await rules(await rulesFolder({}), 'new', id);
    expect(errors).toContain('lower-case words joined by hyphens');
    expect(status).toBe(2);
  });

  test('without an id says how it is called', async () => {
    const { status, errors } = await rules(await rulesFolder({}), 'new');
    expect(errors).toContain('npm run rules -- new <id>');
    expect(status).toBe(2);
  });

  test('writes nothing where its draft would not pass, e.g. beside a vocabulary that cannot be read', async () => {
    const folder = await rulesFolder({ 'vocabulary/facts.json': '{', 'vocabulary/orders.json': '{ "orders": {} }' });
    const { status, errors } = await rules(folder, 'new', 'knee-mr');
    expect(errors).toContain('rules/vocabulary/facts.json');
    expect(errors).toContain('Nothing was written');
    expect(status).toBe(1);
    expect(await readdir(folder)).toEqual(['vocabulary']);
  });
});

test('an author who does what README.md says has a guideline that passes the check and answers', async () => {
  const folder = await copyOfShippedRules();
  await writeKneeMr(folder);

  const checked = await rules(folder, 'check', 'knee-mr');
  expect(checked).toMatchObject({ status: 0, errors: '' });
  expect(checked.out).toContain('3 vignettes pass. 0 errors, 0 warnings.');

  const { library } = await loadLibrary(folder);
  const answers = { reason: ['knee-pain'], age: 47, 'knee-locking': true, 'pain-duration-weeks': 6 };
  const assessment = await assess(library, givenFacts(answers), 'mr-knee');
  expect(assessment.guidance.map(({ guideline, recommendation }) => [guideline, recommendation])).toEqual([
    ['knee-mr', 'locked-knee'],
  ]);
  expect(assessment.verdict).toBe('may-be-appropriate');
  const open = await assess(library, givenFacts({ reason: ['knee-pain'], age: 47 }), 'mr-knee');
  expect(open.guidance[0]?.asks).toEqual(['knee-locking', 'pain-duration-weeks']);
});

test('the site file that README.md shows changes the number and retires the guideline', async () => {
  const folder = await copyOfShippedRules();
  await writeFile(join(folder, 'site.json'), blockFor('site.json'));
  const { library, findings } = await loadLibrary(folder);
  const documents = new Map(library.guidelines.map(({ document }) => [document.id, document]));
  expect(findings).toEqual([]);
  expect(documents.get('low-back-pain-imaging')?.local).toMatchObject([
    { parameter: 'surgical-trial-weeks', value: 4 },
  ]);
  expect(documents.get('syncope-head-imaging')?.status).toBe('retired');
});
