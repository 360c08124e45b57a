import { type Contact, type ContactsWrong, contactsFor, fetchContacts } from '../smart/contacts.ts';
import { createLater } from '../ui/later.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import type { CaseModel } from './case-model.ts';

/** The site's contacts; the same for every patient. */
export const siteContacts = createLater(() => fetchContacts());

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
