import type { Guideline } from '../../schema/guideline.ts';
import type { Vocabulary } from '../library.ts';
import { NONE, type Remark, unknownId } from '../remark.ts';
import { leavesOfGuideline, rungsOf } from '../walk.ts';

/** Facts, criteria, orders, evidence and rungs that lead nowhere, with the nearest that do. Parameters are in comparisons.ts. */
export function lintReferences(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  return [
    ...inConditions(guideline, vocabulary),
    ...orders(guideline, vocabulary),
    ...evidence(guideline),
    ...onScreens(guideline, vocabulary),
    ...ofPatients(guideline),
  ];
}

function inConditions(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const facts = Object.keys(vocabulary.facts);
  const criteria = Object.keys(guideline.criteria);
  return leavesOfGuideline(guideline).flatMap(({ part, path }) => {
    if ('condition' in part) {
      const at = [...path, 'condition'];
      if (criteria.includes(part.condition)) return [];
      return [unknownId('unknown-criterion', NONE.criterion, part.condition, criteria, at)];
    }
    return facts.includes(part.fact) ? [] : [unknownId('unknown-fact', NONE.fact, part.fact, facts, [...path, 'fact'])];
  });
}

function orders(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const known = Object.keys(vocabulary.orders);
  const named = [
    ...guideline.appliesTo.orders.map((order, index) => ({ order, path: ['appliesTo', 'orders', index] })),
    ...rungsOf(guideline).flatMap(({ part, path }) =>
      Object.keys(part.ratings).map((order) => ({ order, path: [...path, 'ratings', order] })),
    ),
  ];
  return named
    .filter(({ order }) => !known.includes(order))
    .map(({ order, path }) => unknownId('unknown-order', NONE.order, order, known, path));
}

function evidence(guideline: Guideline): readonly Remark[] {
  const known = Object.keys(guideline.evidence);
  const cited = rungsOf(guideline).flatMap(({ part, path }) => [
    ...part.evidence.map((id, place) => ({ id, path: [...path, 'evidence', place] })),
    ...part.disagrees.map(({ evidence: id }, place) => ({ id, path: [...path, 'disagrees', place, 'evidence'] })),
  ]);
  return cited
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => unknownId('unknown-evidence', NONE.evidence, id, known, path));
}

/** Rungs after which the patient is given the text. */
function ofPatients(guideline: Guideline): readonly Remark[] {
  const known = rungsOf(guideline).map(({ part }) => part.id);
  const named = guideline.patientInformation?.recommendations ?? [];
  return named.flatMap((id, place) =>
    known.includes(id)
      ? []
      : [
          unknownId('unknown-recommendation', NONE.recommendation, id, known, [
            'patientInformation',
            'recommendations',
            place,
          ]),
        ],
  );
}

function onScreens(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const known = Object.keys(vocabulary.facts);
  return guideline.screens.flatMap(({ facts }, screen) =>
    facts.flatMap((fact, index) =>
      known.includes(fact)
        ? []
        : [unknownId('unknown-fact', NONE.fact, fact, known, ['screens', screen, 'facts', index])],
    ),
  );
}
