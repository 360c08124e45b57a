import { Answers } from '../ui/answers.tsx';
import type { Deciding } from './deciding.ts';
import type { Model } from './model.ts';
import { SupplementRows } from './supplement-rows.tsx';
import type { Supplements } from './supplements.ts';

/** A piece beside the guidance: a section of its own, a row that unfolds, or nothing where it has nothing to say. */
export interface BesideProps {
  readonly model: Model;
  readonly deciding: Deciding;
  /** What was typed in the tools. */
  readonly supplements: Supplements;
}

/**
 * Everything beside the guidance and the decision, in the order in which it is read: what the record tells about the
 * order whatever a guideline says; tools; what was read; the answers given.
 */
export function Beside({ model, supplements }: BesideProps) {
  return (
    <>
      <SupplementRows model={model} supplements={supplements} />
      <Answers model={model} />
    </>
  );
}
