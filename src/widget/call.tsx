import { useEffect } from 'preact/hooks';
import { recommendationOf } from '../core/decision/ruling.ts';
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
  const { arrangeWith, switchboard, or } = contactWords[language];
  const emergencyNumber = names112(model) && (
    <>
      {` ${or} `}
      <a class="telephone-number" href="tel:112">
        112
      </a>
    </>
  );
  if (!first)
    return (
      <span>
        {switchboard}
        {emergencyNumber}
      </span>
    );
  const { name, telephone, hours, acute } = first;
  return (
    <>
      <span class="telephone-name">
        {arrangeWith} {text(name)}
        {!acute && ` (${text(hours)})`}
      </span>
      <span>
        <a class="telephone-number" href={dialAddress(telephone)}>
          {telephone}
        </a>
        {emergencyNumber}
      </span>
    </>
  );
}

/** Whether a recommendation that speaks names the emergency number among what to do. */
function names112({ library, loop }: Pick<CaseModel, 'library' | 'loop'>): boolean {
  return (loop.assessment.value?.guidance ?? []).some(({ guideline: id, speaks }) => {
    const guideline = library.guidelines.find(({ document }) => document.id === id);
    if (!guideline || speaks === null) return false;
    return recommendationOf(guideline, speaks).do.some(({ da }) => /\b112\b/.test(da));
  });
}
