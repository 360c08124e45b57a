import { parseContacts } from '../src/smart/contacts.ts';
import { parseSite } from '../src/smart/site.ts';
import { parseTelephones } from '../src/smart/site-telephones.ts';

/**
 * Reads a site configuration as the page will.
 * @throws Error that names every member that is wrong or unknown: no page must then be served
 */
export function checkSite(siteConfiguration: string): void {
  const site: unknown = JSON.parse(siteConfiguration);
  const launch = parseSite(site);
  const wrong = 'kind' in launch ? [launch.detail ?? ''] : [];
  if (typeof site === 'object' && site !== null) {
    const members = Object.fromEntries(Object.entries(site));
    const contacts = parseContacts(members.contacts);
    wrong.push(...('kind' in contacts ? [contacts.at] : []), ...parseTelephones(members).wrong);
  }
  if (wrong.length > 0) throw new Error(`site.json is wrong at ${wrong.join(', ')}: see docs/integration.md.`);
}
