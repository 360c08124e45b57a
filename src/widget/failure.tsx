import { keptWords } from '../i18n/kept-words.ts';
import { stageWords } from '../i18n/stage-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { isAnythingKept } from './kept-key.ts';
import type { Model } from './model.ts';
import type { FailureCode } from './stage.ts';

/** Failures where trying again, here and now, can help. */
const RETRY: readonly FailureCode[] = ['offline', 'order-unreadable', 'patient-unreadable', 'no-guidance'];
/** Failures of access: opened again for the same draft, the app has the answers that were given. */
const OPENED_AGAIN: readonly FailureCode[] = ['expired', 'authorization-refused', 'token-refused'];
/** Failures where no patient is in play, so checking by hand is the way on. */
const BY_HAND: readonly FailureCode[] = ['launched-without-parameters', 'session-lost'];

interface FailureProps {
  readonly model: Model;
  readonly code: FailureCode;
  readonly detail: string | undefined;
}

/** What went wrong, and what to do now. */
export function Failure({ model, code, detail }: FailureProps) {
  const { words, language } = useSpeech();
  const { failure, byHandLink, failureDetail } = stageWords[language];
  const { title, text, next } = failure[code];
  return (
    <section class="message">
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      {OPENED_AGAIN.includes(code) && isAnythingKept() && <p>{keptWords[language].thereAfterwards}</p>}
      <p class="next">{next}</p>
      {code === 'expired' && model.signInAgain && (
        <button type="button" class="primary" onClick={model.signInAgain}>
          {keptWords[language].signInAgain}
        </button>
      )}
      {RETRY.includes(code) && (
        <button type="button" class="primary" onClick={() => keepFocus(model.start)}>
          {words.retry}
        </button>
      )}
      {BY_HAND.includes(code) && (
        <button type="button" class="secondary" onClick={() => keepFocus(model.startByHand)}>
          {byHandLink}
        </button>
      )}
      {detail && (
        <details>
          <summary>{failureDetail}</summary>
          <p class="detail">{`${code}: ${detail}`}</p>
        </details>
      )}
    </section>
  );
}

/** Another patient: nothing is shown but this. */
export function WrongPatient() {
  const { language } = useSpeech();
  const { title, text, next } = stageWords[language].wrongPatient;
  return (
    <section class="message message-stop">
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      <p>{text}</p>
      <p class="next">{next}</p>
    </section>
  );
}
