import { useEffect } from 'preact/hooks';
import { type Contact, type ContactsWrong, contactsFor, fetchContacts, type SiteContacts } from '../smart/contacts.ts';
import { createLater } from '../ui/later.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import type { CaseModel } from './case-model.ts';

/** Whom the site gives numbers of; the same for every patient. Fetched with the first that may need it. */
export const siteContacts = createLater(() => fetchContacts());

/** The site's numbers as far as they have come; tried again where they could not be had. */
export function useSiteContacts(): SiteContacts | 'loading' | 'failed' {
  useEffect(() => {
    siteContacts.fetch();
  }, []);
  return siteContacts.part.value;
}

/** Those of the contacts that perform the case's examination, whom to call first at the head. */
export function contactsOf(
  { library, loop }: Pick<CaseModel, 'library' | 'loop'>,
  contacts: readonly Contact[],
): readonly Contact[] {
  const assessment = loop.assessment.value;
  const order = assessment?.order ?? null;
  const modality = order === null ? undefined : library.vocabulary.orders[order]?.modality;
  return contactsFor(contacts, modality, needsTelephone(assessment?.urgency ?? null));
}

/** Whether the site configuration's contacts are wrong. */
export function isWrong(contacts: readonly Contact[] | ContactsWrong): contacts is ContactsWrong {
  return 'kind' in contacts;
}
