import type { Recommendation } from '../core/schema/guideline.ts';
import { whyWords } from '../i18n/why-words.ts';
import { conditionList } from './condition.ts';
import { examplesOf } from './example.ts';
import { bullets, type Html, html, NOTHING } from './html.ts';
import { limitList } from './limit.ts';
import { orderName, type PageSource, type Step, stepsOf, told } from './source.ts';
import { ratedOrders, urgencyBadge, verdictBadge } from './verdict.ts';

/** The recommendations in the order in which they are tried. */
export function ladderSection(source: PageSource): Html {
  return html`<ol class="ladder">${stepsOf(source).map((step) => rung(source, step))}</ol>`;
}

function rung(source: PageSource, step: Step): Html {
  const { speech, words } = source;
  const { number, recommendation, when } = step;
  const { id, title, urgency, say, do: steps } = recommendation;
  const condition = when
    ? html`${conditionList(source, when)}${limitList(source, when)}`
    : html`<p>${words.ladder.otherwise}</p>`;
  const toDo =
    steps.length > 0
      ? html`<h4>${speech.words.whatToDo}</h4>${bullets(steps.map((text) => told(source, text)))}`
      : NOTHING;
  return html`<li class="rung" id="rung-${id}"><h3><span class="rung-number">${number}</span><span class="rung-title">${told(source, title)}</span></h3>
<div class="rung-body"><div class="rung-when"><h4>${words.ladder.when}</h4>${condition}</div>
<div class="rung-ratings">${urgencyLine(source, urgency)}<h4>${words.ladder.ratings}</h4>${ratings(source, recommendation)}</div></div>
<p class="say">${told(source, say)}</p>${toDo}${disagreements(source, recommendation)}${sources(source, recommendation)}${examplesOf(source, recommendation)}</li>`;
}

function urgencyLine(source: PageSource, urgency: Recommendation['urgency']): Html {
  return urgency === null
    ? NOTHING
    : html`<h4>${source.words.ratings.urgency}</h4><p>${urgencyBadge(source, urgency)}</p>`;
}

function ratings(source: PageSource, recommendation: Recommendation): Html {
  const groups = ratedOrders(source, recommendation).map(({ rating, orders }) => {
    const names = orders.map((order) => html`<li>${orderName(source, order)}</li>`);
    return html`<div class="rated">${verdictBadge(source, rating)}<ul>${names}</ul></div>`;
  });
  return html`${groups}`;
}

function disagreements(source: PageSource, { disagrees }: Recommendation): Html {
  if (disagrees.length === 0) return NOTHING;
  const lines = disagrees.map(({ evidence, say }) => html`${told(source, say)} ${citation(source, evidence)}`);
  return html`<div class="disagreement"><h4>${source.words.ladder.disagreement}</h4>${bullets(lines)}</div>`;
}

function sources(source: PageSource, { evidence }: Recommendation): Html {
  if (evidence.length === 0) return NOTHING;
  return html`<details class="more"><summary>${source.words.ladder.sources(evidence.length)}</summary>${bullets(evidence.map((id) => citation(source, id)))}</details>`;
}

/** A link to an entry of the list of sources, with its mark where it was not read in the original. */
function citation({ guideline, language }: PageSource, id: string): Html {
  const evidence = guideline.document.evidence[id];
  if (!evidence) return html`${id}`;
  const mark = evidence.verified ? NOTHING : html` <span class="mark">${whyWords[language].notVerified}</span>`;
  return html`<a href="#evidence-${id}">${evidence.cite}</a>${mark}`;
}
