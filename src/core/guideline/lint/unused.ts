import type { Guideline } from '../../schema/guideline.ts';
import type { FindingCode } from '../finding-code.ts';
import type { Vocabulary } from '../library.ts';
import type { Path, Remark } from '../remark.ts';
import { entryOf, leavesIn, leavesOfGuideline, parameterOf, rungsOf } from '../walk.ts';

/** Criteria, parameters, sources and facts on screens that nothing in the guideline uses. */
export function lintUnused(guideline: Guideline): readonly Remark[] {
  const leaves = leavesOfGuideline(guideline);
  const facts = new Set(leaves.flatMap(({ part }) => ('fact' in part ? [part.fact] : [])));
  const parameters = new Set(leaves.flatMap(({ part }) => ('fact' in part ? [parameterOf(part)] : [])));
  const cited = new Set(
    rungsOf(guideline).flatMap(({ part }) => [...part.evidence, ...part.disagrees.map(({ evidence }) => evidence)]),
  );
  const used = usedCriteria(guideline);
  return [
    ...unused('unused-criterion', 'criterion', 'criteria', guideline.criteria, used, 'Use it in a rung'),
    ...unused('unused-parameter', 'parameter', 'parameters', guideline.parameters, parameters, 'Use it in a condition'),
    ...unused('unused-evidence', 'source', 'evidence', guideline.evidence, cited, 'Cite it in a rung'),
    ...guideline.screens.flatMap((screen, place) =>
      screen.facts.flatMap((fact, index) =>
        facts.has(fact)
          ? []
          : [remark('unused-fact', 'fact', fact, ['screens', place, 'facts', index], 'Use it in a condition')],
      ),
    ),
  ];
}

/** Criteria that applicability or a rung uses, directly or through other criteria. */
function usedCriteria(guideline: Guideline): ReadonlySet<string> {
  const used = new Set<string>();
  const follow = (leaves: ReturnType<typeof leavesIn>): void => {
    for (const { part } of leaves) {
      if (!('condition' in part) || used.has(part.condition)) continue;
      used.add(part.condition);
      const criterion = entryOf(guideline.criteria, part.condition);
      if (criterion) follow(leavesIn(criterion.when, []));
    }
  };
  follow(leavesIn(guideline.appliesTo.when, []));
  for (const { when } of guideline.recommendations) follow(leavesIn(when, []));
  return used;
}

function unused(
  code: FindingCode,
  kind: string,
  key: string,
  defined: Readonly<Record<string, unknown>>,
  used: ReadonlySet<string | undefined>,
  advice: string,
): readonly Remark[] {
  return Object.keys(defined)
    .filter((id) => !used.has(id))
    .map((id) => remark(code, kind, id, [key, id], advice));
}

function remark(code: FindingCode, kind: string, id: string, path: Path, advice: string): Remark {
  return { code, path, message: `The ${kind} "${id}" is used nowhere.`, remedy: `${advice}, or remove it.` };
}

/** Facts of the vocabulary that no guideline tests and no fact is derived from. Only right when every guideline was read. */
export function lintUnusedFacts(vocabulary: Vocabulary, guidelines: readonly Guideline[]): readonly Remark[] {
  const tested = guidelines.flatMap((guideline) =>
    leavesOfGuideline(guideline).flatMap(({ part }) => ('fact' in part ? [part.fact] : [])),
  );
  const sources = Object.values(vocabulary.facts).flatMap(({ read, hints }) =>
    [...read, ...hints].flatMap((reading) => (reading.reader === 'derived' ? [reading.fact] : [])),
  );
  const used = new Set<string | undefined>([...tested, ...sources]);
  return unused('unused-fact', 'fact', 'facts', vocabulary.facts, used, 'Use it in a guideline');
}
