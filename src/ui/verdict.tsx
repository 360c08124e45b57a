import type { Verdict } from '../core/schema/rating.ts';
import { VerdictIcon } from './icon.tsx';
import { useSpeech } from './speech-context.ts';

/** A verdict: word, shape and colour. */
export function VerdictBadge({ verdict, small = false }: { readonly verdict: Verdict; readonly small?: boolean }) {
  const { words } = useSpeech();
  return (
    <span class={`verdict verdict-${verdict}${small ? ' verdict-small' : ''}`}>
      <VerdictIcon verdict={verdict} />
      <span class="verdict-word">{words.verdict[verdict]}</span>
    </span>
  );
}
