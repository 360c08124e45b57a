import { da } from '../i18n/da.ts';
import { en } from '../i18n/en.ts';
import { hookWords } from '../i18n/hook-words.ts';
import { OVERRIDE_REASON_SYSTEM, overrideReasonsFor } from '../i18n/override-reasons.ts';
import { asPhrase } from '../i18n/sentence.ts';
import { CARD_TOPIC_SYSTEM, type Card, fittingSummary, type Link } from './card.ts';
import { cardDetail, guidelineUrl, wordsIn } from './card-detail.ts';
import type { DraftAssessment } from './draft-assessment.ts';
import { plain } from './markdown.ts';
import { foundInRecord, pressesLeft } from './open-questions.ts';
import { asksOf, type CardGround, type Speaking, speakingAbout } from './speaking.ts';
import { labelOf, suggestionsFor } from './suggestions.ts';

/** Makes the link that opens the app beside this draft. */
export type LinkApp = (draft: DraftAssessment, label: string) => Link;

/**
 * The card about a draft; null where there is nothing to say: the examination is supported or not covered and nothing
 * hurries, or the clinician has already decided on exactly this in the app.
 */
export function cardFor(ground: CardGround, draft: DraftAssessment, linkApp: LinkApp): Card | null {
  const { assessment, isSettled } = draft;
  if (isSettled || isSilent(draft)) return null;
  const words = hookWords[ground.language];
  const speaking = speakingAbout(ground.library, assessment);
  const suggestions = suggestionsFor(ground, draft);
  const isOpen = assessment.verdict === 'undetermined';
  const links = [linkApp(draft, isOpen ? words.answerInApp : words.openApp), ...guidelineLinks(ground, speaking)];
  const [first] = speaking;
  return {
    uuid: ground.newId(),
    summary: summaryOf(ground, draft, speaking),
    detail: cardDetail(ground, draft, speaking),
    indicator: assessment.urgency === 'emergency' && isRoutine(draft) ? 'warning' : 'info',
    source: {
      label: first === undefined ? wordsIn(ground.language).app : first.document.title[ground.language],
      ...(first === undefined ? {} : { url: guidelineUrl(ground, first.document.id) }),
      topic: {
        system: CARD_TOPIC_SYSTEM,
        code: assessment.verdict,
        display: wordsIn(ground.language).verdict[assessment.verdict],
      },
    },
    ...(suggestions.length === 0 ? {} : { suggestions, selectionBehavior: 'at-most-one' as const }),
    overrideReasons: overrideReasonsFor(assessment.verdict).map(({ code, label }) => ({
      system: OVERRIDE_REASON_SYSTEM,
      code,
      display: label[ground.language],
    })),
    links,
  };
}

/**
 * Supported or not covered, and no hurry. An emergency, or what has to be settled today, is said whatever the verdict
 * when the order is an ordinary one; and a guideline that is out of service is never passed over in silence.
 */
function isSilent(draft: DraftAssessment): boolean {
  const { verdict, urgency } = draft.assessment;
  if (urgency === 'emergency' || (urgency === 'same-day' && isRoutine(draft))) return false;
  return verdict === 'appropriate' || verdict === 'no-criteria-apply';
}

/** FHIR R4 ServiceRequest.priority: absent means routine. */
function isRoutine({ order }: DraftAssessment): boolean {
  return order.priority === undefined || order.priority === 'routine';
}

function summaryOf(ground: CardGround, draft: DraftAssessment, speaking: readonly Speaking[]): string {
  const { summary } = hookWords[ground.language];
  const { verdict, urgency } = draft.assessment;
  const order = labelOf(ground, draft.orderId);
  const app = { da, en }[ground.language];
  const short = summary.short(order, asPhrase(app.verdict[verdict]));
  const title = speaking.find(({ rung }) => rung !== null)?.rung?.title[ground.language];
  if (title !== undefined && urgency === 'emergency') return fittingSummary([summary.emergency(order, title), title]);
  if (title !== undefined && urgency === 'same-day') return fittingSummary([summary.sameDay(order, title), title]);
  if (verdict === 'undetermined') {
    const asks = asksOf(draft.assessment).length;
    if (asks === 0) return fittingSummary([summary.noGuidance(order), short]);
    const missing = summary.undetermined(order, asks, pressesLeft(ground, draft));
    const found = foundInRecord(ground, draft);
    const withRecord = found.map((_, at) => summary.withRecord(missing, found.slice(0, found.length - at)));
    return fittingSummary([...withRecord, missing, summary.undetermined(order, asks, null), short]);
  }
  if (title === undefined) return fittingSummary([short]);
  return fittingSummary([summary.rated(order, asPhrase(app.verdict[verdict]), title), short]);
}

function guidelineLinks(ground: CardGround, speaking: readonly Speaking[]): readonly Link[] {
  const { readGuideline } = wordsIn(ground.language);
  return speaking.map(({ document }) => ({
    label: `${readGuideline}: ${plain(document.title[ground.language])}`,
    url: guidelineUrl(ground, document.id),
    type: 'absolute',
  }));
}
