import type { Condition } from '../core/schema/guideline.ts';
import { quantityWords } from '../i18n/sentence.ts';
import { type Html, html, NOTHING } from './html.ts';
import { basisText, markedIf, proposedMark } from './mark.ts';
import { heading, type PageSource } from './source.ts';

/** The named limits that a condition uses, those of its criteria included, each with its source. */
export function limitList(source: PageSource, condition: Condition): Html {
  const ids = [...new Set(parametersOf(source, condition))].filter((id) => id in source.logic.parameters);
  if (ids.length === 0) return NOTHING;
  return html`<ul class="limits" aria-label="${source.words.ladder.limits}">${ids.map((id) => limitLine(source, id))}</ul>`;
}

function limitLine(source: PageSource, id: string): Html {
  const parameter = source.logic.parameters[id];
  if (!parameter) return NOTHING;
  const mark = markedIf(parameter.proposed, proposedMark(source));
  const basis = basisText(source, parameter.source);
  return html`<li>${heading(source, parameter.label)} ${limitValue(source, id)}${mark}${localMark(source, id)}. ${source.words.parameters.source}: ${basis}</li>`;
}

/** A named limit's number with its unit: `65 år`. */
export function limitValue({ speech, logic }: PageSource, id: string): string {
  const parameter = logic.parameters[id];
  if (!parameter) return id;
  return quantityWords(speech, parameter.value, parameter.unit);
}

/** Says that the site has changed a limit, and what it was; nothing where it has not. */
export function localMark({ speech, words, guideline }: PageSource, id: string): Html {
  const change = guideline.document.local?.find(({ parameter }) => parameter === id);
  if (!change) return NOTHING;
  const was = quantityWords(speech, change.was, change.unit);
  return html` <span class="mark">${words.parameters.local(was)}</span>`;
}

/** Ids of the parameters that a condition and its criteria name. */
export function parametersOf(
  source: PageSource,
  condition: Condition,
  within: readonly string[] = [],
): readonly string[] {
  if ('all' in condition) return condition.all.flatMap((kid) => parametersOf(source, kid, within));
  if ('any' in condition) return condition.any.flatMap((kid) => parametersOf(source, kid, within));
  if ('not' in condition) return parametersOf(source, condition.not, within);
  if ('fact' in condition)
    return typeof condition.value === 'object' && 'fact' in condition.value ? [condition.value.fact] : [];
  const criterion = source.logic.criteria[condition.condition];
  if (!criterion || within.includes(condition.condition)) return [];
  return parametersOf(source, criterion.when, [...within, condition.condition]);
}
