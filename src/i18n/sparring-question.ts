import { type ConferReason, disagreementsOn, spokenRecommendations } from '../core/decision/conferring.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { findingsWithin } from './finding-lines.ts';
import { fitLines, shorten } from './fit-lines.ts';
import { asSentence } from './notation.ts';
import { guidelineLine, verdictLine } from './order-note.ts';
import { REFERRAL_LENGTH, type ReferralTextInput } from './referral-text.ts';
import { asPhrase } from './sentence.ts';

/** What is asked, by why it is asked. */
const QUESTIONS: Readonly<Record<ConferReason, string>> = {
  urgent: 'Hvilken undersøgelse skal foretages, hvornår og hvor?',
  'no-standard': 'Der er ingen faglig standard. Hvilken undersøgelse, om nogen, anbefaler I her?',
  disagreement: 'Retningslinjer er uenige. Hvilken undersøgelse, om nogen, anbefaler I her?',
  doubt: 'Hvad anbefaler I her?',
  judgement: 'Det er et skøn. Kan svaret ændre behandlingen, og hvilken undersøgelse anbefaler I i så fald?',
};

/** A case as it is put to a colleague. */
export type SparringInput = Omit<ReferralTextInput, 'parts' | 'earlierImaging' | 'decision'>;

/**
 * A question to who performs the examination, in Danish, short enough to read aloud or to send: what is considered and
 * why, what is decisive, what the guidelines say and where they disagree, and what is asked. It names nobody.
 */
export function composeSparringQuestion(input: SparringInput, why: ConferReason): string {
  const { assessment, facts, guidelines } = input;
  const orderName = shorten(input.orderName, 80);
  const reason = input.reason === '' ? '' : ` Problemstilling: ${asSentence(shorten(input.reason, 120))}`;
  const titles = spokenRecommendations(assessment.guidance, guidelines).map(({ title }) => title.da);
  const says = disagreementsOn(assessment, guidelines).map(({ say }) => asSentence(say.da));
  const line = (rank: number, text: string) => ({ rank, least: 0, write: () => text });
  return fitLines(
    [
      line(1, why === 'urgent' ? `Det haster: ${titles.join('; ')}.` : ''),
      line(2, `Jeg overvejer ${asPhrase(orderName)}${ageWords(assessment)}.${reason}`),
      { rank: 6, least: 140, write: (room) => findingsWithin(assessment, facts, room) },
      line(4, verdictLine({ ...input, orderName })),
      line(5, assessment.guidance.map((guidance) => guidelineLine(input, guidance)).join(' ')),
      line(7, says.length > 0 ? `Uenighed: ${says.join(' ')}` : ''),
      line(3, `Spørgsmål: ${QUESTIONS[why]}`),
    ],
    REFERRAL_LENGTH,
  );
}

/** The age, which a colleague asks for first; empty where no guideline knows it. */
function ageWords({ guidance }: Assessment): string {
  const line = guidance.flatMap(({ justification }) => justification.facts).find(({ id }) => id === 'age');
  if (!line?.fact.known) return '';
  const { value } = line.fact;
  return ` hos en patient på ${value === 0 ? 'under 1' : String(value)} år`;
}
