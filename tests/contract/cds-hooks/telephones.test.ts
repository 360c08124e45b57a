import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTelephones } from '../../../src/cds-hooks/site-file.ts';
import { cardsFor, exchangeService, hookCall, personRecord } from './exchange.ts';

const SET = { telephones: { 'emergency-department': { telephone: '00 00 00 11' } } };
const folder = mkdtempSync(join(tmpdir(), 'cds-hooks-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The detail of the card about a person's draft, where the site has set up these numbers. */
async function detailFor(person: string, site: Readonly<Record<string, unknown>>): Promise<string> {
  const { service } = await exchangeService({}, undefined, site);
  const { cards } = await cardsFor(service, hookCall('order-sign', personRecord(person)));
  return cards[0]?.detail ?? '';
}

function fileOf(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('the card of an emergency', () => {
  test('has the number of whom the recommendation says to call, by role, right after that it is to be telephoned', async () => {
    expect(await detailFor('head-on-warfarin', SET)).toMatch(
      /^\*\*Ring nu\.\*\* [^\n]+\n\n- Akutmodtagelsen: 00 00 00 11\n/,
    );
  });

  test('has none where the site has set up none for that role, and none where nothing hurries', async () => {
    const another = { telephones: { neurosurgeon: { telephone: '00 00 00 11' } } };
    expect(await detailFor('head-on-warfarin', another)).toContain('**Ring nu.**');
    expect(await detailFor('head-on-warfarin', another)).not.toContain('00 00 00 11');
    expect(await detailFor('plain-back-pain', SET)).not.toContain('00 00 00 11');
  });
});

describe('the site file of the service', () => {
  test('is the one of the app', async () => {
    const { numbers } = await readTelephones(join(import.meta.dirname, '../../../public/site.json'));
    expect(numbers.get('emergency-department')?.telephone).toBe('00 00 00 11');
    expect((await readTelephones('')).numbers.size).toBe(0);
  });

  test('that is wrong, or cannot be read, is named before anything listens', async () => {
    const wrong = fileOf('wrong.json', JSON.stringify({ telephones: { neurosurgeon: { telephone: 'kald 12' } } }));
    await expect(readTelephones(wrong)).rejects.toThrow('wrong.json is wrong at telephones/neurosurgeon/telephone.');
    await expect(readTelephones(fileOf('list.json', '[]'))).rejects.toThrow('list.json holds no JSON object');
    await expect(readTelephones(join(folder, 'none.json'))).rejects.toThrow('none.json');
  });
});
