import type { ReadonlySignal } from '@preact/signals-core';
import type { RecordReading } from '../fhir/record-reading.ts';
import { Answers } from '../ui/answers.tsx';
import type { Deciding } from './deciding.ts';
import type { Model } from './model.ts';
import { SupplementRows } from './supplement-rows.tsx';
import type { Supplements } from './supplements.ts';
import { WhatWasRead } from './what-was-read.tsx';

/** A piece beside the guidance: a section of its own, a row that unfolds, or nothing where it has nothing to say. */
export interface BesideProps {
  readonly model: Model;
  readonly deciding: Deciding;
  /** What was typed in the tools. */
  readonly supplements: Supplements;
  /** What was read; null by hand. */
  readonly reading: ReadonlySignal<RecordReading | null>;
}

/**
 * Everything beside the guidance and the decision, in the order in which it is read: what the record tells about the
 * order whatever a guideline says; tools; what was read; the answers given.
 */
export function Beside({ model, supplements, reading }: BesideProps) {
  return (
    <>
      <SupplementRows model={model} supplements={supplements} />
      {reading.value && <WhatWasRead reading={reading.value} />}
      <Answers model={model} />
    </>
  );
}
