import type { Condition } from '../core/schema/guideline.ts';
import { conditionList } from './condition.ts';
import { type Html, html, joined, NOTHING } from './html.ts';
import { limitList } from './limit.ts';
import { heading, type PageSource, stepsOf, told } from './source.ts';

/** Every named criterion: when it holds, and which recommendations use it. */
export function criteriaSection(source: PageSource): Html {
  const entries = Object.entries(source.logic.criteria).map(
    ([id, { label, when }]) =>
      html`<li id="criterion-${id}"><h3>${heading(source, label)}</h3>${conditionList(source, when, [id])}${limitList(source, when)}${usedIn(source, id)}</li>`,
  );
  return html`<ul class="entries">${entries}</ul>`;
}

function usedIn(source: PageSource, id: string): Html {
  const { words, guideline } = source;
  const rungs = stepsOf(source)
    .filter(({ when }) => when !== null && uses(source, when, id, []))
    .map(
      ({ number, recommendation }) =>
        html`<a href="#rung-${recommendation.id}">${number}. ${told(source, recommendation.title)}</a>`,
    );
  const scope = uses(source, guideline.document.appliesTo.when, id, [])
    ? [html`<a href="#scope">${words.criteria.applies}</a>`]
    : [];
  const all = [...scope, ...rungs];
  return all.length === 0 ? NOTHING : html`<p class="fine">${words.criteria.usedIn}: ${joined(all, ' · ')}</p>`;
}

/** Whether a condition names a criterion, itself or through another. */
function uses(source: PageSource, condition: Condition, id: string, within: readonly string[]): boolean {
  if ('all' in condition) return condition.all.some((kid) => uses(source, kid, id, within));
  if ('any' in condition) return condition.any.some((kid) => uses(source, kid, id, within));
  if ('not' in condition) return uses(source, condition.not, id, within);
  if ('fact' in condition) return false;
  const name = condition.condition;
  const criterion = source.logic.criteria[name];
  if (name === id) return true;
  return criterion && !within.includes(name) ? uses(source, criterion.when, id, [...within, name]) : false;
}
