import { type Called, EMERGENCY_NUMBER, ROLES, type Role, TELEPHONE } from '../core/schema/role.ts';
import type { Text } from '../core/schema/text.ts';
import { isJsonObject } from './json-object.ts';

/** A site's number for a role. */
export interface RoleNumber {
  /** As people write it. */
  readonly telephone: string;
  /** What it is called here, beside the role. */
  readonly name?: Text;
  /** When it is answered. */
  readonly hours?: Text;
}

/** The numbers of `site.json` that recommendations send to: `switchboard` and `telephones`. */
export interface SiteTelephones {
  /** As people write it; null where the site gives none. */
  readonly switchboard: string | null;
  readonly numbers: ReadonlyMap<Role, RoleNumber>;
  /**
   * Members that are wrong, e.g. `telephones/neurosurgeon/telephone`. Such a number counts as not given; the others stand:
   * in an emergency a right number is not left out for a wrong one beside it.
   */
  readonly wrong: readonly string[];
}

const MEMBERS = ['telephone', 'name', 'hours'];
/** What `site.json` may hold: a misspelt member is not passed over. */
const SITE_MEMBERS = [
  ...['$schema', 'clientId', 'issuers', 'scopes', 'timeoutSeconds', 'connectOrigins', 'frameAncestors'],
  ...['appContextKeys', 'contacts', 'switchboard', 'telephones'],
];

/** Checks every number; `site` is what `site.json` holds. */
export function parseTelephones(site: Readonly<Record<string, unknown>>): SiteTelephones {
  const { switchboard, telephones = {} } = site;
  const wrong = Object.keys(site).filter((member) => !SITE_MEMBERS.includes(member));
  const numbers = new Map<Role, RoleNumber>();
  if (switchboard !== undefined && !isTelephone(switchboard)) wrong.push('switchboard');
  if (!isJsonObject(telephones)) wrong.push('telephones');
  else
    for (const [role, entry] of Object.entries(telephones)) {
      const number = isRole(role) ? parseNumber(entry) : '';
      if (typeof number === 'string') wrong.push(['telephones', role, number].join('/').replace(/\/$/, ''));
      else if (isRole(role)) numbers.set(role, number);
    }
  return { switchboard: isTelephone(switchboard) ? switchboard : null, numbers, wrong };
}

/** Whom to call at this site. */
export interface CallList {
  /** What can be dialled, in the recommendation's order. */
  readonly dial: readonly { readonly called: Called; readonly number: RoleNumber }[];
  /** Roles that the site gives no number for: then the switchboard puts through. */
  readonly missing: readonly Role[];
}

/** The site's numbers for those whom a recommendation says to call. */
export function callList(called: readonly Called[], { numbers }: SiteTelephones): CallList {
  const dial: { called: Called; number: RoleNumber }[] = [];
  const missing: Role[] = [];
  for (const one of called) {
    const number = one === EMERGENCY_NUMBER ? { telephone: EMERGENCY_NUMBER } : numbers.get(one);
    if (number) dial.push({ called: one, number });
    else if (one !== EMERGENCY_NUMBER) missing.push(one);
  }
  return { dial, missing };
}

/** The address that dials it (RFC 3966): digits and a leading plus. */
export function dialAddress(telephone: string): string {
  return `tel:${telephone.replaceAll(' ', '')}`;
}

export function isTelephone(value: unknown): value is string {
  return typeof value === 'string' && TELEPHONE.test(value);
}

/** Words in both languages. */
export function isText(value: unknown): value is Text {
  if (!isJsonObject(value)) return false;
  const { da, en } = value;
  return typeof da === 'string' && da.trim() !== '' && typeof en === 'string' && en.trim() !== '';
}

/** The number, or the member that is missing, wrong or unknown. */
function parseNumber(entry: unknown): RoleNumber | string {
  if (!isJsonObject(entry)) return '';
  const { telephone, name, hours } = entry;
  const unknown = Object.keys(entry).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) return unknown;
  if (!isTelephone(telephone)) return 'telephone';
  if (name !== undefined && !isText(name)) return 'name';
  if (hours !== undefined && !isText(hours)) return 'hours';
  return { telephone, ...(name ? { name } : {}), ...(hours ? { hours } : {}) };
}

function isRole(id: string): id is Role {
  return ROLES.some((role) => role === id);
}
