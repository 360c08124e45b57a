import { combinedUrgency, combinedVerdict, type Voice } from '../decision/combine.ts';
import { createLadders, decidedRuling, type Ladders, type Ruling, rule } from '../decision/ruling.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import type { VignettesDocument } from '../schema/vignette.ts';
import { compareExpectation } from '../vignette/expectation.ts';
import { patientsOf, type VignettePatient } from './patient-of.ts';
import { DOES_NOT_APPLY } from './space.ts';
import { outcomeOf, truthOf, type Values } from './truth-of.ts';

/** Says of a version of a guideline which vignette is the first that fails, by its place in the document; null when all pass. */
export type Judge = (candidate: CompiledGuideline) => number | null;

/**
 * Runs vignettes against versions of one guideline, synchronously and fast: what is certain by Kleene's logic is read off the
 * ladder, and only open patients go through the residual. Vignettes that fail on the guideline itself are no judges.
 */
export function createJudge(library: Library, guideline: CompiledGuideline, document: VignettesDocument): Judge {
  const cases = patientsOf(guideline, document).map((patient) => ({
    ...patient,
    others: otherVoices(library, guideline, document, patient),
  }));
  const fails = (ladders: Lazily<Ladders>, { order, values, vignette, others }: (typeof cases)[number]): boolean => {
    const candidate = ladders.guideline;
    const ruling = rulingOf(ladders, values, order);
    const differences = compareExpectation(vignette.expect, {
      ruling,
      combined: () => {
        const voices = ruling ? [...others(), { guidance: ruling, guideline: candidate }] : others();
        const failed = voices.length === 0 && library.quarantined.length > 0;
        return { verdict: combinedVerdict(voices, order, failed), urgency: combinedUrgency(voices) };
      },
      criterion: (id) => {
        const condition = ruling ? candidate.criteria[id] : undefined;
        return condition && truthOf(condition, values);
      },
    });
    return differences.length > 0;
  };
  const own = lazily(guideline);
  const sound = cases.filter((one) => !fails(own, one));
  const isCertain = ({ values }: VignettePatient): boolean => outcomeOf(guideline, values) !== null;
  const inOrder = [...sound.filter(isCertain), ...sound.filter((one) => !isCertain(one))];
  return (candidate) => {
    const ladders = lazily(candidate);
    return inOrder.find((one) => fails(ladders, one))?.index ?? null;
  };
}

/** What a guideline says of a patient; null when it does not speak about the order or does not apply. */
export function rulingOn(guideline: CompiledGuideline, values: Values, order: string): Ruling | null {
  return rulingOf(lazily(guideline), values, order);
}

interface Lazily<Made> {
  readonly guideline: CompiledGuideline;
  made(): Made;
}

function lazily(guideline: CompiledGuideline): Lazily<Ladders> {
  let ladders: Ladders | null = null;
  return {
    guideline,
    made() {
      ladders ??= createLadders(guideline);
      return ladders;
    },
  };
}

function rulingOf({ guideline, made }: Lazily<Ladders>, values: Values, order: string): Ruling | null {
  if (!guideline.document.appliesTo.orders.includes(order)) return null;
  const outcome = outcomeOf(guideline, values);
  if (outcome === DOES_NOT_APPLY) return null;
  return outcome === null ? rule(made(), values, order) : decidedRuling(guideline, outcome, order);
}

function otherVoices(
  library: Library,
  guideline: CompiledGuideline,
  document: VignettesDocument,
  { order, vignette }: VignettePatient,
): () => readonly Voice[] {
  let voices: readonly Voice[] | null = null;
  return () => {
    voices ??= library.guidelines
      .filter((other) => other.document.id !== guideline.document.id && other.document.status !== 'retired')
      .flatMap((other) => {
        const alone = { ...document, vignettes: [vignette] };
        const values = patientsOf(other, alone)[0]?.values ?? new Map();
        const ruling = rulingOn(other, values, order);
        return ruling ? [{ guidance: ruling, guideline: other }] : [];
      });
    return voices;
  };
}
