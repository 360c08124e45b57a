import type { ComponentChildren } from 'preact';
import type { Urgency } from '../core/schema/rating.ts';
import { TelephoneIcon } from './icon.tsx';
import { useSpeech } from './speech-context.ts';

interface TelephoneProps {
  readonly urgency: Urgency | null;
  /** Whether questions are still open; they can wait. */
  readonly open: boolean;
  /** What the order itself says, and the number to call. */
  readonly children?: ComponentChildren;
}

/** Whether the telephone comes before everything else. */
export function needsTelephone(urgency: Urgency | null): urgency is 'emergency' | 'same-day' {
  return urgency === 'emergency' || urgency === 'same-day';
}

/**
 * In an emergency, or when it has to be settled today: telephone, before anything else is read, and as strong while something is
 * asked as after. In an emergency that can wait; of what has to be settled today an answer may still make one.
 */
export function Telephone({ urgency, open, children }: TelephoneProps) {
  const { words } = useSpeech();
  if (!needsTelephone(urgency)) return null;
  const { title, text } = words.telephone[urgency];
  return (
    <section class={`telephone telephone-${urgency}`} aria-labelledby="telephone-title">
      <TelephoneIcon />
      <div>
        <h2 id="telephone-title">{title}</h2>
        <p>{open && urgency === 'emergency' ? `${text} ${words.otherQuestionsCanWait}` : text}</p>
        {children}
      </div>
    </section>
  );
}
