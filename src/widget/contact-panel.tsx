import { useEffect } from 'preact/hooks';
import { reasonToConfer } from '../core/decision/conferring.ts';
import { contactWords } from '../i18n/contact-words.ts';
import { type Contact, type ContactsWrong, contactsFor, dialAddress, fetchContacts } from '../smart/contacts.ts';
import { keepFocus } from '../ui/focus.ts';
import { createLater } from '../ui/later.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import { EditedTextArea } from './edited-text-area.tsx';
import type { SupplementProps } from './supplements.ts';

/** The site's contacts; the same for every patient. */
const siteContacts = createLater(() => fetchContacts());

/** Whom to confer with, the telephone before all, and the question ready to read aloud or copy. */
export function ContactPanel({ model, supplements }: SupplementProps) {
  const words = contactWords[useSpeech().language];
  const { library, loop } = model;
  const assessment = loop.assessment.value;
  useEffect(() => {
    siteContacts.fetch();
  }, []);
  if (!assessment) return null;
  const why = reasonToConfer(
    assessment,
    library.guidelines.map(({ document }) => document),
  );
  const modality = assessment.order === null ? undefined : library.vocabulary.orders[assessment.order]?.modality;
  return (
    <>
      {why && <p>{words.why[why]}</p>}
      <Contacts modality={modality} isUrgent={needsTelephone(assessment.urgency)} />
      <EditedTextArea id="sparring-question" label={words.question} edited={supplements.sparring}>
        <p class="fine">{words.about}</p>
      </EditedTextArea>
    </>
  );
}

function Contacts({ modality, isUrgent }: { readonly modality: string | undefined; readonly isUrgent: boolean }) {
  const { words: first, language } = useSpeech();
  const words = contactWords[language];
  const contacts = siteContacts.part.value;
  if (contacts === 'loading') return <p class="fine">{first.loading}</p>;
  if (contacts === 'failed')
    return (
      <div class="notice">
        <p>{words.notFetched}</p>
        <button type="button" class="secondary" onClick={() => keepFocus(siteContacts.fetch)}>
          {first.retry}
        </button>
      </div>
    );
  if (isWrong(contacts))
    return (
      <p class="notice">
        {words.wrong} <span class="detail">site.json: {contacts.at}</span>
      </p>
    );
  if (contacts.length === 0) return <p class="notice">{words.none}</p>;
  return (
    <ul class="contacts">
      {contactsFor(contacts, modality, isUrgent).map((contact) => (
        <li key={contact.telephone}>
          <OneContact contact={contact} />
        </li>
      ))}
    </ul>
  );
}

function OneContact({ contact }: { readonly contact: Contact }) {
  const { language, text } = useSpeech();
  const words = contactWords[language];
  const { name, department, telephone, hours, acute, note } = contact;
  return (
    <>
      <p>
        {text(name)} <span class="fine">{words.department[department]}</span>
      </p>
      <p>
        <a class="telephone-number" href={dialAddress(telephone)}>
          {telephone}
        </a>{' '}
        <span class="fine">{[...(acute ? [words.acute] : []), text(hours)].join(' · ')}</span>
      </p>
      {note && <p class="fine">{text(note)}</p>}
    </>
  );
}

function isWrong(contacts: readonly Contact[] | ContactsWrong): contacts is ContactsWrong {
  return 'kind' in contacts;
}
