import type { Guideline } from '../../schema/guideline.ts';
import type { Vignette, VignettesDocument } from '../../schema/vignette.ts';
import type { Vocabulary } from '../library.ts';
import { type Path, type Remark, unknownId } from '../remark.ts';
import { entryOf, rungsOf } from '../walk.ts';
import { repeated } from './ids.ts';
import { lintValue } from './value.ts';

/** Checks vignettes before they are run: every id leads somewhere, every value suits its fact, each has a name of its own. */
export function lintVignettes(
  document: VignettesDocument,
  guideline: Guideline,
  vocabulary: Vocabulary,
): readonly Remark[] {
  const named = document.vignettes.map(({ name }, index) => ({ id: name, path: ['vignettes', index, 'name'] }));
  return [
    ...lintOrder(document.order, vocabulary, ['order']),
    ...lintGiven(document.given, vocabulary, ['given']),
    ...repeated(named, 'vignettes', 'Give each a sentence of its own.'),
    ...document.vignettes.flatMap((vignette, index) =>
      lintVignette(vignette, guideline, vocabulary, ['vignettes', index]),
    ),
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
      facts.includes(id) ? [] : [unknownId('unknown-fact', 'fact', id, facts, [...at, key, index])],
    );
  return [
    ...(order === undefined ? [] : lintOrder(order, vocabulary, [...path, 'order'])),
    ...lintGiven(given, vocabulary, [...path, 'given']),
    ...lintGiven(answers, vocabulary, [...path, 'answers']),
    ...(typeof recommendation !== 'string' || rungs.includes(recommendation)
      ? []
      : [unknownId('unknown-recommendation', 'recommendation', recommendation, rungs, [...at, 'recommendation'])]),
    ...asks(expect.asks, 'asks'),
    ...asks(expect.asksAlso, 'asksAlso'),
    ...Object.keys(expect.ratings ?? {}).flatMap((id) => lintOrder(id, vocabulary, [...at, 'ratings', id])),
    ...Object.keys(expect.criteria ?? {}).flatMap((id) =>
      criteria.includes(id) ? [] : [unknownId('unknown-criterion', 'criterion', id, criteria, [...at, 'criteria', id])],
    ),
  ];
}

function lintOrder(order: string, { orders }: Vocabulary, path: Path): readonly Remark[] {
  const known = Object.keys(orders);
  return known.includes(order) ? [] : [unknownId('unknown-order', 'order', order, known, path)];
}

/** The value `"unknown"` takes a fact back. */
function lintGiven(given: Readonly<Record<string, unknown>>, { facts }: Vocabulary, path: Path): readonly Remark[] {
  return Object.entries(given).flatMap(([id, value]) => {
    const definition = entryOf(facts, id);
    if (!definition) return [unknownId('unknown-fact', 'fact', id, Object.keys(facts), [...path, id])];
    return value === 'unknown' ? [] : lintValue(definition, id, value, [...path, id], 'whole');
  });
}
