import type { Condition, Guideline } from '../schema/guideline.ts';
import type { LocatedJson } from '../schema/located.ts';
import { type Finding, pointerOf } from './finding.ts';
import type { Vocabulary } from './library.ts';
import { lintComparison } from './lint-comparison.ts';
import { type Remark, unknownId } from './remark.ts';

/**
 * Checks what a guideline means: every id leads somewhere, every comparison suits its fact, no criterion runs in a circle.
 * A guideline without errors here compiles.
 */
export function lintGuideline(
  guideline: Guideline,
  vocabulary: Vocabulary,
  file: string,
  located?: LocatedJson,
): readonly Finding[] {
  const remarks = [
    ...conditionsOf(guideline).flatMap(({ condition, path }) => lintCondition(guideline, vocabulary, condition, path)),
    ...lintCycles(guideline),
    ...lintOrders(guideline, vocabulary),
    ...lintEvidence(guideline),
    ...lintScreens(guideline, vocabulary),
    ...lintRungIds(guideline),
  ];
  return remarks.map(({ path, ...remark }) => ({
    ...remark,
    severity: 'error',
    file,
    pointer: pointerOf(path),
    ...located?.locate(path),
  }));
}

function conditionsOf(guideline: Guideline): readonly { condition: Condition; path: readonly (string | number)[] }[] {
  return [
    { condition: guideline.appliesTo.when, path: ['appliesTo', 'when'] },
    ...Object.entries(guideline.criteria).map(([id, { when }]) => ({
      condition: when,
      path: ['criteria', id, 'when'],
    })),
    ...guideline.recommendations.map(({ when }, index) => ({
      condition: when,
      path: ['recommendations', index, 'when'],
    })),
  ];
}

function lintCondition(
  guideline: Guideline,
  vocabulary: Vocabulary,
  condition: Condition,
  path: readonly (string | number)[],
): readonly Remark[] {
  const within = (kids: readonly Condition[], key: string) =>
    kids.flatMap((kid, index) => lintCondition(guideline, vocabulary, kid, [...path, key, index]));
  if ('all' in condition) return within(condition.all, 'all');
  if ('any' in condition) return within(condition.any, 'any');
  if ('not' in condition) return lintCondition(guideline, vocabulary, condition.not, [...path, 'not']);
  if ('condition' in condition) {
    if (Object.hasOwn(guideline.criteria, condition.condition)) return [];
    return [
      unknownId('unknown-criterion', 'criterion', condition.condition, Object.keys(guideline.criteria), [
        ...path,
        'condition',
      ]),
    ];
  }
  const definition = vocabulary.facts[condition.fact];
  if (!definition)
    return [unknownId('unknown-fact', 'fact', condition.fact, Object.keys(vocabulary.facts), [...path, 'fact'])];
  return lintComparison(guideline, definition, condition, path);
}

function lintCycles(guideline: Guideline): readonly Remark[] {
  const references = (condition: Condition): readonly string[] => {
    if ('all' in condition) return condition.all.flatMap(references);
    if ('any' in condition) return condition.any.flatMap(references);
    if ('not' in condition) return references(condition.not);
    return 'condition' in condition ? [condition.condition] : [];
  };
  const reaches = (from: string, target: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    const criterion = guideline.criteria[from];
    const next = criterion ? references(criterion.when) : [];
    return next.includes(target) || next.some((id) => reaches(id, target, seen));
  };
  return Object.keys(guideline.criteria)
    .filter((id) => reaches(id, id, new Set()))
    .map((id) => ({
      code: 'criteria-cycle',
      path: ['criteria', id],
      message: `The criterion "${id}" leads back to itself.`,
      remedy: 'Write one of the criteria in the circle with facts instead.',
    }));
}

function lintOrders(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const known = Object.keys(vocabulary.orders);
  const named = [
    ...guideline.appliesTo.orders.map((order, index) => ({ order, path: ['appliesTo', 'orders', index] })),
    ...guideline.recommendations.flatMap(({ ratings }, index) =>
      Object.keys(ratings).map((order) => ({ order, path: ['recommendations', index, 'ratings', order] })),
    ),
    ...Object.keys(guideline.otherwise.ratings).map((order) => ({ order, path: ['otherwise', 'ratings', order] })),
  ];
  return named
    .filter(({ order }) => !known.includes(order))
    .map(({ order, path }) => unknownId('unknown-order', 'order', order, known, path));
}

function lintEvidence(guideline: Guideline): readonly Remark[] {
  const known = Object.keys(guideline.evidence);
  const cited = [...guideline.recommendations, guideline.otherwise].flatMap((recommendation, index) => {
    const base = index < guideline.recommendations.length ? ['recommendations', index] : ['otherwise'];
    return [
      ...recommendation.evidence.map((id, place) => ({ id, path: [...base, 'evidence', place] })),
      ...recommendation.disagrees.map(({ evidence }, place) => ({
        id: evidence,
        path: [...base, 'disagrees', place, 'evidence'],
      })),
    ];
  });
  return cited
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path }) => unknownId('unknown-evidence', 'evidence', id, known, path));
}

function lintScreens(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  return guideline.screens.flatMap(({ facts }, screen) =>
    facts.flatMap((fact, index) => {
      const path = ['screens', screen, 'facts', index];
      const definition = vocabulary.facts[fact];
      if (!definition) return [unknownId('unknown-fact', 'fact', fact, Object.keys(vocabulary.facts), path)];
      if (definition.question) return [];
      const message = `"${fact}" is on a screen but has no question in the vocabulary.`;
      return [{ code: 'no-question', path, message, remedy: 'Write its "question" in rules/vocabulary/facts.json.' }];
    }),
  );
}

function lintRungIds(guideline: Guideline): readonly Remark[] {
  const ids = [...guideline.recommendations, guideline.otherwise].map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const path = index < guideline.recommendations.length ? ['recommendations', index, 'id'] : ['otherwise', 'id'];
    const message = `Two recommendations are called "${id}".`;
    return [{ code: 'duplicate-id', path, message, remedy: 'Give each its own id: it appears in the audit record.' }];
  });
}
