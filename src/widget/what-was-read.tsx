import type { Gap } from '../fhir/context.ts';
import type { ReadPart, RecordReading } from '../fhir/record-reading.ts';
import { formatMoment } from '../i18n/moment.ts';
import { recordReadingWords } from '../i18n/record-reading-words.ts';
import { asHeading, resourceWords } from '../i18n/sentence.ts';
import { Fold } from '../ui/fold.tsx';
import { useSpeech } from '../ui/speech-context.ts';

/** So many entries without code are named; a record without codes has hundreds. */
const NAMED = 12;

/** What was read of the record, when, how much, and what was not; folded until somebody asks what the guidance rests on. */
export function WhatWasRead({ reading: { at, parts, gaps } }: { readonly reading: RecordReading }) {
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
              <Read key={part.resourceType} part={part} />
            ))}
          </ul>
          <p class="fine">{words.scope}</p>
        </div>
      )}
    </Fold>
  );
}

function Read({ part: { resourceType, count, uncoded } }: { readonly part: ReadPart }) {
  const { language } = useSpeech();
  const words = recordReadingWords[language];
  const named = uncoded.slice(0, NAMED).map(words.quoted);
  const rest = uncoded.length - named.length;
  return (
    <li class="fact">
      <PartName resourceType={resourceType} />: {count === 0 ? words.none : words.count(count)}
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
