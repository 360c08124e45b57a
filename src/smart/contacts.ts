import type { Text } from '../core/schema/text.ts';
import { isJsonObject, parseJson } from './json-object.ts';
import { isTelephone, isText, parseTelephones, type SiteTelephones } from './site-telephones.ts';

/** The specialties that perform imaging: two to confer with, not one. */
export type Department = 'radiology' | 'nuclear-medicine';

/** Whom to confer with at this site, from `contacts` in site.json. */
export interface Contact {
  readonly name: Text;
  readonly department: Department;
  /** Modalities of the vocabulary that it performs; all of its department's where site.json does not say. */
  readonly modalities: readonly string[];
  /** As people write it. */
  readonly telephone: string;
  /** When it is answered. */
  readonly hours: Text;
  /** Answered at any hour, for what cannot wait. */
  readonly acute: boolean;
  /** Another way than the telephone, or anything else to know. */
  readonly note?: Text;
}

/** A site configuration whose contacts are wrong; `at` names the first member that is, e.g. `contacts/0/telephone`. */
export interface ContactsWrong {
  readonly kind: 'wrong';
  readonly at: string;
}

/** What each department performs. */
const PERFORMS: Readonly<Record<Department, readonly string[]>> = {
  radiology: ['CT', 'MR', 'X-ray', 'ultrasound'],
  'nuclear-medicine': ['PET-CT', 'SPECT-CT'],
};
const MODALITIES = Object.values(PERFORMS).flat();
const MEMBERS = ['name', 'department', 'modalities', 'telephone', 'hours', 'acute', 'note'];

/** Everybody whom the site configuration gives a number of. */
export interface SiteContacts {
  readonly contacts: readonly Contact[] | ContactsWrong;
  readonly telephones: SiteTelephones;
}

/**
 * Reads the numbers of `site.json`; none where it has none.
 * @throws TypeError or DOMException where nothing answers, Error where it answers with something else than 200
 */
export async function fetchContacts(
  page: URL = new URL(window.location.href),
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SiteContacts> {
  const response = await fetch(new URL('site.json', page), { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`site.json: HTTP ${response.status}`);
  const site = parseJson(await response.text());
  if (!isJsonObject(site)) throw new Error('site.json: not a JSON object');
  return { contacts: parseContacts(site.contacts), telephones: parseTelephones(site) };
}

/** Checks every member of every contact. */
export function parseContacts(value: unknown): readonly Contact[] | ContactsWrong {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return { kind: 'wrong', at: 'contacts' };
  const entries: readonly unknown[] = value;
  const contacts: Contact[] = [];
  for (const [index, entry] of entries.entries()) {
    const contact = parseContact(entry);
    if (typeof contact === 'string')
      return { kind: 'wrong', at: ['contacts', index, contact].join('/').replace(/\/$/, '') };
    contacts.push(contact);
  }
  return contacts;
}

/** The contact, or the member that is missing, wrong or unknown. */
function parseContact(entry: unknown): Contact | string {
  if (!isJsonObject(entry)) return '';
  const { name, department, telephone, hours, acute = false, note } = entry;
  const unknown = Object.keys(entry).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) return unknown;
  if (!isText(name)) return 'name';
  if (!isDepartment(department)) return 'department';
  const { modalities = PERFORMS[department] } = entry;
  if (!isModalities(modalities)) return 'modalities';
  if (!isTelephone(telephone)) return 'telephone';
  if (!isText(hours)) return 'hours';
  if (typeof acute !== 'boolean') return 'acute';
  if (note !== undefined && !isText(note)) return 'note';
  return { name, department, modalities, telephone, hours, acute, ...(note === undefined ? {} : { note }) };
}

function isDepartment(value: unknown): value is Department {
  return value === 'radiology' || value === 'nuclear-medicine';
}

function isModalities(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => MODALITIES.includes(one));
}

/**
 * The contacts for an examination: those that perform its modality, all where that is not known or nobody does. In an
 * emergency those that answer at any hour come first.
 */
export function contactsFor(
  contacts: readonly Contact[],
  modality: string | undefined,
  isUrgent: boolean,
): readonly Contact[] {
  const performing = contacts.filter(({ modalities }) => modality !== undefined && modalities.includes(modality));
  const fitting = performing.length > 0 ? performing : contacts;
  return isUrgent ? fitting.toSorted((one, other) => Number(other.acute) - Number(one.acute)) : fitting;
}
