import type { ReadonlySignal } from '@preact/signals-core';
import { useEffect, useRef } from 'preact/hooks';
import type { OrderText } from '../fhir/order-text.ts';
import type { RecordReading } from '../fhir/record-reading.ts';
import { whyWords } from '../i18n/why-words.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { Deciding } from './deciding.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import { ImagingChecksView } from './imaging-checks-view.tsx';
import type { Model } from './model.ts';
import { SupplementRows } from './supplement-rows.tsx';
import type { Supplements } from './supplements.ts';
import { OrderTexts, WhatWasRead } from './what-was-read.tsx';

/** A piece beside the guidance: a section of its own, a row that unfolds, or nothing where it has nothing to say. */
export interface BesideProps {
  readonly model: Model;
  readonly deciding: Deciding;
  /** What was typed in the tools. */
  readonly supplements: Supplements;
  /** What was read; null by hand. */
  readonly reading: ReadonlySignal<RecordReading | null>;
  /** Free text of the draft; null where there is none. */
  readonly texts: ReadonlySignal<readonly OrderText[] | null>;
  readonly imaging: ImagingChecks;
}

/**
 * Everything beside the guidance and the decision, in the order in which it is read: what the record tells about the
 * order whatever a guideline says; tools; what was read.
 */
export function Beside({ model, deciding, supplements, reading, texts, imaging }: BesideProps) {
  const words = whyWords[useSpeech().language];
  const record = imaging.reading.value;
  useEffect(() => {
    imaging.read();
  }, [record, imaging]);
  const isReading = imaging.shown.value === 'reading';
  // Drawn once the record is read, or in its place at the end when that takes long: then nothing moves.
  const late = useRef(false);
  if (isReading && imaging.isLate.value) late.current = true;
  if (isReading && !late.current) return <ImagingChecksView imaging={imaging} deciding={deciding} />;
  return (
    <>
      {!late.current && <ImagingChecksView imaging={imaging} deciding={deciding} />}
      <SupplementRows model={model} supplements={supplements} />
      {texts.value && <OrderTexts texts={texts.value} />}
      {reading.value && <WhatWasRead reading={reading.value} />}
      {model.loop.screen.value && <p class="keys fine">{words.keys}</p>}
      {late.current && <ImagingChecksView imaging={imaging} deciding={deciding} />}
    </>
  );
}
