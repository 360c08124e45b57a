import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Guideline } from '../schema/guideline.ts';
import { RATINGS, URGENCIES } from '../schema/rating.ts';
import type { Text } from '../schema/text.ts';
import { conditionMutants, usesOf } from './condition-mutants.ts';
import type { Path } from './condition-site.ts';

/** A guideline with one small mistake in it, as an author could make it. */
export interface Mutant {
  readonly kind:
    | 'threshold'
    | 'strictness'
    | 'choice'
    | 'negation'
    | 'drop'
    | 'group'
    | 'rung-order'
    | 'rung-dropped'
    | 'rating'
    | 'urgency'
    | 'order-dropped';
  /** Where the change stands in the guideline's document. */
  readonly path: Path;
  /** What was changed, in words. */
  readonly change: Text;
  readonly document: Guideline;
  /** For a rating, urgency or order: what has to be looked at to see it. */
  readonly seenBy?: { readonly rung?: string; readonly order?: string };
}

/** Every mutant of a guideline (docs/decisions/0007-coverage-and-mutation.md lists the changes). */
export function mutantsOf(guideline: CompiledGuideline): readonly Mutant[] {
  return [
    ...conditionMutants(guideline),
    ...parameterMutants(guideline),
    ...ladderMutants(guideline.document),
    ...contentMutants(guideline.document),
    ...orderMutants(guideline.document),
  ];
}

/** Each parameter one step down and up, at all its uses at once; the step is the finest of the facts compared with it. */
function parameterMutants({ document, facts }: CompiledGuideline): readonly Mutant[] {
  return Object.entries(document.parameters).flatMap(([id, parameter]) => {
    const compared = usesOf(document, id).flatMap(({ fact }) => {
      const definition = facts[fact];
      return definition?.type === 'number' ? [definition] : [];
    });
    const step = Math.min(...compared.map((definition) => definition.step));
    return [parameter.value - step, parameter.value + step]
      .filter((value) => compared.length > 0 && compared.every(({ min, max }) => value >= min && value <= max))
      .map((value): Mutant => {
        const parameters = { ...document.parameters, [id]: { ...parameter, value } };
        return {
          kind: 'threshold',
          path: ['parameters', id, 'value'],
          change: {
            da: `grænsen "${id}" ${parameter.value} gjort til ${value}`,
            en: `parameter "${id}" ${parameter.value} made ${value}`,
          },
          document: { ...document, parameters },
        };
      });
  });
}

function ladderMutants(document: Guideline): readonly Mutant[] {
  const { recommendations } = document;
  return recommendations.flatMap((rung, index): readonly Mutant[] => {
    const below = recommendations[index + 1];
    const path = ['recommendations', index];
    const without = recommendations.filter((other) => other !== rung);
    const dropped: Mutant = {
      kind: 'rung-dropped',
      path,
      change: { da: `trinnet "${rung.id}" fjernet`, en: `rung "${rung.id}" dropped` },
      document: { ...document, recommendations: without },
    };
    if (!below) return [dropped];
    const order = [...recommendations.slice(0, index), below, rung, ...recommendations.slice(index + 2)];
    const change = {
      da: `trinnet "${rung.id}" flyttet ned under "${below.id}"`,
      en: `rung "${rung.id}" moved below "${below.id}"`,
    };
    return [dropped, { kind: 'rung-order', path, change, document: { ...document, recommendations: order } }];
  });
}

/** Every rating and urgency of every rung made every other. */
function contentMutants(document: Guideline): readonly Mutant[] {
  const { recommendations, otherwise } = document;
  const rungs = [...recommendations, otherwise];
  return rungs.flatMap((rung, index) => {
    const path = index < recommendations.length ? ['recommendations', index] : ['otherwise'];
    const changed = (part: Partial<typeof otherwise>): Guideline =>
      index < recommendations.length
        ? { ...document, recommendations: recommendations.map((own) => (own === rung ? { ...own, ...part } : own)) }
        : { ...document, otherwise: { ...otherwise, ...part } };
    const ratings = Object.entries(rung.ratings).flatMap(([order, rating]) =>
      RATINGS.filter((other) => other !== rating).map(
        (other): Mutant => ({
          kind: 'rating',
          path: [...path, 'ratings', order],
          change: {
            da: `vurderingen af "${order}" i "${rung.id}" ${rating} gjort til ${other}`,
            en: `rating of "${order}" in "${rung.id}" ${rating} made ${other}`,
          },
          document: changed({ ratings: { ...rung.ratings, [order]: other } }),
          seenBy: { rung: rung.id, order },
        }),
      ),
    );
    const urgencies = [...URGENCIES, null]
      .filter((other) => other !== rung.urgency)
      .map(
        (other): Mutant => ({
          kind: 'urgency',
          path: [...path, 'urgency'],
          change: {
            da: `hasten i "${rung.id}" ${rung.urgency} gjort til ${other}`,
            en: `urgency of "${rung.id}" ${rung.urgency} made ${other}`,
          },
          document: changed({ urgency: other }),
          seenBy: { rung: rung.id },
        }),
      );
    return [...ratings, ...urgencies];
  });
}

function orderMutants(document: Guideline): readonly Mutant[] {
  const { orders } = document.appliesTo;
  if (orders.length < 2) return [];
  return orders.map((order, index) => ({
    kind: 'order-dropped',
    path: ['appliesTo', 'orders', index],
    change: { da: `undersøgelsen "${order}" fjernet`, en: `order "${order}" dropped` },
    document: { ...document, appliesTo: { ...document.appliesTo, orders: orders.filter((other) => other !== order) } },
    seenBy: { order },
  }));
}
