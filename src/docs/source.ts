import { type CompiledGuideline, leavesOf } from '../core/guideline/compile.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import type { Condition, Recommendation } from '../core/schema/guideline.ts';
import type { Text } from '../core/schema/text.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import type { Logic } from '../i18n/condition-sentence.ts';
import { da as danish } from '../i18n/da.ts';
import { en as english } from '../i18n/en.ts';
import { type Language, textIn } from '../i18n/language.ts';
import { asHeading, type Speech } from '../i18n/sentence.ts';
import { da, type PageWords } from './da.ts';
import { en } from './en.ts';

/** What a guideline's page is made from. */
export interface GuidelineFiles {
  readonly guideline: CompiledGuideline;
  readonly vocabulary: Vocabulary;
  /** Null where the guideline has no vignettes that can be read. */
  readonly vignettes: VignettesDocument | null;
  /** The author's CHANGELOG.md; null where there is none. */
  readonly changelog: string | null;
  /** Titles of the value sets by id, which are in English. */
  readonly codeLists: Readonly<Record<string, string>>;
}

/** The same, with the language the page is in and its words. */
export interface PageSource extends GuidelineFiles {
  readonly language: Language;
  readonly speech: Speech;
  readonly words: PageWords;
  readonly logic: Logic;
}

/** A rung of the ladder with its place in it, from 1; the last has no condition of its own. */
export interface Step {
  readonly number: number;
  readonly recommendation: Recommendation;
  readonly when: Condition | null;
}

/** What every page in a language is written with. */
export function wordsIn(language: Language): Pick<PageSource, 'language' | 'speech' | 'words'> {
  return {
    language,
    speech: { words: language === 'da' ? danish : english, language },
    words: language === 'da' ? da : en,
  };
}

/** The source of one page. */
export function pageSource(files: GuidelineFiles, language: Language): PageSource {
  const { criteria, parameters } = files.guideline.document;
  return { ...files, ...wordsIn(language), logic: { facts: files.vocabulary.facts, criteria, parameters } };
}

/** The ladder from the top, `otherwise` last. */
export function stepsOf({ guideline }: PageSource): readonly Step[] {
  const { recommendations, otherwise } = guideline.document;
  const rungs = recommendations.map((recommendation, index) => ({
    number: index + 1,
    recommendation,
    when: recommendation.when,
  }));
  return [...rungs, { number: rungs.length + 1, recommendation: otherwise, when: null }];
}

/** The facts a page speaks about: those of the conditions, those of the screens, and those others are derived from. */
export function factsOf({ guideline, vocabulary }: PageSource): readonly (readonly [string, FactDefinition])[] {
  const ids = new Set([...guideline.document.screens.flatMap(({ facts }) => facts), ...Object.keys(guideline.facts)]);
  for (const id of ids)
    for (const reading of vocabulary.facts[id]?.read ?? []) if (reading.reader === 'derived') ids.add(reading.fact);
  return [...ids].flatMap((id): (readonly [string, FactDefinition])[] => {
    const definition = vocabulary.facts[id];
    return definition ? [[id, definition]] : [];
  });
}

/** An author's text. */
export function told({ language }: PageSource, text: Text): string {
  return textIn(text, language);
}

/** An author's label as a heading. */
export function heading({ language }: PageSource, label: Text): string {
  return asHeading(textIn(label, language));
}

/** An examination's name. */
export function orderName(source: PageSource, order: string): string {
  const definition = source.vocabulary.orders[order];
  return definition ? told(source, definition.label) : order;
}

/** The choices of a fact that the guideline's conditions speak of: of all reasons, only its own. */
export function choicesCompared({ guideline }: PageSource, fact: string): ReadonlySet<string> {
  const conditions = [
    guideline.appliesWhen,
    ...Object.values(guideline.criteria),
    ...guideline.rungs.map(({ when }) => when),
  ];
  const values = conditions.flatMap(leavesOf).flatMap((leaf) => (leaf.fact === fact ? leaf.value : []));
  return new Set(values.filter((value) => typeof value === 'string'));
}
