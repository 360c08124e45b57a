/** What this EHR can do besides a plain SMART launch. Each can be taken away, to see how the app does without. */
export const abilities = [
  { id: 'order-select', label: 'Spørger, mens henvisningen skrives (order-select)', usual: true },
  { id: 'order-sign', label: 'Spørger, før der underskrives (order-sign)', usual: true },
  { id: 'prefetch', label: 'Sender journaldata med, når der spørges (prefetch)', usual: true },
  { id: 'fhir-access', label: 'Lader tjenesten selv læse i journalen (fhirAuthorization)', usual: true },
  { id: 'system-actions', label: 'Skriver tjenestens mærkning på henvisningen (systemActions)', usual: true },
  { id: 'feedback', label: 'Fortæller tjenesten, hvad der blev valgt (feedback)', usual: true },
  { id: 'app-context', label: 'Giver kortets besked videre til appen (appContext)', usual: true },
  { id: 'web-messaging', label: 'Taler med appen (SMART Web Messaging)', usual: true },
  { id: 'handshake', label: 'Svarer på appens hilsen (status.handshake)', usual: true },
  { id: 'scratchpad', label: 'Lader appen læse og skrive kladder (scratchpad)', usual: true },
  { id: 'ui', label: 'Lader appen lukke sig selv (ui)', usual: true },
  { id: 'close-app', label: 'Lukker appen, når der skiftes patient', usual: true },
  { id: 'session-drafts', label: 'Har kun nye kladder i sessionen, ikke på serveren', usual: false },
] as const;

export type AbilityId = (typeof abilities)[number]['id'];

export const usualAbilities: ReadonlySet<AbilityId> = new Set(
  abilities.filter(({ usual }) => usual).map(({ id }) => id),
);

/** Reads `can` of the page's address: the abilities by id, with commas between them; the usual ones where it is not there. */
export function readAbilities(address: URLSearchParams): ReadonlySet<AbilityId> {
  const wanted = address.get('can')?.split(',');
  return wanted ? new Set(abilities.map(({ id }) => id).filter((id) => wanted.includes(id))) : usualAbilities;
}

/** The same for the address; null where they are the usual ones. */
export function writeAbilities(chosen: ReadonlySet<AbilityId>): string | null {
  const isUsual = chosen.size === usualAbilities.size && [...chosen].every((id) => usualAbilities.has(id));
  return isUsual ? null : [...chosen].join(',');
}
