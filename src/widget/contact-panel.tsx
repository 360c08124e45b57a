import { whyConfer } from '../core/decision/conferring.ts';
import { contactWords } from '../i18n/contact-words.ts';
import type { Contact } from '../smart/contacts.ts';
import { dialAddress } from '../smart/site-telephones.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import { EditedTextArea } from './edited-text-area.tsx';
import { contactsOf, isWrong, siteContacts, useSiteContacts } from './site-contacts.ts';
import type { SupplementProps } from './supplements.ts';

/** Whom to confer with, the telephone before all, and the question ready to read aloud or copy. */
export function ContactPanel({ model, supplements }: SupplementProps) {
  const words = contactWords[useSpeech().language];
  const { library, loop } = model;
  const assessment = loop.assessment.value;
  if (!assessment) return null;
  const why = whyConfer(
    assessment,
    library.guidelines.map(({ document }) => document),
  );
  return (
    <>
      <p>{words.why[why]}</p>
      <Contacts model={model} />
      <EditedTextArea id="sparring-question" label={words.question} edited={supplements.sparring}>
        <p class="fine">{words.about}</p>
      </EditedTextArea>
    </>
  );
}

function Contacts({ model }: Pick<SupplementProps, 'model'>) {
  const { words: first, language } = useSpeech();
  const words = contactWords[language];
  const site = useSiteContacts();
  if (site === 'loading') return <p class="fine">{first.loading}</p>;
  if (site === 'failed')
    return (
      <div class="notice">
        <p>{words.notFetched}</p>
        <button type="button" class="secondary" onClick={() => keepFocus(siteContacts.fetch)}>
          {first.retry}
        </button>
      </div>
    );
  const { contacts, telephones } = site;
  if (isWrong(contacts))
    return (
      <p class="notice">
        {words.wrong} <span class="detail">site.json: {[contacts.at, ...telephones.wrong].join(', ')}</span>
      </p>
    );
  if (contacts.length === 0) return <p class="notice">{words.none}</p>;
  const isUrgent = needsTelephone(model.loop.assessment.value?.urgency ?? null);
  return (
    <>
      <ul class="contacts">
        {contactsOf(model, contacts).map((contact) => (
          <li key={contact.telephone}>
            <OneContact contact={contact} isUrgent={isUrgent} />
          </li>
        ))}
      </ul>
      {telephones.wrong.length > 0 && (
        <p class="notice">
          {words.faulty} <span class="detail">site.json: {telephones.wrong.join(', ')}</span>
        </p>
      )}
    </>
  );
}

/** What else there is to know is often another way than the telephone, and so left out where it cannot wait. */
function OneContact({ contact, isUrgent }: { readonly contact: Contact; readonly isUrgent: boolean }) {
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
      {note && !isUrgent && <p class="fine">{text(note)}</p>}
    </>
  );
}
