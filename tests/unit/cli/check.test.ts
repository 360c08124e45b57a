import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingTable } from '../../../src/cli/rules/finding-table.ts';
import { FINDING_CODES } from '../../../src/core/guideline/finding-code.ts';
import { AUTHORING_FAULTS } from '../core/guideline/authoring-faults.ts';
import { spoil } from '../core/guideline/fault.ts';
import { MEANING_FAULTS } from '../core/guideline/meaning-faults.ts';
import { SHAPE_FAULTS } from '../core/guideline/shape-faults.ts';
import { SOUND_RULES } from '../core/guideline/sound-rules.ts';
import { danishRules, rules, rulesFolder, SHIPPED_RULES } from './rules-folder.ts';

const MISSPELT = {
  ...SOUND_RULES,
  'test-guideline/guideline.json': (SOUND_RULES['test-guideline/guideline.json'] ?? '')
    .replace('"fact": "fever", "operator"', '"fact": "fevr", "operator"')
    .replace('{ "condition": "old" }', '{ "condition": "odl" }'),
};

describe('rules', () => {
  test('a shipped guideline passes with neither errors nor warnings', async () => {
    const { status, out, errors } = await rules(SHIPPED_RULES, 'check', 'chest-imaging-unspecific-symptoms');
    expect(errors).toBe('');
    expect(out).toMatch(/\d+ vignettes pass\. 0 errors, 0 warnings\.$/);
    expect(status).toBe(0);
  });

  test('findings stand under their file, in the order of its lines, with a count at the end', async () => {
    const { status, out, errors } = await rules(await rulesFolder(MISSPELT));
    expect(errors.split('\n')).toEqual([
      'rules/test-guideline/guideline.json',
      '  26:27  error  unknown-criterion',
      '      There is no criterion called "odl".',
      '      Did you mean "old"?',
      '  26:51  error  unknown-fact',
      '      There is no fact called "fevr".',
      '      Did you mean "fever"?',
      '',
    ]);
    expect(out).toContain('test-guideline (out of service)');
    expect(out).toContain('2 errors, 0 warnings in 1 file.');
    expect(status).toBe(1);
  });

  test('speaks Danish unless asked for English; the codes are the same', async () => {
    const folder = await rulesFolder(MISSPELT);
    const { status, out, errors } = await danishRules(folder);
    expect(errors.split('\n').slice(0, 4)).toEqual([
      'rules/test-guideline/guideline.json',
      '  26:27  fejl  unknown-criterion',
      '      Der er intet kriterium, der hedder "odl".',
      '      Mente du "old"?',
    ]);
    expect(out).toContain('2 fejl, 0 advarsler i 1 fil.');
    expect(status).toBe(1);
    expect((await danishRules(folder, '--language=en', 'check')).errors).toContain('error  unknown-criterion');
    expect(await danishRules(folder, '--language', 'de')).toMatchObject({ status: 2, out: '' });
  });

  const codes = [
    ...new Map([...SHAPE_FAULTS, ...MEANING_FAULTS, ...AUTHORING_FAULTS].map((one) => [one.code, one])).values(),
  ];
  test.each(codes.map((fault) => [fault.code, fault] as const))('%s is printed at its place', async (code, fault) => {
    const { files, line, column } = spoil(fault);
    const { status, errors } = await danishRules(await rulesFolder(files));
    const severity = { error: 'fejl', warning: 'advarsel' }[FINDING_CODES[code].severity];
    expect(errors).toContain(`  ${line}:${column}  ${severity}  ${code}\n`);
    expect(status).toBe(errors.includes('  fejl  ') ? 1 : 0);
    if (severity === 'fejl') expect(status).toBe(1);
  });
});

test.each([
  ['unknown-file', { 'test-guideline/guidline.json': '{}' }, 'rules/test-guideline/guidline.json'],
  ['vignettes-missing', { 'test-guideline/vignettes.json': null }, 'rules/test-guideline/vignettes.json'],
] as const)('%s is about a whole file, and is printed under its name', async (code, change, file) => {
  const files = Object.entries({ ...SOUND_RULES, ...change }).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  );
  const { status, errors } = await danishRules(await rulesFolder(Object.fromEntries(files)));
  expect(errors).toContain(`${file}\n  -  fejl  ${code}\n`);
  expect(status).toBe(1);
});

describe('rules -- check <id>', () => {
  test('speaks only about that guideline, and about what it stands on', async () => {
    const folder = await rulesFolder({
      ...MISSPELT,
      'other-guideline/guideline.json': (SOUND_RULES['test-guideline/guideline.json'] ?? '').replace(
        '"test-guideline"',
        '"other-guideline"',
      ),
      'other-guideline/vignettes.json': SOUND_RULES['test-guideline/vignettes.json'] ?? '',
      'other-guideline/CHANGELOG.md': SOUND_RULES['test-guideline/CHANGELOG.md'] ?? '',
    });
    const other = await rules(folder, 'check', 'other-guideline');
    expect(other).toMatchObject({ status: 0, errors: '' });
    expect(other.out).toContain('2 vignettes pass');
    expect((await rules(folder, 'check', 'test-guideline')).status).toBe(1);
  });

  test('a misspelt guideline is a wrong call, with the nearest that exists', async () => {
    const { status, errors } = await rules(await rulesFolder(SOUND_RULES), 'check', 'test-guidline');
    expect(errors).toBe('There is no guideline "test-guidline". Did you mean "test-guideline"?');
    expect(status).toBe(2);
  });

  test('more than one guideline is a wrong call', async () => {
    const { status } = await rules(await rulesFolder(SOUND_RULES), 'check', 'test-guideline', 'other');
    expect(status).toBe(2);
  });

  test('a misspelt command is a wrong call, with the nearest that exists', async () => {
    const { status, errors } = await rules(await rulesFolder(SOUND_RULES), 'chek');
    expect(errors).toBe('Unknown command "chek". Did you mean "check"?');
    expect(status).toBe(2);
  });

  test('what the site has changed is said', async () => {
    const { out } = await rules(await rulesFolder(SOUND_RULES));
    expect(out).toContain('Changed locally: test-guideline, old-age: 65 year instead of 70 (The test region, 2026)');
  });
});

test('rules/findings.md lists every code as the program has it (else: npm run schema)', () => {
  const table = readFileSync(join(SHIPPED_RULES, 'findings.md'), 'utf8');
  expect(table).toBe(findingTable());
  for (const code of Object.keys(FINDING_CODES)) expect(table).toContain(`| \`${code}\` |`);
});
