import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { conditionWords } from '../i18n/condition-words.ts';
import { formatNumber } from '../i18n/notation.ts';
import { asHeading, valueWords } from '../i18n/sentence.ts';
import { bullets, type Html, html, joined, NOTHING } from './html.ts';
import { basisText } from './mark.ts';
import { readingSentence } from './reading.ts';
import { factsOf, heading, type PageSource, told } from './source.ts';

/** What is asked, screen by screen, and how each fact is read from the record instead. */
export function questionsSection(source: PageSource): Html {
  const { words, guideline } = source;
  const facts = new Map(factsOf(source));
  const shown = (ids: readonly string[]): Html => {
    const entries = ids.map((id) => {
      const definition = facts.get(id);
      return definition ? factEntry(source, id, definition) : NOTHING;
    });
    return html`<ul class="entries facts">${entries}</ul>`;
  };
  const screens = guideline.document.screens.map(({ title, facts: ids, noneOfThese }) => {
    const button = noneOfThese ? html`<p class="fine">${words.questions.noneOfThese}</p>` : NOTHING;
    return html`<section class="screen"><h3>${words.questions.onScreen(told(source, title))}</h3>${button}${shown(ids)}</section>`;
  });
  const placed = guideline.document.screens.flatMap((screen) => screen.facts);
  const rest = [...facts.keys()].filter((id) => !placed.includes(id));
  const alone =
    rest.length > 0 ? html`<section class="screen"><h3>${words.questions.alone}</h3>${shown(rest)}</section>` : NOTHING;
  return html`${screens}${alone}`;
}

function factEntry(source: PageSource, id: string, definition: FactDefinition): Html {
  const { words } = source;
  const { question, help, basis } = definition;
  return html`<li id="fact-${id}"><h4>${question ? told(source, question) : heading(source, definition.label)}</h4>
${help ? html`<p>${told(source, help)}</p>` : NOTHING}<p class="fine">${words.questions.answers}: ${answers(source, definition)}.${question ? NOTHING : html` ${words.questions.notAsked}`}${basis ? html` ${words.questions.basis}: ${basisText(source, basis)}` : NOTHING}</p>${readings(source, id, definition)}</li>`;
}

function answers({ speech, words, language }: PageSource, definition: FactDefinition): Html {
  if (definition.type === 'boolean') return html`${words.questions.yesNo}`;
  if (definition.type === 'number') {
    const { min, max, unit } = definition;
    return html`${words.questions.number(speech.words.unit[unit](max), formatNumber(min, language), formatNumber(max, language))}`;
  }
  const choices = definition.choices.map(({ id }) =>
    conditionWords[language].quote(valueWords(speech, definition, id)),
  );
  return html`${joined(choices, ', ')}${definition.multiple ? html` (${words.questions.multiple})` : NOTHING}`;
}

function readings(source: PageSource, id: string, definition: FactDefinition): Html {
  const { words, speech } = source;
  const { read, hints, none } = definition;
  const sentence = (reading: FactDefinition['read'][number], isAnswer: boolean): Html =>
    readingSentence(source, [id, definition], reading, isAnswer);
  const from =
    read.length > 0
      ? html`<p>${words.questions.readFrom}:</p>${bullets(read.map((reading) => sentence(reading, true)))}`
      : html`<p>${words.questions.neverRead}</p>`;
  const beside =
    hints.length > 0
      ? html`<p>${words.questions.hints}:</p>${bullets(hints.map((reading) => sentence(reading, false)))}`
      : NOTHING;
  const absence =
    none === 'unknown'
      ? words.questions.nothingUnknown
      : words.questions.nothingIs(valueWords(speech, definition, none.is));
  const nothing = read.length > 0 ? html`<p>${asHeading(words.questions.nothingFound)}, ${absence}.</p>` : NOTHING;
  return html`<div class="reading">${from}${nothing}${beside}</div>`;
}
