import { describe, expect, test } from 'vitest';
import { assess } from '../../../../src/core/decision/assess.ts';
import { findingOf } from '../../../../src/core/guideline/finding.ts';
import { FINDING_CODES } from '../../../../src/core/guideline/finding-code.ts';
import { versionNotRaised } from '../../../../src/core/guideline/lint/changelog.ts';
import { buildLibrary } from '../../../../src/library/build.ts';
import { checkLibrary } from '../../../../src/library/check.ts';
import { AUTHORING_FAULTS } from './authoring-faults.ts';
import { spoil } from './fault.ts';
import { MEANING_FAULTS } from './meaning-faults.ts';
import { SHAPE_FAULTS } from './shape-faults.ts';
import { SOUND_PEOPLE, SOUND_RULES } from './sound-rules.ts';

const NOW = '2026-09-01T09:00:00+02:00';
const FAULTS = [...SHAPE_FAULTS, ...MEANING_FAULTS, ...AUTHORING_FAULTS];
/** Codes whose fault is a file that is there or not, or what a comparison with an earlier version finds: tested below. */
const OF_WHOLE_FILES = ['unknown-file', 'vignettes-missing', 'version-not-raised'];

test('the sound rules, which hold the corrected twin of every fault, have no finding', async () => {
  const { findings, library, passed } = await checkLibrary(SOUND_RULES, { now: NOW, people: SOUND_PEOPLE });
  expect(findings).toEqual([]);
  expect(passed).toBe(2);
  expect(library.guidelines.map(({ document }) => document.id)).toEqual(['test-guideline']);
});

test('every code of a finding is provoked here', () => {
  const provoked = new Set<string>([...FAULTS.map(({ code }) => code), ...OF_WHOLE_FILES]);
  expect(Object.keys(FINDING_CODES).filter((code) => !provoked.has(code))).toEqual([]);
});

describe.each(FAULTS)('$name', (fault) => {
  const { files, file, line, column } = spoil(fault);

  test(`gives ${fault.code} at its line and column, with what to do`, async () => {
    const { findings } = await checkLibrary(files, { now: NOW, people: SOUND_PEOPLE });
    const places = findings.filter(({ code }) => code === fault.code).map((one) => [one.file, one.line, one.column]);
    expect(findings.map(({ code }) => code)).toContain(fault.code);
    expect(places).toContainEqual([file, line, column]);
    const finding = findings.find((one) => one.code === fault.code && one.file === file && one.line === line);
    expect(`${finding?.message.en} ${finding?.remedy.en}`).toContain(fault.says);
    for (const language of ['da', 'en'] as const) {
      expect(finding?.message[language]).toMatch(/\.$/);
      expect(finding?.remedy[language]).toMatch(/^\p{Lu}.{9,}[.?]$/u);
    }
    expect(finding?.message.da).not.toBe(finding?.message.en);
    expect(finding?.remedy.da).not.toBe(finding?.remedy.en);
    expect(finding?.severity).toBe(FINDING_CODES[fault.code].severity);
  });
});

describe('what a fault does', () => {
  const quarantines = FAULTS.filter(
    ({ code, file = '' }) =>
      FINDING_CODES[code].severity === 'error' &&
      !file.endsWith('vignettes.json') &&
      !['changelog-entry-missing', 'unknown-guideline'].includes(code),
  );

  test.each(quarantines.map((fault) => [fault.name, fault] as const))('%s: out of service by name', (_name, fault) => {
    const { library } = buildLibrary(spoil(fault).files);
    expect(library.guidelines).toEqual([]);
    expect(library.quarantined.map(({ id }) => id)).toEqual(['test-guideline']);
    expect(library.quarantined[0]?.reasons.length).toBeGreaterThan(0);
  });

  test.each(
    FAULTS.filter(({ code }) => FINDING_CODES[code].severity === 'warning').map(
      (fault) => [fault.name, fault] as const,
    ),
  )('%s: only a warning, the guideline stays in service', (_name, fault) => {
    expect(buildLibrary(spoil(fault).files).library.quarantined).toEqual([]);
  });

  test('a quarantined guideline is named, the others go on, and an order it might cover is undetermined', async () => {
    const guideline = SOUND_RULES['test-guideline/guideline.json'] ?? '';
    const spoiled = { ...SOUND_RULES, 'test-guideline/guideline.json': guideline.replace('"draft"', '"drafty"') };
    const other = guideline.replace('"test-guideline"', '"other-guideline"');
    const { library } = buildLibrary({ ...spoiled, 'other-guideline/guideline.json': other });
    const assessment = await assess(library, new Map(), 'mr-lumbar-spine');
    expect(assessment.outOfService.map(({ id }) => id)).toEqual(['test-guideline']);
    expect(assessment.guidance.map((guidance) => guidance.guideline)).toEqual(['other-guideline']);
    const alone = buildLibrary(spoiled);
    expect((await assess(alone.library, new Map(), 'mr-lumbar-spine')).verdict).toBe('undetermined');
  });
});

test('of a vocabulary that cannot be read nothing else is said: every fact would seem unknown', async () => {
  const facts = (SOUND_RULES['vocabulary/facts.json'] ?? '').replace('"type": "number",', '"type": "number"');
  const { findings, library } = await checkLibrary(
    { ...SOUND_RULES, 'vocabulary/facts.json': facts },
    { now: NOW, people: SOUND_PEOPLE },
  );
  expect(findings.map(({ code, file }) => [code, file])).toEqual([['not-json', 'rules/vocabulary/facts.json']]);
  expect(library.quarantined.map(({ id }) => id)).toEqual(['test-guideline']);
});

describe('files that are there or not', () => {
  test('a guideline in a misspelt file is named, with the right name', async () => {
    const { 'test-guideline/guideline.json': text = '', ...rest } = SOUND_RULES;
    const { findings } = await checkLibrary(
      { ...rest, 'test-guideline/guidline.json': text },
      { now: NOW, people: SOUND_PEOPLE },
    );
    const finding = findings.find(({ code }) => code === 'unknown-file');
    expect(finding).toMatchObject({ file: 'rules/test-guideline/guidline.json', severity: 'error' });
    expect(finding?.remedy).toEqual({ da: 'Mente du "guideline.json"?', en: 'Did you mean "guideline.json"?' });
  });

  test('a guideline without vignettes does not pass', async () => {
    const { 'test-guideline/vignettes.json': _vignettes, ...rest } = SOUND_RULES;
    const { findings } = await checkLibrary(rest, { now: NOW, people: SOUND_PEOPLE });
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['vignettes-missing', 'rules/test-guideline/vignettes.json'],
    ]);
  });

  test('a guideline without a changelog lacks the entry of its version', async () => {
    const { 'test-guideline/CHANGELOG.md': _changelog, ...rest } = SOUND_RULES;
    const { findings } = await checkLibrary(rest, { now: NOW, people: SOUND_PEOPLE });
    expect(findings.map(({ code }) => code)).toEqual(['changelog-entry-missing']);
  });

  test('a version that is not raised enough is an error that names the version to write', () => {
    const remark = versionNotRaised('1.0.1', '1.0.0', 'minor', {
      da: 'En patient på 69 med feber får nu MR.',
      en: 'A patient of 69 with fever is now sent to MR.',
    });
    const finding = findingOf(remark, 'rules/test-guideline/guideline.json');
    expect(finding).toMatchObject({ code: 'version-not-raised', severity: 'error', pointer: '/version' });
    expect(finding.message.en).toContain('A patient of 69');
    expect(finding.message.da).toContain('En patient på 69');
    expect(finding.remedy.da).toContain('1.1.0');
  });
});
