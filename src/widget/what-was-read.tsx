import { Fragment } from 'preact';
import type { Gap } from '../fhir/context.ts';
import type { OrderText } from '../fhir/order-text.ts';
import type { ReadPart, RecordReading } from '../fhir/record-reading.ts';
import { periodWords } from '../i18n/imaging-sentence.ts';
import { formatMoment } from '../i18n/moment.ts';
import { recordReadingWords } from '../i18n/record-reading-words.ts';
import { asHeading, asPhrase, resourceWords } from '../i18n/sentence.ts';
import { Fold } from '../ui/fold.tsx';
import { useSpeech } from '../ui/speech-context.ts';

/** So many entries without code are named; a record without codes has hundreds. */
const NAMED = 12;

/** What was read of the record, when, how much, and what was not; folded until somebody asks what the guidance rests on. */
export function WhatWasRead({ reading: { at, parts, gaps, hasDraft } }: { readonly reading: RecordReading }) {
  const { language } = useSpeech();
  const words = recordReadingWords[language];
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const summary = [words.inAll(total), ...(gaps.length > 0 ? [words.notRead(gaps.length)] : [])];
  return (
    <Fold
      class="was-read"
      summary={
        <>
          {words.heading} <span class="fine">({summary.join(', ')})</span>
        </>
      }
    >
      {() => (
        <div class="supplement">
          {at && <p class="fine">{words.readAt(formatMoment(at, language))}</p>}
          <ul class="facts">
            {gaps.map((gap) => (
              <NotRead key={`${gap.resourceType} ${gap.reason}`} gap={gap} />
            ))}
            {parts.map((part) => (
              <Read key={part.resourceType} part={part} hasDraft={hasDraft} />
            ))}
          </ul>
          <p class="fine">{words.scope}</p>
        </div>
      )}
    </Fold>
  );
}

/** Words on the order that nothing rests on: shown, so that nobody thinks that they were understood. */
export function OrderTexts({ texts }: { readonly texts: readonly OrderText[] }) {
  const words = recordReadingWords[useSpeech().language].orderText;
  if (texts.length === 0) return null;
  return (
    <Fold class="order-texts" summary={words.heading}>
      {() => (
        <div class="supplement">
          <p class="fine">{words.help}</p>
          <dl>
            {texts.map(({ place, text }) => (
              <Fragment key={`${place} ${text}`}>
                <dt class="fine">{words[place]}</dt>
                <dd class="report-text">{text}</dd>
              </Fragment>
            ))}
          </dl>
        </div>
      )}
    </Fold>
  );
}

interface ReadProps {
  readonly part: ReadPart;
  readonly hasDraft: boolean;
}

function Read({ part: { resourceType, count, uncoded, sought }, hasDraft }: ReadProps) {
  const { language, text } = useSpeech();
  const words = recordReadingWords[language];
  const soughtFor = (sought ?? [])
    .map(({ label, within }) => words.oldest(asPhrase(text(label)), periodWords(within, language)))
    .join(', ');
  const none = sought
    ? words.noneSought(soughtFor)
    : resourceType === 'ServiceRequest' && hasDraft
      ? words.noOther
      : words.none;
  const named = uncoded.slice(0, NAMED).map(words.quoted);
  const rest = uncoded.length - named.length;
  return (
    <li class="fact">
      <PartName resourceType={resourceType} />: {count === 0 ? none : words.count(count)}
      {count > 0 && soughtFor && <p class="fine">{words.sought(soughtFor)}</p>}
      {named.length > 0 && (
        <p class="fine">{words.uncoded([...named, ...(rest > 0 ? [words.more(rest)] : [])].join(', '))}</p>
      )}
    </li>
  );
}

function NotRead({ gap: { resourceType, reason } }: { readonly gap: Gap }) {
  const { words } = useSpeech();
  return (
    <li class="fact fact-unknown">
      <PartName resourceType={resourceType} />: {words.absent.error} ({words.gapReason[reason]})
    </li>
  );
}

function PartName({ resourceType }: { readonly resourceType: string }) {
  const speech = useSpeech();
  return (
    <>{recordReadingWords[speech.language].part[resourceType] ?? asHeading(resourceWords(speech, [resourceType]))}</>
  );
}
