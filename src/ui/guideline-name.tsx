import type { LocalGuideline } from '../core/guideline/site.ts';
import { formatDate } from '../i18n/notation.ts';
import { versionWords } from '../i18n/sentence.ts';
import { useSpeech } from './speech-context.ts';

/** A guideline's title and version, who approved it (that nobody did is always said), and the way to its page. */
export function GuidelineName({ guideline }: { readonly guideline: LocalGuideline }) {
  const { words, language, text } = useSpeech();
  const { id, title, approval } = guideline;
  return (
    <p class="guideline-name">
      <span>
        {text(title)}, {versionWords(words, guideline)}
      </span>{' '}
      {approval ? (
        <span class="approval">{words.approvedBy(approval.by, formatDate(approval.date, language))}</span>
      ) : (
        <span class="approval approval-none">{words.notApproved}</span>
      )}{' '}
      <a class="read-guideline" href={`guidelines/${id}.${language}.html`} target="_blank" rel="noopener noreferrer">
        {words.readGuideline}
        <span class="visually-hidden"> ({words.why.opensElsewhere})</span>
      </a>
    </p>
  );
}
