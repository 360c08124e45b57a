import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSite } from '../../../scripts/site-check.ts';
import { ROLES } from '../../../src/core/schema/role.ts';
import { siteConfigurationSchema } from '../../../src/core/schema/site-configuration.ts';
import { parseContacts } from '../../../src/smart/contacts.ts';
import { parseSite } from '../../../src/smart/site.ts';
import { parseTelephones } from '../../../src/smart/site-telephones.ts';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../../..', path), 'utf8');
const SHIPPED: Readonly<Record<string, unknown>> = JSON.parse(read('public/site.json'));
const MANUAL = read('docs/integration.md');

/** Every text and number that a site configuration holds, at any depth. */
function leaves(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

describe('the site configuration that ships', () => {
  test('is right for each that reads it', () => {
    expect(parseSite(SHIPPED)).not.toHaveProperty('kind');
    expect(parseContacts(SHIPPED.contacts)).not.toHaveProperty('kind');
    expect(parseTelephones(SHIPPED).wrong).toEqual([]);
  });

  test('gives some numbers and leaves some out, so that both can be seen', () => {
    const { numbers, switchboard } = parseTelephones(SHIPPED);
    expect(switchboard).not.toBeNull();
    expect(numbers.has('spine-surgeon')).toBe(true);
    expect(numbers.has('neurosurgeon')).toBe(false);
  });

  test('holds no number that anybody has', () => {
    const numbers = leaves({ ...SHIPPED, issuers: [] }).filter(
      (leaf) => typeof leaf === 'string' && /\d{2} \d{2}/.test(leaf),
    );
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter((number) => !/^00 00 00 \d\d$/.test(String(number)))).toEqual([]);
  });
});

describe('the schema for the editor and what reads the file', () => {
  const spine = { telephone: '00 00 00 15' };
  const text = { da: 'a', en: 'b' };
  const desk = { name: text, department: 'radiology', telephone: '00 00 00 01', hours: text };

  test.each([
    ['what ships', {}],
    [
      'numbers without country code and with one',
      { switchboard: '112', telephones: { neurosurgeon: { telephone: '+45 00000015' } } },
    ],
    ['a number with a name and hours', { telephones: { neurosurgeon: { ...spine, name: text, hours: text } } }],
    ['a department that performs some', { contacts: [{ ...desk, modalities: ['MR'], acute: true, note: text }] }],
  ])('take %s', (_, changes) => {
    expect(siteConfigurationSchema.safeParse({ ...SHIPPED, ...changes }).error).toBeUndefined();
    expect(() => checkSite(JSON.stringify({ ...SHIPPED, ...changes }))).not.toThrow();
  });

  test.each([
    ['clientId', { clientId: '' }],
    ['issuers', { issuers: [] }],
    ['scopes/add', { scopes: { add: 'launch' } }],
    ['timeoutSeconds', { timeoutSeconds: 0 }],
    ['switchboard', { switchboard: '12' }],
    ['telephones/rygkirurg', { telephones: { rygkirurg: spine } }],
    ['telephones/neurosurgeon/telephone', { telephones: { neurosurgeon: { telephone: 'kald 12' } } }],
    ['telephones/neurosurgeon/note', { telephones: { neurosurgeon: { ...spine, note: text } } }],
    ['telephones/neurosurgeon/hours', { telephones: { neurosurgeon: { ...spine, hours: 'altid' } } }],
    ['contacts/0/department', { contacts: [{ ...desk, department: 'surgery' }] }],
    ['contacts/0/phone', { contacts: [{ ...desk, phone: '00 00 00 01' }] }],
    ['telephone', { telephone: spine }],
  ])('refuse, and name, what is wrong at %s', (at, changes) => {
    const site = { ...SHIPPED, ...changes };
    expect(siteConfigurationSchema.safeParse(site).success).toBe(false);
    expect(() => checkSite(JSON.stringify(site))).toThrow(`site.json is wrong at ${at}:`);
  });
});

describe('the manual of who installs it', () => {
  test('has every member and every role', () => {
    const named = (word: string) => MANUAL.includes(`\`${word}\``);
    expect(
      [...Object.keys(SHIPPED).filter((key) => key !== '$schema'), ...ROLES].filter((word) => !named(word)),
    ).toEqual([]);
  });

  test('has an example that is right', () => {
    const [, example = ''] = /```json\n(\{\s*"switchboard"[\s\S]*?)\n```/.exec(MANUAL) ?? [];
    const { numbers, switchboard, wrong } = parseTelephones(JSON.parse(example));
    expect(wrong).toEqual([]);
    expect(switchboard).not.toBeNull();
    expect(numbers.size).toBeGreaterThan(0);
  });
});
