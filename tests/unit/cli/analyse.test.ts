import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfShippedRules, rules, SHIPPED_RULES } from './rules-folder.ts';

const SYNCOPE = 'syncope-head-imaging';

interface Rung {
  readonly id: string;
}

/** The shipped rules with the syncope guideline changed. */
async function changed(change: (rungs: Rung[]) => readonly Rung[]): Promise<string> {
  const folder = await copyOfShippedRules();
  const file = join(folder, SYNCOPE, 'guideline.json');
  const document = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...document, recommendations: change(document.recommendations) }));
  return folder;
}

describe('rules -- analyse', () => {
  test('the shipped four hold, and status is 0', async () => {
    const { status, out, errors } = await rules(SHIPPED_RULES, 'analyse');
    expect(errors).toBe('');
    expect(out).not.toContain('EXCEPTION');
    expect(out).not.toContain('not decided');
    expect(out.split('\n').at(-1)).toBe('No new exceptions.');
    expect(status).toBe(0);
  }, 30_000);

  test('one guideline by name shows the smallest patient of each rung and what is known', async () => {
    const { out } = await rules(SHIPPED_RULES, 'analyse', SYNCOPE);
    expect(out).toContain('head-injury-on-anticoagulant: reason syncope, age 18, head-injury-with-event, therapeutic');
    expect(out).toMatch(/known {8}lowers the support of mr-head/);
    expect(out).not.toContain('low-back-pain-imaging');
  });

  test('a calm rung moved above an emergency is a new exception with its smallest patient, and status is 1', async () => {
    const folder = await changed((rungs) => {
      const calm = rungs.filter(({ id }) => id === 'suspected-seizure');
      return [...calm, ...rungs.filter(({ id }) => id !== 'suspected-seizure')];
    });
    const { status, out } = await rules(folder, 'analyse', SYNCOPE);
    expect(out).toContain('"suspected-seizure" is less urgent and stands above "new-focal-deficit"');
    expect(out).toContain('Smallest patient: reason syncope, suspected-seizure, focal-neurological-deficit');
    expect(status).toBe(1);
  });

  test('an exceptions file that cannot be read is a finding at its line', async () => {
    const folder = await copyOfShippedRules();
    await writeFile(
      join(folder, SYNCOPE, 'exceptions.json'),
      '{\n  "exceptions": [{ "lowers": "mood", "to": "child" }]\n}',
    );
    const { status, errors } = await rules(folder, 'analyse', SYNCOPE);
    expect(errors).toMatch(/^rules\/syncope-head-imaging\/exceptions\.json\n {2}2:\d+ {2}error/);
    expect(status).toBe(1);
  });

  test('a known exception that is not so any more is named', async () => {
    const folder = await changed((rungs) => rungs.filter(({ id }) => id !== 'thunderclap-headache'));
    const { status, out } = await rules(folder, 'analyse', SYNCOPE);
    expect(out).toContain(
      'in exceptions.json but not so any more: examination: a red flag that leads to "thunderclap-headache" lowers mr-head',
    );
    expect(status).toBe(1);
  });

  test('a guideline that is out of service is named, and a misspelt one is a wrong call', async () => {
    const twice = (rung: Rung): readonly Rung[] => [rung, { ...rung, id: `${rung.id}-again` }];
    const { status, errors } = await rules(await changed((rungs) => rungs.flatMap(twice)), 'analyse');
    expect(errors).toContain(`${SYNCOPE} is out of service`);
    expect(status).toBe(2);
    expect(await rules(SHIPPED_RULES, 'analyse', 'syncope')).toMatchObject({ status: 2 });
  });
});
