import { findOverlap } from '../fhir/imaging/overlap.ts';
import { unspecificReason } from '../fhir/imaging/unspecific-reason.ts';
import { findingSentence, reasonSentence } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import type { DraftAssessment } from './draft-assessment.ts';
import { bold, bullets, paragraphs, plain } from './markdown.ts';
import type { CardGround } from './speaking.ts';

/** Findings that a card names; the app has them all. */
const MOST_FINDINGS = 2;

/**
 * What the record that came along says about the draft whatever a guideline says: the same or an overlapping examination, and
 * a reason that tells nothing. Silent where it holds none: what was not sent along is not looked for, and finding nothing
 * is not said. Silent in an emergency too, where the telephone is all that counts.
 */
export function besideGuidance({ library, language, now }: CardGround, draft: DraftAssessment): string {
  const { imaging: rules } = library;
  const { context, assessment } = draft;
  if (rules === undefined || assessment.urgency === 'emergency') return '';
  const words = imagingWords[language];
  const { order, findings } = findOverlap(context, rules, now);
  const reason = unspecificReason(context, rules, order, now);
  const earlier = findings.slice(0, MOST_FINDINGS).map((finding) => findingSentence(finding, order, rules, language));
  return paragraphs([
    earlier.length === 0 ? '' : `${bold(words.heading)}\n\n${bullets(earlier.map(plain))}`,
    reason === null ? '' : plain(reasonSentence(reason, rules, language)),
  ]);
}
