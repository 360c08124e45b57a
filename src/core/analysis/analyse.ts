import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import { boundedRungs, possibleLowerings } from './bounds.ts';
import { type RungReach, rungsReached, type Unanswered, unanswered } from './ladder.ts';
import { type Patient, sizeOf, smallestPatients } from './product.ts';
import { type Lowering, loweringsOf, type RedFlag, redFlagsOf } from './red-flags.ts';
import { type Redundant, redundantParts } from './redundancy.ts';
import { createInterview, type ScreenCount } from './screens.ts';
import { ANALYSIS_BUDGET, conditionLadder, createSpace, HOLDS, type Space, wholeLadder } from './space.ts';
import { type UrgencyFall, urgencyFalls } from './urgency-fall.ts';

/** What was proven or refuted of a guideline over all combinations of answers. Null: not decided. */
export interface Analysis {
  readonly guideline: string;
  readonly version: string;
  readonly facts: number;
  readonly combinations: number;
  /** Nodes of the ladder's diagram; null when it was too large, and what follows was decided by bounds where it could be. */
  readonly nodes: number | null;
  readonly rungs: readonly RungReach[];
  readonly unanswered: readonly Unanswered[] | null;
  readonly redFlags: readonly RedFlag[] | null;
  /** Exact where `nodes` is not null; else every one that could be. */
  readonly lowerings: readonly Lowering[] | null;
  readonly urgencyFalls: readonly UrgencyFall[] | null;
  readonly redundant: readonly Redundant[] | null;
  readonly screens: Screens | null;
}

/** Screens of questions until the answer, for patients to whom the guideline applies. */
export interface Screens {
  /** What makes it apply, known from the start: the reason. */
  readonly given: Patient;
  /** Age is known too, as from a record with a date of birth. */
  readonly ageKnown: ScreenCount;
  readonly ageUnknown: ScreenCount;
  /** Of one in whom nothing is found (the smallest patient of the last rung), age known. */
  readonly nothingFound: number;
}

/** Analyses one guideline over the whole space of answers (docs/decisions/0008-analysis.md). */
export function analyseGuideline(library: Library, guideline: CompiledGuideline, budget = ANALYSIS_BUDGET): Analysis {
  const { id, version } = guideline.document;
  const space = createSpace([guideline], budget);
  const redFlags = redFlagsOf(space, guideline);
  const root = space.expand(wholeLadder(guideline));
  const size = { guideline: id, version, facts: space.facts.length, combinations: space.combinations, redFlags };
  if (root === null)
    return {
      ...size,
      nodes: null,
      rungs: boundedRungs(space, guideline),
      unanswered: null,
      lowerings: redFlags && possibleLowerings(space, guideline, redFlags),
      urgencyFalls: null,
      redundant: null,
      screens: null,
    };
  const rungs = rungsReached(space, guideline, root);
  return {
    ...size,
    nodes: sizeOf(space, root),
    rungs,
    unanswered: unanswered(space, guideline, root, rungs),
    lowerings: redFlags && loweringsOf(space, guideline, root, redFlags),
    urgencyFalls: urgencyFalls(space, guideline, root),
    redundant: redundantParts(space, guideline),
    screens: screensOf(space, library, guideline, rungs),
  };
}

function screensOf(
  space: Space,
  library: Library,
  guideline: CompiledGuideline,
  rungs: readonly RungReach[],
): Screens | null {
  const interview = createInterview(space, library, [guideline]);
  const applies = space.expand(conditionLadder(guideline, guideline.appliesWhen));
  if (interview === null || applies === null) return null;
  const given = smallestPatients(space, [applies], ([holds]) => (holds === HOLDS ? HOLDS : null)).get(HOLDS);
  if (!given) return null;
  const age = space.facts.filter((_, place) => space.definitions[place]?.read.some(({ reader }) => reader === 'age'));
  const ageKnown = interview.count(
    given,
    age.filter((fact) => !given.has(fact)),
  );
  const ageUnknown = interview.count(given, []);
  const last = rungs.find((rung) => rung.id === guideline.document.otherwise.id);
  if (!ageKnown || !ageUnknown) return null;
  const plain = last?.kind === 'reached' ? last.patient : new Map();
  const known = new Map([
    ...given,
    ...age.flatMap((fact) => (plain.has(fact) ? [[fact, plain.get(fact)] as const] : [])),
  ]);
  return { given, ageKnown, ageUnknown, nothingFound: interview.screensOf(known, plain).length };
}
