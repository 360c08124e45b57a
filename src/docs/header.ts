import { conditionSentence } from '../i18n/condition-sentence.ts';
import { formatDate } from '../i18n/notation.ts';
import { versionWords } from '../i18n/sentence.ts';
import { conditionList } from './condition.ts';
import { bullets, type Html, html, joined, NOTHING } from './html.ts';
import { limitList } from './limit.ts';
import { orderName, type PageSource, told } from './source.ts';

/** Title, version, status, publisher, and who approved it; that nobody did is always said. */
export function guidelineHeader(source: PageSource): Html {
  const { speech, words, guideline } = source;
  const { title, status, publisher, approval } = guideline.document;
  const approved = approval
    ? html`<span class="tag">${speech.words.approvedBy(approval.by, formatDate(approval.date, source.language))}</span>`
    : html`<span class="tag tag-caution">${speech.words.notApproved}</span>`;
  const performers = approval?.specialties.map(({ name, performing }) => (performing ? words.performing(name) : name));
  const review = approval
    ? html`<p class="fine">${joined(performers ?? [], ', ')}. ${words.reviewBy(formatDate(approval.reviewBy, source.language))}.</p>`
    : NOTHING;
  return html`<h1>${told(source, title)}</h1>
<p class="tags"><span class="tag">${versionWords(speech.words, guideline.document)}</span> <span class="tag">${words.status[status]}</span> ${approved}</p>
<p class="fine">${words.publisher(told(source, publisher))}. ${words.generated}</p>${review}`;
}

/** Whom the guideline is for and not for, and the examinations it speaks about. */
export function scopeSection(source: PageSource): Html {
  const { words, guideline } = source;
  const { appliesTo, notFor } = guideline.document;
  return html`<div class="columns"><div><h3>${words.scope.for}</h3>${conditionList(source, appliesTo.when)}${limitList(source, appliesTo.when)}</div>
<div><h3>${words.scope.orders}</h3>${bullets(appliesTo.orders.map((order) => orderName(source, order)))}</div>
<div><h3>${words.scope.notFor}</h3>${bullets(notFor.map((text) => told(source, text)))}</div></div>`;
}

/** Whom the guideline is for, in one sentence. */
export function scopeSentence({ speech, logic, guideline }: PageSource): string {
  return conditionSentence(speech, logic, guideline.document.appliesTo.when);
}
