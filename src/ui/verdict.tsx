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

/** An examination and how it is rated: a badge stands beside nothing else, so it is not read as said of another thing. */
export function Rated({ name, verdict }: { readonly name: string; readonly verdict: Verdict }) {
  return (
    <p>
      {name}: <VerdictBadge verdict={verdict} small />
    </p>
  );
}
