import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sandboxPeople } from '../../../src/cli/people.ts';
import { readRuleFiles } from '../../../src/library/disk.ts';
import { isCovered } from '../../../src/workbench/coverage.ts';
import { shippedGround } from '../../../src/workbench/examine.ts';
import { createWorkbench, type Workbench } from '../../../src/workbench/model.ts';
import { createTextDesk } from '../../../src/workbench/text-desk.ts';

const files = await readRuleFiles(resolve(import.meta.dirname, '../../../rules'));
const ground = shippedGround(files, await sandboxPeople(), '2026-11-22T09:00:00+01:00');
const ID = 'chest-imaging-unspecific-symptoms';
const SHIPPED = files[`${ID}/guideline.json`] ?? '';
const FORGETFUL = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** The workbench with one guideline open, once its vignettes have been run. */
async function open(): Promise<Workbench> {
  const bench = createWorkbench({
    ground,
    desk: createTextDesk(files, FORGETFUL, ID),
    pause: () => Promise.resolve(),
    breathe: () => Promise.resolve(),
  });
  await settled(bench);
  return bench;
}

async function settled({ isRunning, results, preview }: Workbench): Promise<void> {
  await expect.poll(() => !isRunning.value && results.value.length > 0 && preview.guidance.value !== null).toBe(true);
}

async function edit(bench: Workbench, from: string, to: string): Promise<void> {
  const before = bench.findings.value;
  const { file, texts } = bench.desk;
  bench.desk.edit(texts.value[file.value].replace(from, to));
  await expect.poll(() => bench.findings.value !== before).toBe(true);
  await settled(bench);
}

describe('the shipped version', () => {
  test('passes its vignettes, changes none, and is covered', async () => {
    const bench = await open();
    expect(bench.findings.value['guideline.json']).toEqual([]);
    expect(bench.results.value.filter(({ differences }) => differences.length > 0)).toEqual([]);
    expect(bench.results.value.filter(({ changed }) => changed.length > 0)).toEqual([]);
    expect(bench.coverage.value.length).toBeGreaterThan(3);
    expect(bench.preview.guidance.value?.loop.assessment.value?.verdict).toBe(bench.results.value[0]?.now.verdict);
  });
});

describe('an edit', () => {
  test('of a rating changes the vignettes that reach it, the preview, and nothing of what shipped', async () => {
    const bench = await open();
    const { otherwise } = ground.shipped.guidelines.find(({ document }) => document.id === ID)?.document ?? {};
    const [order = '', rating = ''] = Object.entries(otherwise?.ratings ?? {})[0] ?? [];
    const other = rating === 'no-standard' ? 'not-appropriate' : 'no-standard';
    const place = SHIPPED.indexOf('"otherwise"');
    const edited =
      SHIPPED.slice(0, place) + SHIPPED.slice(place).replace(`"${order}": "${rating}"`, `"${order}": "${other}"`);
    bench.desk.edit(edited);
    await expect.poll(() => bench.results.value.some(({ changed }) => changed.includes('ratings'))).toBe(true);
    const reached = bench.results.value.filter(({ now }) => now.recommendation === otherwise?.id);
    expect(reached.length).toBeGreaterThan(0);
    for (const { shipped, now } of reached) {
      expect(shipped.ratings[order]).toBe(rating);
      expect(now.ratings[order]).toBe(other);
    }
    const others = bench.results.value.filter(
      ({ now }) => now.recommendation !== null && now.recommendation !== otherwise?.id,
    );
    expect(others.filter(({ changed }) => changed.length > 0)).toEqual([]);
  });

  test('that breaks the text keeps preview, vignettes and coverage of the last sound version', async () => {
    const bench = await open();
    const before = bench.results.value.length;
    await edit(bench, '"criteria"', '"criteria');
    expect(bench.findings.value['guideline.json'].map(({ code }) => code)).toEqual(['not-json']);
    expect(bench.sound.value?.guideline.document.id).toBe(ID);
    expect(bench.results.value).toHaveLength(before);
    expect(bench.preview.guidance.value?.loop.assessment.value).not.toBeNull();
    expect(bench.coverage.value.some(isCovered)).toBe(true);
  });

  test('of an expectation makes that vignette fail, at its place in the text', async () => {
    const bench = await open();
    bench.desk.show('vignettes.json');
    const verdict = /"verdict": "[a-z-]+"/.exec(bench.desk.texts.value['vignettes.json'])?.[0] ?? '';
    const wrong = verdict.includes('no-standard') ? '"verdict": "appropriate"' : '"verdict": "no-standard"';
    await edit(bench, verdict, wrong);
    await expect.poll(() => bench.failing.value.length).toBeGreaterThan(0);
    expect(bench.failing.value[0]?.line).toBeGreaterThan(1);
  });
});

describe('the case in the preview', () => {
  test('stays the same vignette by name when others are put before it', async () => {
    const bench = await open();
    const result = bench.results.value.at(-1);
    bench.preview.choose({ kind: 'vignette', index: result?.index ?? 0, name: result?.name ?? '' });
    await settled(bench);
    bench.desk.show('vignettes.json');
    const first = bench.vignettes.value?.vignettes[0];
    const copy = JSON.stringify({ ...first, name: `${first?.name} (kopi)` });
    await edit(bench, '"vignettes": [', `"vignettes": [ ${copy},`);
    await expect.poll(() => bench.preview.guidance.value?.loop.assessment.value?.verdict).toBe(result?.now.verdict);
    expect(bench.preview.chosenCase.value).toMatchObject({ name: result?.name });
  });

  test('can be answers given from nothing, which an edit does not take away', async () => {
    const bench = await open();
    const order = bench.sound.value?.guideline.document.appliesTo.orders[0] ?? '';
    bench.preview.choose({ kind: 'own', order });
    await expect.poll(() => bench.preview.guidance.value?.loop.facts.value.size).toBe(0);
    expect(bench.preview.guidance.value?.loop.screen.value?.facts).toEqual(['reason']);
    await bench.preview.guidance.value?.loop.answer(new Map([['reason', { value: ['respiratory-symptoms'] }]]));
    await edit(bench, '"version": "0.1.0"', '"version": "0.1.1"');
    expect(bench.preview.guidance.value?.loop.answers.value.has('reason')).toBe(true);
  });
});
