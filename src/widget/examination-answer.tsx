import { imagingWords } from '../i18n/imaging-words.ts';
import { asSentence } from '../i18n/notation.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { ReportOpener, type ReportOpenerProps } from './report-opener.tsx';

/** What an earlier examination answered: its conclusion, as far as it is stated by itself, and the way to the whole report. */
export function ExaminationAnswer({ examination, imaging }: ReportOpenerProps) {
  return (
    <>
      <Conclusion examination={examination} />
      {examination.state === 'done' && <ReportOpener examination={examination} imaging={imaging} />}
    </>
  );
}

/** The conclusion alone. */
export function Conclusion({ examination: { report } }: Pick<ReportOpenerProps, 'examination'>) {
  const words = imagingWords[useSpeech().language];
  if (report?.conclusion === undefined) return null;
  return (
    <p>
      {report.preliminary ? words.preliminaryReport : words.report}: {asSentence(report.conclusion)}
    </p>
  );
}
