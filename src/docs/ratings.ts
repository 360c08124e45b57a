import { RATINGS } from '../core/schema/rating.ts';
import { formatNumber } from '../i18n/notation.ts';
import { whyWords } from '../i18n/why-words.ts';
import { type Html, html, NOTHING } from './html.ts';
import { basisText, markedIf, unverifiedMark } from './mark.ts';
import { orderName, type PageSource, type Step, stepsOf, told } from './source.ts';
import { urgencyBadge, verdictBadge } from './verdict.ts';

/** Every recommendation against every examination; what the ratings mean; and the examinations' doses. */
export function ratingsSection(source: PageSource): Html {
  const { words, guideline } = source;
  const orders = guideline.document.appliesTo.orders;
  const columns = orders.map((order) => html`<th scope="col">${orderName(source, order)}</th>`);
  const rows = stepsOf(source).map((step) => row(source, step, orders));
  return html`<div class="scroll" role="region" aria-label="${words.table(words.ratings.heading)}" tabindex="0"><table class="ratings"><thead><tr><th scope="col">${words.ratings.step}</th>${columns}</tr></thead><tbody>${rows}</tbody></table></div>
<h3>${words.ratings.meaning}</h3>${meanings(source)}
<h3>${words.ratings.dose}</h3><dl class="pairs">${orders.map((order) => dose(source, order))}</dl>`;
}

function row(source: PageSource, { number, recommendation }: Step, orders: readonly string[]): Html {
  const { id, title, ratings, urgency } = recommendation;
  const cells = orders.map((order) => {
    const rating = ratings[order];
    return html`<td>${rating ? verdictBadge(source, rating) : html`<span class="fine">${source.words.ratings.none}</span>`}</td>`;
  });
  const hurry = urgency === null ? NOTHING : html`<br/>${urgencyBadge(source, urgency)}`;
  return html`<tr><th scope="row"><a href="#rung-${id}">${number}. ${told(source, title)}</a>${hurry}</th>${cells}</tr>`;
}

function meanings(source: PageSource): Html {
  const { verdictMeaning } = whyWords[source.language];
  const shown = [...RATINGS, 'undetermined' as const];
  return html`<dl class="pairs">${shown.map((verdict) => html`<div><dt>${verdictBadge(source, verdict)}</dt><dd>${verdictMeaning[verdict]}</dd></div>`)}</dl>`;
}

function dose(source: PageSource, order: string): Html {
  const { words, vocabulary, language } = source;
  const known = vocabulary.orders[order]?.dose;
  if (!known) return NOTHING;
  const to = known.to === undefined ? null : formatNumber(known.to, language);
  const amount =
    known.mSv === 0
      ? whyWords[language].radiation.none
      : whyWords[language].radiation.dose(formatNumber(known.mSv, language), to);
  const mark = markedIf(known.unverified && !known.source.includes('[unverified]'), unverifiedMark(source));
  return html`<div><dt>${orderName(source, order)}</dt><dd>${amount}${mark} <span class="fine">${words.parameters.source}: ${basisText(source, known.source)}</span></dd></div>`;
}
