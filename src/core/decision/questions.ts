import { type CompiledGuideline, leavesOf } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import type { Screen } from '../schema/guideline.ts';
import type { Text } from '../schema/text.ts';
import type { Assessment } from './guidance.ts';

/** A group of facts asked together. */
export interface QuestionScreen {
  readonly id: string;
  /** The author's heading; null for a fact that stands on no screen. */
  readonly title: Text | null;
  /** Only the facts to ask, in the author's order. */
  readonly facts: readonly string[];
  /** Whether "none of these" may answer each with its negative value. */
  readonly noneOfThese: boolean;
  /** For a multiple choice that decides which guideline applies: the choices worth offering. */
  readonly offered?: readonly string[];
}

/**
 * The questions that can still change the answer, in screens: what decides whether a guideline applies first (the
 * reason), then the authors' screens in their order, acute signs first, then each remaining fact by itself; but before all
 * of them the age, where no record tells it: it says whom a guideline covers. A fact that several guidelines ask is asked
 * once: one that decides whether a guideline applies, but stands on a screen of another that asks it too, is asked there.
 */
export function nextQuestions(library: Library, assessment: Assessment): readonly QuestionScreen[] {
  const asked = new Set<string>();
  const take = (facts: readonly string[]): readonly string[] => {
    const fresh = facts.filter((fact) => !asked.has(fact));
    for (const fact of fresh) asked.add(fact);
    return fresh;
  };
  const open = assessment.guidance.filter(({ asks }) => asks.length > 0);
  const deciding = open.filter(({ applies }) => applies === 'yes');
  const onScreen = (fact: string): boolean =>
    deciding.some(
      ({ guideline, asks }) =>
        asks.includes(fact) && screensOf(library, guideline).some(({ facts }) => facts.includes(fact)),
    );
  const screens: QuestionScreen[] = [];
  for (const { asks } of open.filter(({ applies }) => applies === 'unknown'))
    for (const fact of take(asks.filter((candidate) => !onScreen(candidate))))
      screens.push(applicabilityScreen(library, assessment, fact));
  for (const { guideline, asks } of deciding) {
    for (const { id, title, facts, noneOfThese } of screensOf(library, guideline)) {
      const fresh = take(facts.filter((fact) => asks.includes(fact)));
      if (fresh.length > 0) screens.push({ id: `${guideline}/${id}`, title, facts: fresh, noneOfThese });
    }
  }
  for (const { asks } of deciding)
    for (const fact of take(asks)) screens[fact === 'age' ? 'unshift' : 'push'](alone(fact));
  return screens;
}

function screensOf(library: Library, guideline: string): readonly Screen[] {
  return library.guidelines.find(({ document }) => document.id === guideline)?.document.screens ?? [];
}

function alone(fact: string): QuestionScreen {
  return { id: fact, title: null, facts: [fact], noneOfThese: false };
}

function applicabilityScreen(library: Library, assessment: Assessment, fact: string): QuestionScreen {
  const screen = alone(fact);
  const definition = library.vocabulary.facts[fact];
  if (definition?.type !== 'choice') return screen;
  const speaking = library.guidelines.filter(
    ({ document }) => assessment.order !== null && document.appliesTo.orders.includes(assessment.order),
  );
  const tested = new Set(speaking.flatMap((guideline) => testedChoices(guideline, fact)));
  const offered = definition.choices.map(({ id }) => id).filter((id) => tested.has(id) || id === 'other');
  return { ...screen, offered };
}

function testedChoices(guideline: CompiledGuideline, fact: string): readonly string[] {
  return leavesOf(guideline.appliesWhen)
    .filter((leaf) => leaf.fact === fact)
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string');
}
