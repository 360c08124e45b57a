import type { Guideline } from '../../schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../../schema/vignette.ts';
import type { Vocabulary } from '../library.ts';
import { NONE, type Path, type Remark, unknownId } from '../remark.ts';
import { entryOf, rungsOf } from '../walk.ts';
import { repeated, TWO } from './ids.ts';
import { lintValue } from './value.ts';

/**
 * Checks vignettes before they are run: every id leads somewhere, every value suits its fact, each has a name of its own.
 * `people` are the names of the synthetic people there are.
 */
export function lintVignettes(
  document: VignettesDocument,
  guideline: Guideline,
  vocabulary: Vocabulary,
  people: readonly string[],
): readonly Remark[] {
  const named = document.vignettes.map(({ name }, index) => ({ id: name, path: ['vignettes', index, 'name'] }));
  return [
    ...lintOrder(document.order, vocabulary, ['order']),
    ...lintGiven(document.given, vocabulary, ['given']),
    ...repeated(named, TWO.vignettes, { da: 'Giv hver sin egen sætning.', en: 'Give each a sentence of its own.' }),
    ...document.vignettes.flatMap((vignette, index) => [
      ...lintVignette(vignette, guideline, vocabulary, ['vignettes', index]),
      ...lintPerson(vignette, guideline, people, ['vignettes', index]),
    ]),
  ];
}

function lintVignette(vignette: Vignette, guideline: Guideline, vocabulary: Vocabulary, path: Path): readonly Remark[] {
  const { order, given = {}, answers = {}, expect } = vignette;
  const rungs = rungsOf(guideline).map(({ part }) => part.id);
  const criteria = Object.keys(guideline.criteria);
  const facts = Object.keys(vocabulary.facts);
  const at = [...path, 'expect'];
  const { recommendation } = expect;
  const asks = (ids: readonly string[] = [], key: string) =>
    ids.flatMap((id, index) =>
      facts.includes(id) ? [] : [unknownId('unknown-fact', NONE.fact, id, facts, [...at, key, index])],
    );
  return [
    ...(order === undefined ? [] : lintOrder(order, vocabulary, [...path, 'order'])),
    ...lintGiven(given, vocabulary, [...path, 'given']),
    ...lintGiven(answers, vocabulary, [...path, 'answers']),
    ...(typeof recommendation !== 'string' || rungs.includes(recommendation)
      ? []
      : [unknownId('unknown-recommendation', NONE.recommendation, recommendation, rungs, [...at, 'recommendation'])]),
    ...asks(expect.asks, 'asks'),
    ...asks(expect.asksAlso, 'asksAlso'),
    ...Object.keys(expect.ratings ?? {}).flatMap((id) => lintOrder(id, vocabulary, [...at, 'ratings', id])),
    ...Object.keys(expect.criteria ?? {}).flatMap((id) =>
      criteria.includes(id)
        ? []
        : [unknownId('unknown-criterion', NONE.criterion, id, criteria, [...at, 'criteria', id])],
    ),
  ];
}

/** A vignette gives facts, or goes through a person with answers; never half of each. */
function lintPerson(
  vignette: Vignette,
  guideline: Guideline,
  people: readonly string[],
  path: Path,
): readonly Remark[] {
  const { person, noneOfThese = [] } = vignette;
  const screens = guideline.screens.map(({ id }) => id);
  const strange = (person === undefined ? (['answers', 'noneOfThese'] as const) : (['given', 'order'] as const)).filter(
    (key) => vignette[key] !== undefined,
  );
  return [
    ...(person === undefined || people.includes(person)
      ? []
      : [unknownId('unknown-person', NONE.person, person, people, [...path, 'person'])]),
    ...noneOfThese.flatMap((id, index) =>
      screens.includes(id)
        ? []
        : [unknownId('unknown-screen', NONE.screen, id, screens, [...path, 'noneOfThese', index])],
    ),
    ...strange.map((key) => mixed(key, person, [...path, key])),
  ];
}

function mixed(key: string, person: string | undefined, path: Path): Remark {
  return person === undefined
    ? {
        code: 'mixed-vignette',
        path,
        message: {
          da: `"${key}" hører til en sygehistorie med "person".`,
          en: `"${key}" belongs to a vignette with a "person".`,
        },
        remedy: {
          da: 'Skriv oplysningerne under "given", eller nævn en person.',
          en: 'Write the facts under "given", or name a person.',
        },
      }
    : {
        code: 'mixed-vignette',
        path,
        message: {
          da: `"${key}" kan ikke stå sammen med "person": journalen giver både undersøgelse og oplysninger.`,
          en: `"${key}" cannot stand beside "person": the record gives both order and facts.`,
        },
        remedy: {
          da: 'Fjern det; klinikerens svar står under "answers".',
          en: 'Remove it; what the clinician answers stands under "answers".',
        },
      };
}

function lintOrder(order: string, { orders }: Vocabulary, path: Path): readonly Remark[] {
  const known = Object.keys(orders);
  return known.includes(order) ? [] : [unknownId('unknown-order', NONE.order, order, known, path)];
}

/** The value `"unknown"` takes a fact back. */
function lintGiven(given: Readonly<Record<string, unknown>>, { facts }: Vocabulary, path: Path): readonly Remark[] {
  return Object.entries(given).flatMap(([id, value]) => {
    const definition = entryOf(facts, id);
    if (!definition) return [unknownId('unknown-fact', NONE.fact, id, Object.keys(facts), [...path, id])];
    return value === 'unknown' ? [] : lintValue(definition, id, value, [...path, id], 'whole');
  });
}
