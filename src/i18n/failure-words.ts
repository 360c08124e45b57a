/** One failure in words: what happened, and what to do now. */
export interface FailureWords {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}
