import { answeredFact, type Fact, type FactValue, NOT_ASKED } from '../core/facts/fact.ts';
import type { Recommendation } from '../core/schema/guideline.ts';
import type { Vignette } from '../core/schema/vignette.ts';
import { factSentence } from '../i18n/fact-sentence.ts';
import { formatList } from '../i18n/notation.ts';
import { asHeading, asPhrase } from '../i18n/sentence.ts';
import { bullets, type Html, html, NOTHING } from './html.ts';
import { orderName, type PageSource, told } from './source.ts';
import { urgencyBadge, verdictBadge } from './verdict.ts';

/** Examples shown for each recommendation. */
const EXAMPLES = 3;

/** A few of the guideline's vignettes that reach a recommendation: their facts in generated sentences, and the outcome. */
export function examplesOf(source: PageSource, recommendation: Recommendation): Html {
  const chosen = choose(source, (vignette) => vignette.expect.recommendation === recommendation.id);
  if (chosen.length === 0) return NOTHING;
  const entries = chosen.map((vignette) => {
    const order = vignette.order ?? source.vignettes?.order ?? '';
    const rating = recommendation.ratings[order];
    const verdict = rating ? verdictBadge(source, rating) : NOTHING;
    return html`${caption(source, vignette)}<p class="example-facts">${sentences(source, vignette)}</p>
<p class="example-outcome">${asHeading(orderName(source, order))}: ${verdict} ${urgencyBadge(source, recommendation.urgency)}</p>`;
  });
  return html`<details class="more"><summary>${source.words.ladder.examples(chosen.length)}</summary>${bullets(entries, 'example-list')}</details>`;
}

/** A few vignettes without a recommendation, with what is asked; and the facts that all examples start from. */
export function openExamples(source: PageSource): Html {
  const { words, vignettes } = source;
  if (!vignettes) return NOTHING;
  const chosen = choose(source, ({ expect }) => expect.recommendation === null && (expect.asks?.length ?? 0) > 0);
  const entries = chosen.map((vignette) => {
    const asks = (vignette.expect.asks ?? []).map((id) => labelOf(source, id));
    return html`${caption(source, vignette)}<p class="example-facts">${sentences(source, vignette)}</p>
<p class="example-outcome">${verdictBadge(source, 'undetermined')} ${words.examples.asks(formatList(asks, source.language))}</p>`;
  });
  const base = Object.entries(vignettes.given).map(([id, value]) => sentence(source, id, value));
  const open =
    entries.length > 0
      ? html`<h3>${words.examples.open}</h3><p>${words.examples.openIntro}</p>${bullets(entries, 'example-list')}`
      : NOTHING;
  return html`<h3 id="example-base">${words.examples.base}</h3><p>${words.examples.baseIntro}</p>${bullets(base, 'bullets base-facts')}${open}`;
}

/** The first vignettes with facts of their own, each set of facts once; those that say least differ least from the base. */
function choose({ vignettes }: PageSource, fits: (vignette: Vignette) => boolean): readonly Vignette[] {
  const seen = new Set<string>();
  return (vignettes?.vignettes ?? [])
    .filter((vignette) => vignette.person === undefined && fits(vignette))
    .filter(({ given = {} }) => {
      const key = JSON.stringify(given);
      return seen.has(key) ? false : seen.add(key);
    })
    .slice(0, EXAMPLES);
}

/** The author's own sentence for the case. Vignettes are named in Danish only. */
function caption({ language }: PageSource, { name }: Vignette): Html {
  return language === 'da' ? html`<p class="example-name">${name}</p>` : NOTHING;
}

function sentences(source: PageSource, { given = {} }: Vignette): string {
  const told = Object.entries(given).map(([id, value]) => `${sentence(source, id, value)}.`);
  return told.length > 0 ? told.join(' ') : source.words.examples.asBase;
}

function sentence(source: PageSource, id: string, value: FactValue): string {
  const definition = source.vocabulary.facts[id];
  if (!definition) return `${id}: ${String(value)}`;
  const fact: Fact = value === 'unknown' ? NOT_ASKED : answeredFact(value);
  return factSentence(source.speech, definition, fact);
}

function labelOf(source: PageSource, id: string): string {
  const definition = source.vocabulary.facts[id];
  return definition ? asPhrase(told(source, definition.label)) : id;
}
