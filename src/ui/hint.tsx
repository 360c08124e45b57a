import { type Fact, newestHints } from '../core/facts/fact.ts';
import { absentWords, referenceWords } from '../i18n/sentence.ts';
import { useSpeech } from './speech-context.ts';

/** What stands beside a question: something in the record that is not an answer, and what could not be read or used. */
export function Hints({ fact }: { readonly fact: Fact }) {
  const speech = useSpeech();
  const hints = newestHints(fact);
  const unread = !fact.known && (fact.reason === 'error' || fact.reason === 'unsupported') ? fact : null;
  if (hints.length === 0 && !unread) return null;
  return (
    <ul class="hints">
      {hints.map((hint) => (
        <li key={hint.reference}>
          {speech.words.question.fromTheRecord}: {referenceWords(speech, hint)}
          {hint.text && ` – ${speech.text(hint.text)}`}
        </li>
      ))}
      {hints[0] && <li>{speech.words.question.answerYourself}</li>}
      {unread && <li class="unread">{absentWords(speech, unread)}</li>}
    </ul>
  );
}
