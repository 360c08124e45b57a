import { decisionWords } from '../i18n/decision-words.ts';
import { formatList } from '../i18n/notation.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import type { Stale } from './freshness.ts';

interface StaleLineProps {
  readonly stale: Stale;
  readonly deciding: Pick<Deciding, 'assessAgain'>;
}

/**
 * Under the verdict, in the room of the line about earlier imaging: the order is not as it was read. Read again, answers and what was
 * typed stay; an order that is no draft any more is not left for another, so what was typed can still be copied.
 */
export function StaleLine({ stale, deciding }: StaleLineProps) {
  const { language } = useSpeech();
  const { stale: words, element } = decisionWords[language];
  if (stale === 'no-draft')
    return (
      <p class="stale-line" role="status">
        {words.noDraft}
      </p>
    );
  const changed = [...new Set(stale.map((change) => element[change.element]))];
  return (
    <p class="stale-line" role="status">
      {words.changed(formatList(changed, language))}{' '}
      <button type="button" onClick={() => keepFocus(deciding.assessAgain)}>
        {words.readAgain}
      </button>
    </p>
  );
}
