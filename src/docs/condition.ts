import type { Condition } from '../core/schema/guideline.ts';
import { conditionPhrase, type Limit, type Phrase } from '../i18n/condition-sentence.ts';
import { type Html, html, NOTHING } from './html.ts';
import type { PageSource } from './source.ts';

type Group = Extract<Phrase, { kind: 'group' }>;

/**
 * A condition as a clinician reads it: nested lists of generated sentences, with criteria unfolded where they stand.
 * `within` names the criteria that are being unfolded already: one that comes back to itself is named only.
 */
export function conditionList(source: PageSource, condition: Condition, within: readonly string[] = []): Html {
  const phrase = conditionPhrase(source.speech, source.logic, condition);
  if (phrase.kind !== 'group') return html`<ul class="condition"><li>${part(source, phrase, within)}</li></ul>`;
  const { all, any } = source.words.ladder;
  return html`<p class="joint">${phrase.join === 'all' ? all : any}:</p>${group(source, phrase, within)}`;
}

function group(source: PageSource, { parts, join }: Group, within: readonly string[]): Html {
  const entries = parts.map((kid) => html`<li>${part(source, kid, within)}</li>`);
  return html`<ul class="condition condition-${join}">${entries}</ul>`;
}

function part(source: PageSource, phrase: Phrase, within: readonly string[]): Html {
  const { all, any } = source.words.ladder;
  if (phrase.kind === 'comparison') return html`${phrase.words}${limit(phrase.limit)}`;
  if (phrase.kind === 'group')
    return html`<span class="joint">${phrase.join === 'all' ? all : any}:</span>${group(source, phrase, within)}`;
  const criterion = source.logic.criteria[phrase.id];
  if (!criterion) return html`${phrase.words}`;
  const name = html`<a href="#criterion-${phrase.id}">${phrase.words}</a>`;
  if (within.includes(phrase.id)) return name;
  return html`${name}, ${unfolded(source, criterion.when, phrase.holds, [...within, phrase.id])}`;
}

function unfolded(source: PageSource, condition: Condition, holds: boolean, within: readonly string[]): Html {
  const { means, meansAll, meansAny } = source.words.ladder;
  const phrase = conditionPhrase(source.speech, source.logic, condition, holds);
  if (phrase.kind !== 'group') return html`${means} ${part(source, phrase, within)}`;
  const joint = phrase.join === 'all' ? meansAll : meansAny;
  return html`<span class="joint">${joint}:</span>${group(source, phrase, within)}`;
}

function limit(found: Limit | null): Html {
  if (!found) return NOTHING;
  if (found.parameter === null) return html` ${found.words}`;
  return html` <a href="#parameter-${found.parameter}">${found.words}</a>`;
}
