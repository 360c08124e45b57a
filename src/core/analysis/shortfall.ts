import type { FactValue } from '../facts/fact.ts';
import type { Truth } from '../facts/truth.ts';
import { type CompiledGuideline, leavesOf, type ResolvedLeaf } from '../guideline/compile.ts';
import type { Text } from '../schema/text.ts';
import type { VignettesDocument } from '../schema/vignette.ts';
import type { Path } from './condition-site.ts';
import type { Coverage, LeafCoverage, Seen } from './coverage.ts';
import { comparisonText, possiblePair } from './decisive-pair.ts';
import { type Search, sameValue, search } from './explore.ts';
import { patientsOf, usualPatient } from './patient-of.ts';
import { conditionLadder, createSpace, HOLDS, placeOf, wholeLadder } from './space.ts';
import type { Demand } from './tally.ts';
import { truthOf, type Values } from './truth-of.ts';
import { draftVignette, type VignetteDraft } from './vignette-draft.ts';

/** Something that coverage demands and no vignette shows. */
export interface Shortfall {
  readonly demand: Demand;
  readonly path: Path;
  readonly message: Text;
  /** Vignettes that would show it; several only where a pair is demanded and neither is there. */
  readonly drafts: readonly VignetteDraft[];
  /** Proved over the whole space of answers: no vignette can show it. The rule says more than it needs. */
  readonly impossible: boolean;
  /** The ids that an explanation must name: criterion or rung, and the fact compared. */
  readonly about: readonly string[];
}

/** Whether one item or paragraph of a changelog names, as code, everything that a shortfall is about. */
export function isExplained(changelog: string, { about }: Shortfall): boolean {
  return changelog.split(/\n\s*\n|\n(?=- )/).some((part) => about.every((id) => part.includes(`\`${id}\``)));
}

/** Everything that is not covered, with the vignettes that would cover it. */
export function shortfallsOf(
  guideline: CompiledGuideline,
  document: VignettesDocument,
  { leaves, criteria, recommendations }: Coverage,
): readonly Shortfall[] {
  const usual = usualPatient(guideline, document);
  const drafted = (values: Values) => draftVignette(guideline, document, values);
  const fromSearch = (demand: Demand, path: Path, message: Text, result: Search): Shortfall => ({
    about: [placeName(guideline, path)],
    demand,
    path,
    message,
    drafts: result.found ? [drafted(result.values)] : [],
    impossible: !result.found && result.exhaustive,
  });
  return [
    ...leaves.flatMap(({ path, leaf, seen }) =>
      missing(seen).map((truth): Shortfall => {
        const values = leafValues(guideline, leaf, truth, usual);
        const message = {
          da: `"${comparisonText(leaf)}" er ${DANISH[truth]} i ingen sygehistorie.`,
          en: `"${comparisonText(leaf)}" is ${truth} in no vignette.`,
        };
        return {
          ...aboutLeaf(guideline, path, leaf),
          demand: 'comparisons',
          message,
          drafts: values ? [drafted(values)] : [],
          impossible: values === null,
        };
      }),
    ),
    ...criteria.flatMap(({ id, path, seen }) =>
      missing(seen).map((truth) => {
        const message = {
          da: `Kriteriet "${id}" er ${DANISH[truth]} i ingen sygehistorie.`,
          en: `The criterion "${id}" is ${truth} in no vignette.`,
        };
        return fromSearch('criteria', path, message, criterionSearch(guideline, id, truth, usual));
      }),
    ),
    ...recommendations
      .filter(({ reached }) => reached === null)
      .map(({ id, path }) => {
        const result = search([guideline], [wholeLadder(guideline)], ([outcome]) => outcome === id, usual);
        const message = {
          da: `Trinnet "${id}" nås i ingen sygehistorie.`,
          en: `The recommendation "${id}" is reached in no vignette.`,
        };
        return fromSearch('recommendations', path, message, result);
      }),
    ...leaves.filter(({ pair }) => pair === null).map((leaf) => pairShortfall(guideline, document, leaf, usual)),
  ];
}

const DANISH: Readonly<Record<Truth, string>> = { true: 'opfyldt', false: 'ikke opfyldt', unknown: 'ukendt' };

function missing(seen: Seen): readonly Truth[] {
  return (['true', 'false', 'unknown'] as const).filter((truth) => seen[truth] === null);
}

/** The criterion or rung that something stands in; `appliesTo` for applicability. */
function placeName({ document }: CompiledGuideline, [room, key]: Path): string {
  if (room === 'recommendations') return document.recommendations[Number(key)]?.id ?? '';
  if (room === 'criteria') return String(key);
  return room === 'otherwise' ? document.otherwise.id : 'appliesTo';
}

function aboutLeaf(
  guideline: CompiledGuideline,
  path: Path,
  { fact }: ResolvedLeaf,
): Pick<Shortfall, 'path' | 'about'> {
  return { path, about: [placeName(guideline, path), fact] };
}

function pairShortfall(
  guideline: CompiledGuideline,
  document: VignettesDocument,
  site: LeafCoverage,
  usual: Values,
): Shortfall {
  const message = {
    da: `"${comparisonText(site.leaf)}" ændrer alene svaret i intet par af sygehistorier.`,
    en: `"${comparisonText(site.leaf)}" flips the outcome alone in no pair of vignettes.`,
  };
  const shortfall = { ...aboutLeaf(guideline, site.path, site.leaf), demand: 'pairs', message } as const;
  const pair = possiblePair(guideline, site, usual);
  if (!pair.possible) return { ...shortfall, drafts: [], impossible: pair.exhaustive };
  const there = patientsOf(guideline, document);
  const drafts = [pair.first, pair.second]
    .filter((values) => !there.some((patient) => sameValues(patient.values, values)))
    .map((values) => draftVignette(guideline, document, values));
  return { ...shortfall, drafts, impossible: false };
}

function leafValues(guideline: CompiledGuideline, leaf: ResolvedLeaf, truth: Truth, usual: Values): Values | null {
  if (truth === 'unknown') return without(usual, [leaf.fact]);
  const space = createSpace([guideline]);
  const domain: readonly FactValue[] = space.domains[placeOf(space, leaf.fact)] ?? [];
  const value = domain.find((candidate) => truthOf(leaf, new Map([[leaf.fact, candidate]])) === truth);
  return value === undefined ? null : new Map([...usual, [leaf.fact, value]]);
}

function criterionSearch(guideline: CompiledGuideline, id: string, truth: Truth, usual: Values): Search {
  const when = guideline.criteria[id] ?? { all: [] };
  if (truth === 'unknown') {
    const facts = leavesOf(when).map(({ fact }) => fact);
    return { found: true, values: without(usual, facts) };
  }
  const condition = truth === 'true' ? when : { not: when };
  return search([guideline], [conditionLadder(guideline, condition)], ([outcome]) => outcome === HOLDS, usual);
}

function without(values: Values, facts: readonly string[]): Values {
  return new Map([...values].filter(([fact]) => !facts.includes(fact)));
}

function sameValues(one: Values, other: Values): boolean {
  return one.size === other.size && [...one].every(([fact, value]) => sameValue(value, other.get(fact)));
}
