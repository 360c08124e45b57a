import type { Answer } from '../facts/answers.ts';
import { answeredFact, type Facts, type FactValue, factOf } from '../facts/fact.ts';
import { noneAnswer } from '../facts/negative.ts';
import type { Vocabulary } from '../guideline/library.ts';
import type { Guideline } from '../schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';

/** What is decided on: an order of the vocabulary, or null, and facts. */
export interface VignetteCase {
  readonly order: string | null;
  readonly facts: Facts;
  /** How many draft orders a person has; 1 for a vignette that gives facts. */
  readonly drafts: number;
}

/**
 * The synthetic people that vignettes can go through, the whole way from FHIR. Given from outside: the core reads no
 * records.
 */
export interface People {
  readonly names: readonly string[];
  /** The order, and what the record says of every fact as of `now` (ISO date-time) with the answers laid over it. */
  read(name: string, vocabulary: Vocabulary, now: string, answers: ReadonlyMap<string, Answer>): VignetteCase;
}

/** Facts as an author gives them: values by id; what is not given is unknown. */
export function givenFacts(given: Readonly<Record<string, FactValue>>): Facts {
  return new Map([...valuesIn(given)].map(([id, value]) => [id, answeredFact(value)]));
}

/** The case of a vignette: the facts it gives; or a person's record with the answers laid over it. */
export function caseOf(
  { vocabulary, guideline, people }: CaseGround,
  document: VignettesDocument,
  vignette: Vignette,
): VignetteCase {
  const { person, order = document.order, given, answers = {}, noneOfThese = [], now = document.now } = vignette;
  if (person === undefined) return { order, facts: givenFacts({ ...document.given, ...given }), drafts: 1 };
  const read = (given: Readonly<Record<string, FactValue>>): VignetteCase =>
    people.read(person, vocabulary, now, new Map([...valuesIn(given)].map(([id, value]) => [id, { value }])));
  const { facts } = read(answers);
  const screens = guideline.screens.filter(({ id }) => noneOfThese.includes(id));
  const negatives = screens.flatMap((screen) => screen.facts.flatMap((fact) => negativeOf(vocabulary, facts, fact)));
  return read({ ...Object.fromEntries(negatives), ...answers });
}

/** What the case of a vignette is made with. */
export interface CaseGround {
  readonly vocabulary: Vocabulary;
  /** The vignette's own, whose screens it names. */
  readonly guideline: Guideline;
  readonly people: People;
}

/** What "none of these" answers for a fact, where nothing else answers. */
function negativeOf({ facts }: Vocabulary, known: Facts, id: string): readonly (readonly [string, FactValue])[] {
  const fact = factOf(known, id);
  const negative = noneAnswer(facts[id], fact);
  return negative === undefined || fact.known ? [] : [[id, negative]];
}

function valuesIn(given: Readonly<Record<string, FactValue>>): ReadonlyMap<string, FactValue> {
  return new Map(Object.entries(given).filter(([, value]) => value !== 'unknown'));
}
