import { useEffect } from 'preact/hooks';
import { contactWords } from '../i18n/contact-words.ts';
import { dialAddress } from '../smart/contacts.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { CaseModel } from './case-model.ts';
import { contactsOf, isWrong, siteContacts } from './site-contacts.ts';

/**
 * A number in what says to call: of who performs the examination, from the site configuration. Whom else to call is the
 * recommendation's to say, so it says what this number is for.
 */
export function Call({ model }: { readonly model: Pick<CaseModel, 'library' | 'loop'> }) {
  const { words, language, text } = useSpeech();
  useEffect(() => {
    siteContacts.fetch();
  }, []);
  const contacts = siteContacts.part.value;
  if (contacts === 'loading') return <>{words.loading}</>;
  const [first] = contacts === 'failed' || isWrong(contacts) ? [] : contactsOf(model, contacts);
  const { arrangeWith, switchboard } = contactWords[language];
  if (!first) return <>{switchboard}</>;
  const { name, telephone, hours, acute } = first;
  return (
    <>
      <span class="telephone-name">
        {arrangeWith} {text(name)}
        {!acute && ` (${text(hours)})`}
      </span>
      <a class="telephone-number" href={dialAddress(telephone)}>
        {telephone}
      </a>
    </>
  );
}
