import { Answers } from '../ui/answers.tsx';
import type { Deciding } from './deciding.ts';
import type { Model } from './model.ts';

/** A piece beside the guidance: a section of its own, a row that unfolds, or nothing where it has nothing to say. */
export interface BesideProps {
  readonly model: Model;
  readonly deciding: Deciding;
}

/**
 * Everything beside the guidance and the decision, in the order in which it is read: what the record tells about the
 * order whatever a guideline says; tools; what was read; the answers given.
 */
export function Beside({ model }: BesideProps) {
  return <Answers model={model} />;
}
