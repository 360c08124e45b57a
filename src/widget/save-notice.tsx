import { decisionWords } from '../i18n/decision-words.ts';
import { keptWords } from '../i18n/kept-words.ts';
import { formatList } from '../i18n/notation.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Notice, OrderChange } from './stage.ts';

interface SaveNoticeProps {
  readonly notice: Notice | null;
  /** How to sign in again, where what was answered and typed will be there afterwards; null where it will not. */
  readonly signIn?: { readonly again: (() => void) | undefined } | null;
}

/** Why the last attempt to save did not succeed, what changed, and what to do. */
export function SaveNotice({ notice, signIn = null }: SaveNoticeProps) {
  const { language } = useSpeech();
  const words = decisionWords[language];
  if (!notice) return null;
  const isAccess = notice.kind === 'expired' && signIn !== null;
  const { title } = words.save[notice.kind];
  const { text, next } = isAccess ? keptWords[language].expired : words.save[notice.kind];
  const elementNames: Readonly<Record<string, string>> = words.element;
  return (
    <section class="notice notice-failed" role="alert" data-notice={notice.kind}>
      <h2>{title}</h2>
      <p>{text}</p>
      {notice.kind === 'conflict' && <Changes changes={notice.changes} />}
      {notice.kind === 'differs' && (
        <p>
          {words.differsIn(
            formatList(
              notice.elements.map((name) => elementNames[name] ?? name),
              language,
            ),
          )}
        </p>
      )}
      <p class="next">{next}</p>
      {isAccess && signIn.again && (
        <button type="button" class="primary" onClick={signIn.again}>
          {keptWords[language].signInAgain}
        </button>
      )}
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly OrderChange[] }) {
  const words = decisionWords[useSpeech().language];
  const statuses: Readonly<Record<string, string>> = words.orderStatus;
  const shown = (change: OrderChange, value: string) =>
    value === '' ? '–' : change.element === 'status' ? (statuses[value] ?? value) : value;
  if (changes.length === 0) return <p>{words.nothingVisiblyChanged}</p>;
  return (
    <>
      <h3>{words.changedMeanwhile}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.element}>
            {words.element[change.element]}: {shown(change, change.from)} → {shown(change, change.to)}
          </li>
        ))}
      </ul>
    </>
  );
}
