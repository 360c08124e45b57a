import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Contact, contactsFor, fetchContacts, parseContacts } from '../../../src/smart/contacts.ts';

const SHIPPED: unknown = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../public/site.json'), 'utf8'),
).contacts;
const TEXT = { da: 'hverdage', en: 'weekdays' };
const DESK = { name: TEXT, department: 'radiology', telephone: '12 34 56 78', hours: TEXT };

function contactsOf(...entries: readonly object[]): readonly Contact[] {
  const contacts = parseContacts(entries);
  if ('kind' in contacts) throw new Error(`wrong at ${contacts.at}`);
  return contacts;
}

describe('the contacts of a site', () => {
  test('are none where the site names none, and those that ship are right', () => {
    expect(parseContacts(undefined)).toEqual([]);
    expect(parseContacts(SHIPPED)).toHaveLength(3);
  });

  test('perform what their department performs, unless the site says what', () => {
    const [all, only] = contactsOf(DESK, { ...DESK, modalities: ['MR'] });
    expect(all?.modalities).toEqual(['CT', 'MR', 'X-ray', 'ultrasound']);
    expect(only?.modalities).toEqual(['MR']);
  });

  test.each([
    ['contacts', 'no list', { ...DESK }],
    ['contacts/0', 'no object', ['12345678']],
    ['contacts/0/name', 'a name in one language', [{ ...DESK, name: { da: 'Radiologisk' } }]],
    ['contacts/0/department', 'an unknown department', [{ ...DESK, department: 'surgery' }]],
    ['contacts/0/modalities', 'an unknown modality', [{ ...DESK, modalities: ['MRI'] }]],
    ['contacts/1/telephone', 'letters in a telephone number', [DESK, { ...DESK, telephone: 'local 1234' }]],
    ['contacts/0/telephone', 'two digits', [{ ...DESK, telephone: '12' }]],
    ['contacts/0/hours', 'no hours', [{ ...DESK, hours: undefined }]],
    ['contacts/0/acute', 'acute in words', [{ ...DESK, acute: 'yes' }]],
    ['contacts/0/phone', 'a member that nobody reads', [{ ...DESK, phone: '12 34 56 78' }]],
  ])('are refused at %s: %s', (at, _, value) => {
    expect(parseContacts(value)).toEqual({ kind: 'wrong', at });
  });

  test('are those who perform the modality, all where nobody does, the acute first when it cannot wait', () => {
    const contacts = contactsOf(
      DESK,
      { ...DESK, telephone: '112', acute: true },
      { ...DESK, department: 'nuclear-medicine', telephone: '1813' },
    );
    const numbers = (modality: string | undefined, urgent: boolean) =>
      contactsFor(contacts, modality, urgent).map(({ telephone }) => telephone);
    expect(numbers('MR', false)).toEqual(['12 34 56 78', '112']);
    expect(numbers('MR', true)).toEqual(['112', '12 34 56 78']);
    expect(numbers('PET-CT', true)).toEqual(['1813']);
    expect(numbers(undefined, false)).toHaveLength(3);
    expect(numbers('other', false)).toHaveLength(3);
  });

  test('are read from site.json beside the page, and a site that answers with an error is no site without contacts', async () => {
    const page = new URL('https://app.example/indikation/index.html?state=x');
    const asked: string[] = [];
    const answering = (status: number, body: string) => async (url: RequestInfo | URL) => {
      asked.push(String(url));
      return new Response(body, { status });
    };
    const { contacts, telephones } = await fetchContacts(
      page,
      answering(200, JSON.stringify({ contacts: [DESK], switchboard: '12 34 56 00' })),
    );
    expect(contacts).toHaveLength(1);
    expect(telephones.switchboard).toBe('12 34 56 00');
    expect(asked).toEqual(['https://app.example/indikation/site.json']);
    await expect(fetchContacts(page, answering(404, ''))).rejects.toThrow('HTTP 404');
    await expect(fetchContacts(page, answering(200, '[]'))).rejects.toThrow('not a JSON object');
  });
});
