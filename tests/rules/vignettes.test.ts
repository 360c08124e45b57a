import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandboxPeople } from '../../src/cli/people.ts';
import { parseDocument } from '../../src/core/guideline/parse.ts';
import { vignettesDocumentSchema } from '../../src/core/schema/vignette.ts';
import { runVignette } from '../../src/core/vignette/run.ts';
import { buildLibrary } from '../../src/library/build.ts';
import { readRuleFiles } from '../../src/library/disk.ts';

const files = await readRuleFiles(join(import.meta.dirname, '../../rules'));
const { library, findings } = buildLibrary(files);
const people = await sandboxPeople();

test('every rule file is sound, and every guideline in service', () => {
  expect(findings).toEqual([]);
  expect(library.quarantined).toEqual([]);
  expect(library.guidelines.map(({ document }) => document.id)).toEqual([
    'chest-imaging-unspecific-symptoms',
    'head-trauma-ct',
    'low-back-pain-imaging',
    'syncope-head-imaging',
  ]);
});

describe.each(library.guidelines.map(({ document }) => document))('$id', (guideline) => {
  const file = `${guideline.id}/vignettes.json`;
  const parsed = parseDocument(vignettesDocumentSchema, file, files[file] ?? '');
  if (!parsed.ok) throw new Error(`${file}: ${parsed.findings.map(({ message }) => message.en).join('; ')}`);
  const { document } = parsed;

  test('every vignette has a sentence of its own', () => {
    const names = document.vignettes.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('every rung is reached by a vignette', () => {
    const reached = document.vignettes.map(({ expect: expected }) => expected.recommendation);
    const rungs = [...guideline.recommendations, guideline.otherwise].map(({ id }) => id);
    expect(rungs.filter((id) => !reached.includes(id))).toEqual([]);
  });

  for (const vignette of document.vignettes)
    test(vignette.name, async () => {
      expect(await runVignette(library, guideline, people, document, vignette)).toEqual([]);
    });

  test('several vignettes go through a synthetic person, the whole way from FHIR', () => {
    const through = new Set(document.vignettes.flatMap(({ person }) => person ?? []));
    expect(through.size).toBeGreaterThanOrEqual(3);
  });
});
