import { useEffect } from 'preact/hooks';
import { whomToCall } from '../core/decision/whom-to-call.ts';
import { CallNumbers } from './call-numbers.tsx';
import type { CaseModel } from './case-model.ts';
import { contactsOf, isWrong, useSiteContacts } from './site-contacts.ts';

/**
 * The numbers in what says to call: of those whom the recommendation names, then of who performs the examination, from the
 * site configuration. Where the guideline does not rate the examination, who performs it is not whom to call.
 */
export function Call({ model }: { readonly model: Pick<CaseModel, 'library' | 'loop'> }) {
  const site = useSiteContacts();
  const { library, loop } = model;
  const assessment = loop.assessment.value;
  // What can wait until the questions are answered does; an emergency does not.
  const isDue = assessment?.urgency === 'emergency' || loop.open.value.length === 0;
  // What answers a question far down the page comes at its head: it is brought into view, and the focus stays.
  useEffect(() => {
    if (isDue) document.querySelector('.telephone')?.scrollIntoView({ block: 'nearest' });
  }, [isDue]);
  if (!assessment) return null;
  const called = whomToCall(
    assessment,
    library.guidelines.map(({ document }) => document),
  );
  if (typeof site === 'string') return <CallNumbers called={called} site={site} imaging={null} />;
  const { contacts, telephones } = site;
  const isRated = assessment.verdict !== 'no-criteria-apply';
  const [imaging = null] = isRated && !isWrong(contacts) ? contactsOf(model, contacts) : [];
  const wrong = isWrong(contacts) ? [contacts.at, ...telephones.wrong] : telephones.wrong;
  return <CallNumbers called={called} site={{ ...telephones, wrong }} imaging={imaging} />;
}
