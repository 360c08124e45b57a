import type { ComponentChildren } from 'preact';
import { betterThanDraft } from '../core/decision/better.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { verdictFrom } from '../core/decision/verdict-from.ts';
import { isSupport } from '../core/schema/rating.ts';
import { verdictReason } from '../i18n/sentence.ts';
import type { Voice } from './guidance-card.tsx';
import type { GuidanceModel } from './guidance-model.ts';
import { useSpeech } from './speech-context.ts';
import { needsTelephone } from './telephone.tsx';
import { Rated, VerdictBadge } from './verdict.tsx';

interface VerdictHeadProps {
  readonly model: GuidanceModel;
  readonly assessment: Assessment;
  readonly voices: readonly Voice[];
  readonly calm: boolean;
  /** An examination in words. */
  readonly nameOf: (order: string | null) => string;
  /** The heading's level on the page. */
  readonly heading: 'h1' | 'h2';
  /** What stands under the verdict. */
  readonly children?: ComponentChildren;
}

/** The examination and its verdict. When calm, that is all: one line. */
export function VerdictHead({ model, assessment, voices, calm, nameOf, heading: Heading, children }: VerdictHeadProps) {
  const { words, text } = useSpeech();
  const { order, urgency, verdict, guidance, alternatives, outOfService } = assessment;
  const byTelephone = urgency === 'emergency';
  const reasons = voices.map(({ guideline, guidance: one }) =>
    verdictFrom(guideline.document, one).map(({ title }) => text(title)),
  );
  // What the guideline says stands under the questions while there are any.
  const isFar = model.loop.open.value.length > 0 && !needsTelephone(urgency);
  const reasonHere = verdict !== 'undetermined' && !calm && (isFar || guidance.some(({ speaks }) => speaks === null));
  return (
    <section class={`head verdict-${verdict}${byTelephone ? ' head-by-telephone' : ''}`} aria-labelledby="page-title">
      <Heading id="page-title" tabIndex={-1}>
        {nameOf(order)}
      </Heading>
      <p class="head-verdict">
        <VerdictBadge verdict={verdict} />
        {calm && <span class="calm-line"> – {reasons.flat().join('; ')}</span>}
        {urgency === 'within-a-week' && isSupport(verdict) && <b>{words.urgency[urgency]}</b>}
      </p>
      {betterThanDraft(assessment).map(({ order, rating }) => (
        <Rated key={order} name={nameOf(order)} verdict={rating} />
      ))}
      {reasonHere && reasons.map((titles) => titles.length > 0 && <p>{verdictReason(words, titles)}</p>)}
      {byTelephone && verdict === 'appropriate' && (
        <p class="fine">{words.arrangedByTelephone(alternatives[0]?.rating === verdict)}</p>
      )}
      {verdict === 'no-criteria-apply' && guidance.length > 0 && <p class="fine">{words.notCovered}</p>}
      {guidance.length === 0 && (
        <p>
          {outOfService.length > 0 ? words.noGuidanceAvailable : order === null ? words.unknownOrder : words.noGuidance}
        </p>
      )}
      {children}
    </section>
  );
}
