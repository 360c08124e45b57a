import { useEffect, useRef, useState } from 'preact/hooks';
import type { EarlierExamination } from '../fhir/imaging/history.ts';
import { examinationWords, whenWords } from '../i18n/imaging-sentence.ts';
import { formatList } from '../i18n/notation.ts';
import { reportWords } from '../i18n/report-words.ts';
import type { ReportOutcome } from '../smart/open-report.ts';
import type { ReportDocument, ReportMiss } from '../smart/report-content.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { ImagingChecks } from './imaging-checks.ts';
import { markupText } from './markup-text.ts';

export interface ReportOpenerProps {
  readonly examination: EarlierExamination;
  readonly imaging: Pick<ImagingChecks, 'openReport'>;
}

type Shown = ReportOutcome | 'closed' | 'opening' | 'unavailable';

/** Opens the report of an earlier examination on press; what was fetched is forgotten when it is closed. */
export function ReportOpener({ examination, imaging }: ReportOpenerProps) {
  const { language } = useSpeech();
  const words = reportWords[language];
  const [shown, setShown] = useState<Shown>('closed');
  /** Counts presses: what comes after another press is no longer wanted. */
  const presses = useRef(0);
  const isClosed = shown === 'closed';
  const name = [examinationWords(examination), whenWords(examination, language)]
    .filter((part) => part !== '')
    .join(', ');
  const close = (): void => {
    presses.current += 1;
    setShown('closed');
  };
  const open = async (): Promise<void> => {
    presses.current += 1;
    const press = presses.current;
    setShown('opening');
    const outcome = await imaging.openReport(examination);
    if (press === presses.current) setShown(outcome);
  };
  return (
    <div class="report">
      <button
        type="button"
        class="quiet"
        aria-expanded={!isClosed}
        aria-label={isClosed ? words.openOf(name) : words.closeOf(name)}
        onClick={isClosed ? open : close}
      >
        {isClosed ? words.open : words.close}
      </button>
      <p role="status" class={shown === 'opening' ? 'fine' : 'visually-hidden'}>
        {shown === 'opening' ? words.opening : isClosed ? '' : words.opened}
      </p>
      {typeof shown === 'object' && <Outcome outcome={shown} known={examination.report?.conclusion} />}
      {shown === 'unavailable' && <p class="notice notice-gap">{words.unavailable}</p>}
      {canTryAgain(shown) && (
        <button type="button" class="quiet" onClick={open}>
          {words.again}
        </button>
      )}
    </div>
  );
}

function canTryAgain(shown: Shown): boolean {
  if (typeof shown === 'string') return shown === 'unavailable';
  return shown.kind === 'opened' && shown.misses.some(({ kind }) => kind === 'unread');
}

interface OutcomeProps {
  readonly outcome: ReportOutcome;
  /** The conclusion that stands above already. */
  readonly known: string | undefined;
}

function Outcome({ outcome, known }: OutcomeProps) {
  const words = reportWords[useSpeech().language];
  if (outcome.kind === 'expired') return <p class="notice notice-gap">{words.expired}</p>;
  const { documents, conclusions, misses } = outcome;
  return (
    <>
      {documents.map((document, at) => (
        <ReportText key={`${at} ${document.kind}`} document={document} />
      ))}
      {conclusions
        .filter((conclusion) => conclusion !== known)
        .map((conclusion) => (
          <p key={conclusion} class="report-text">
            {words.conclusion}: {conclusion}
          </p>
        ))}
      {documents.length === 0 && <p class="fine">{conclusions.length === 0 ? words.none : words.conclusionOnly}</p>}
      <Misses misses={misses} />
    </>
  );
}

function ReportText({ document }: { readonly document: ReportDocument }) {
  const words = reportWords[useSpeech().language];
  const title = document.title ?? words.document;
  return (
    <article class="report-document">
      <h4>{title}</h4>
      {document.kind === 'pdf' ? (
        <Pdf content={document.content} />
      ) : (
        <>
          <p class="report-text">{document.kind === 'html' ? markupText(document.text) : document.text}</p>
          {document.kind === 'html' && <p class="fine">{words.textOnly}</p>}
        </>
      )}
    </article>
  );
}

/** An address for the file that only this page knows, as long as the report is open. */
function Pdf({ content }: { readonly content: Blob }) {
  const words = reportWords[useSpeech().language];
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return (
    <>
      <p class="fine">{words.pdf}</p>
      {address && (
        <p>
          <a href={address} target="_blank" rel="noreferrer">
            {words.openPdf}
          </a>
        </p>
      )}
    </>
  );
}

function Misses({ misses }: { readonly misses: readonly ReportMiss[] }) {
  const { language, words: shared } = useSpeech();
  const words = reportWords[language];
  const said = misses.flatMap((miss) => {
    if (miss.kind === 'elsewhere') return [words.elsewhere(miss.host)];
    return miss.kind === 'unshown' ? [words.unshown(miss.contentType)] : [];
  });
  const reasons = misses.flatMap((miss) => (miss.kind === 'unread' ? [shared.gapReason[miss.reason]] : []));
  const all = [...said, ...(reasons.length > 0 ? [words.unread(formatList([...new Set(reasons)], language))] : [])];
  return (
    <>
      {[...new Set(all)].map((line) => (
        <p key={line} class="notice notice-gap">
          {line}
        </p>
      ))}
    </>
  );
}
