import { hookWords } from '../i18n/hook-words.ts';
import { CARD_TOPIC_SYSTEM, type Card, fittingSummary } from './card.ts';
import { wordsIn } from './card-detail.ts';
import type { ImagingDraft } from './draft-assessment.ts';
import { plain } from './markdown.ts';
import type { CardGround } from './speaking.ts';
import { deletion, labelOf } from './suggestions.ts';

/** Two drafts of one session. */
type Pair = readonly [ImagingDraft, ImagingDraft];

/**
 * A card for each two drafts of the session that order the same examination, or examinations of the same region; only
 * where one of them is among those asked about. Advice, never more: both may be meant.
 */
export function repeatedDraftCards(
  ground: CardGround,
  session: readonly ImagingDraft[],
  asked: readonly ImagingDraft[],
): readonly Card[] {
  const isAsked = ({ order }: ImagingDraft) => asked.some((one) => one.order === order);
  const pairs = session.flatMap((one, at) => session.slice(at + 1).map((other): Pair => [one, other]));
  return pairs.filter((pair) => pair.some(isAsked)).flatMap((pair) => cardAbout(ground, pair) ?? []);
}

function cardAbout(ground: CardGround, [one, other]: Pair): Card | null {
  const words = hookWords[ground.language];
  const first = labelOf(ground, one.orderId);
  const second = labelOf(ground, other.orderId);
  const same = one.orderId === other.orderId;
  if (!same && !shareRegion(ground, one.orderId, other.orderId)) return null;
  const { summary } = words;
  const cancellable = other.order.id === undefined || !same ? [] : [other.order];
  return {
    uuid: ground.newId(),
    summary: fittingSummary([same ? summary.sameTwice(first) : summary.overlapping(first, second)]),
    detail: plain(same ? words.sameTwiceDetail : words.overlappingDetail(first, second)),
    indicator: 'info',
    source: {
      label: wordsIn(ground.language).app,
      topic: { system: CARD_TOPIC_SYSTEM, code: same ? 'same-examination' : 'overlapping-region' },
    },
    ...(cancellable.length === 0
      ? {}
      : {
          suggestions: cancellable.map((order) => ({
            label: words.cancelSecond(second),
            uuid: ground.newId(),
            actions: [deletion(order, words.cancelDescription(second))],
          })),
          selectionBehavior: 'at-most-one' as const,
        }),
  };
}

function shareRegion({ library }: CardGround, one: string, other: string): boolean {
  const { orders } = library.vocabulary;
  const regions = orders[other]?.regions ?? [];
  return orders[one]?.regions.some((region) => regions.includes(region)) ?? false;
}
