import type { Fact } from '../core/facts/fact.ts';
import { absentWords, referenceWords } from '../i18n/sentence.ts';
import { useSpeech } from './speech-context.ts';

/** What stands beside a question: something in the record that is not an answer, and what could not be read or used. */
export function Hints({ fact }: { readonly fact: Fact }) {
  const speech = useSpeech();
  const all = fact.hints ?? [];
  // One examination is told of by several resources: the same words are said once, of their newest date.
  const hints = all.filter(
    ({ display, date = '' }, at) =>
      !all.some((other, place) => {
        const { date: otherDate = '' } = other;
        return other.display === display && (otherDate > date || (otherDate === date && place < at));
      }),
  );
  const unread = !fact.known && (fact.reason === 'error' || fact.reason === 'unsupported') ? fact : null;
  if (hints.length === 0 && unread === null) return null;
  return (
    <ul class="hints">
      {hints.map((hint) => (
        <li key={hint.reference}>
          {speech.words.question.fromTheRecord}: {referenceWords(speech, hint)}
          {hint.text && ` – ${speech.text(hint.text)}`}
        </li>
      ))}
      {unread && <li>{absentWords(speech, unread)}</li>}
    </ul>
  );
}
