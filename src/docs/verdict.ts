import type { Recommendation } from '../core/schema/guideline.ts';
import { RATINGS, type Rating, type Urgency, type Verdict } from '../core/schema/rating.ts';
import { type Html, html } from './html.ts';
import { orderName, type PageSource } from './source.ts';

/** One shape per verdict, the same that the app draws (src/ui/icon.tsx), so that it is never told by colour alone. */
const SHAPES: Readonly<Record<Verdict, Html>> = {
  appropriate: html`<circle cx="12" cy="12" r="9" class="shape-fill"/><path d="m7.8 12.4 2.9 2.9 5.6-6.2" class="shape-mark"/>`,
  'may-be-appropriate': html`<path d="M12 2.8 21.2 12 12 21.2 2.8 12Z" class="shape-fill"/><path d="M7.8 13.2c1.4-2.6 2.8-2.6 4.2-1.2s2.8 1.4 4.2-1.2" class="shape-mark"/>`,
  'not-appropriate': html`<path d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3Z" class="shape-fill"/><path d="M8 12h8" class="shape-mark"/>`,
  'no-standard': html`<rect x="3.5" y="3.5" width="17" height="17" rx="2" class="shape-fill"/><path d="M8 9.7h8M8 14.3h8" class="shape-mark"/>`,
  'no-criteria-apply': html`<circle cx="12" cy="12" r="8.5" class="shape-line" stroke-dasharray="3.4 2.6"/>`,
  undetermined: html`<circle cx="12" cy="12" r="8.5" class="shape-line"/><path d="M9.4 9.6a2.6 2.6 0 1 1 3.9 2.3c-.9.5-1.3 1-1.3 1.9" class="shape-pen"/><path d="M12 16.7v.1" class="shape-pen"/>`,
};

/** The drawing inside a verdict's shape, on a field of 24 by 24. */
export function shapeOf(verdict: Verdict): Html {
  return SHAPES[verdict];
}

/** A verdict: shape, word and colour. */
export function verdictBadge({ speech }: PageSource, verdict: Verdict): Html {
  return html`<span class="verdict verdict-small verdict-${verdict}"><svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${SHAPES[verdict]}</svg><span class="verdict-word">${speech.words.verdict[verdict]}</span></span>`;
}

/** How urgent a recommendation is, in words. */
export function urgencyBadge({ speech }: PageSource, urgency: Urgency | null): Html {
  if (urgency === null) return html``;
  return html`<span class="urgency urgency-${urgency}">${speech.words.urgency[urgency]}</span>`;
}

/** A rating, and the examinations that have it, strongest support first and in the author's order. */
export interface RatedOrders {
  readonly rating: Rating;
  readonly orders: readonly string[];
  /** Whether these are all the examinations the guideline speaks about. */
  readonly all: boolean;
}

/** A recommendation's ratings, grouped. */
export function ratedOrders({ guideline }: PageSource, { ratings }: Recommendation): readonly RatedOrders[] {
  return RATINGS.flatMap((rating) => {
    const orders = Object.keys(ratings).filter((order) => ratings[order] === rating);
    const all = guideline.document.appliesTo.orders.every((order) => orders.includes(order));
    return orders.length > 0 ? [{ rating, orders, all }] : [];
  });
}

/** The strongest rating in words: `Indiceret: MR af lænderyg`, `Anbefales ikke: alle undersøgelser`. */
export function ratingWords(source: PageSource, { rating, orders, all }: RatedOrders): string {
  const names =
    all && orders.length > 1 ? source.words.flow.all : orders.map((order) => orderName(source, order)).join(', ');
  return `${source.speech.words.verdict[rating]}: ${names}`;
}
