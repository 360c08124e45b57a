import type { Feedback } from './feedback.ts';
import type { Hook } from './hook-request.ts';

/** A card as it was given out: what feedback on it is about. Nothing of the patient, the order or the user. */
export interface GivenCard {
  readonly card: string;
  readonly hook: Hook;
  /** Order id of the vocabulary, e.g. `mr-lumbar-spine`. */
  readonly order: string;
  readonly verdict: string;
  readonly urgency: string | null;
  /** `<guideline>@<version>/<recommendation>`, an open guideline without recommendation. */
  readonly guidance: readonly string[];
  /** What each suggestion does: `change:<order>` or `cancel`, by its uuid. */
  readonly suggestions: Readonly<Record<string, string>>;
  /** ISO date-time. */
  readonly at: string;
}

/** One line of an export. */
export type ExportLine =
  | ({ readonly kind: 'card' } & GivenCard)
  | ({ readonly kind: 'feedback'; readonly receivedAt: string } & Feedback);

/**
 * Where feedback is kept: only ever added to, and removed only by age. A region can put another database under it.
 */
export interface FeedbackStore {
  /** Keeps feedback: when this resolves it is on disk and outlives a crash. Rejects when it could not be kept. */
  add(feedback: readonly Feedback[], receivedAt: string): Promise<void>;
  /** Keeps cards that were given out. They may be written later, some together; a crash may lose the last second of them. */
  addCards(cards: readonly GivenCard[]): void;
  /** Everything since that ISO date-time, oldest first. */
  export(since?: string): AsyncIterable<ExportLine>;
  /** Removes what was received before that ISO date-time; how many lines. */
  removeBefore(before: string): Promise<number>;
  /** Whether it can be written to. */
  check(): Promise<boolean>;
  close(): Promise<void>;
}
