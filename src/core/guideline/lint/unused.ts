import type { Guideline } from '../../schema/guideline.ts';
import type { Text } from '../../schema/text.ts';
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
    ...unused('unused-criterion', THING.criterion, 'criteria', guideline.criteria, used),
    ...unused('unused-parameter', THING.parameter, 'parameters', guideline.parameters, parameters),
    ...unused('unused-evidence', THING.source, 'evidence', guideline.evidence, cited),
    ...guideline.screens.flatMap((screen, place) =>
      screen.facts.flatMap((fact, index) =>
        facts.has(fact) ? [] : [remark('unused-fact', THING.fact, fact, ['screens', place, 'facts', index])],
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
  thing: Thing,
  key: string,
  defined: Readonly<Record<string, unknown>>,
  used: ReadonlySet<string | undefined>,
): readonly Remark[] {
  return Object.keys(defined)
    .filter((id) => !used.has(id))
    .map((id) => remark(code, thing, id, [key, id]));
}

/** What can be left over: its name as a sentence begins with it, and what to do with it. */
interface Thing {
  readonly name: Text;
  readonly advice: Text;
}

const IN_CONDITION: Text = { da: 'Brug den i en betingelse', en: 'Use it in a condition' };
const FACT: Text = { da: 'Oplysningen', en: 'The fact' };

const THING = {
  criterion: {
    name: { da: 'Kriteriet', en: 'The criterion' },
    advice: { da: 'Brug det i et trin', en: 'Use it in a rung' },
  },
  parameter: { name: { da: 'Grænsen', en: 'The parameter' }, advice: IN_CONDITION },
  source: {
    name: { da: 'Kilden', en: 'The source' },
    advice: { da: 'Henvis til den i et trin', en: 'Cite it in a rung' },
  },
  fact: { name: FACT, advice: IN_CONDITION },
  sharedFact: { name: FACT, advice: { da: 'Brug den i en retningslinje', en: 'Use it in a guideline' } },
} as const satisfies Readonly<Record<string, Thing>>;

function remark(code: FindingCode, { name, advice }: Thing, id: string, path: Path): Remark {
  return {
    code,
    path,
    message: { da: `${name.da} "${id}" bruges ingen steder.`, en: `${name.en} "${id}" is used nowhere.` },
    remedy: { da: `${advice.da}, eller slet "${id}".`, en: `${advice.en}, or remove it.` },
  };
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
  return unused('unused-fact', THING.sharedFact, 'facts', vocabulary.facts, used);
}
