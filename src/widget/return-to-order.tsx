import { useState } from 'preact/hooks';
import { decisionWords } from '../i18n/decision-words.ts';
import { useSpeech } from '../ui/speech-context.ts';

interface ReturnToOrderProps {
  /** Closes the app, and says whether the EHR did so; null where the EHR cannot be asked to. */
  readonly leave: (() => Promise<boolean>) | null;
}

/** Back to the order in one action, where the EHR can close the app; where it does not, what to do oneself. */
export function ReturnToOrder({ leave }: ReturnToOrderProps) {
  const { back, notClosed } = decisionWords[useSpeech().language].saved;
  const [stayed, setStayed] = useState(false);
  if (leave === null) return null;
  return (
    <>
      <button type="button" class="primary" onClick={async () => setStayed(!(await leave()))}>
        {back}
      </button>
      <p role="status">{stayed ? notClosed : ''}</p>
    </>
  );
}
