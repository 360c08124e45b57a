import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';
import type { Values } from './truth-of.ts';

/** A fact-level vignette as the guideline sees it. Vignettes through a person need FHIR and are not counted here. */
export interface VignettePatient {
  /** Its place in the document. */
  readonly index: number;
  readonly vignette: Vignette;
  readonly order: string;
  /** Values of the facts that this guideline uses. */
  readonly values: Values;
}

/** The patients of a vignettes document, those given as facts. */
export function patientsOf(guideline: CompiledGuideline, document: VignettesDocument): readonly VignettePatient[] {
  return document.vignettes.flatMap((vignette, index) => {
    if (vignette.person !== undefined) return [];
    const values = ownValues(guideline, { ...document.given, ...vignette.given });
    return [{ index, vignette, order: vignette.order ?? document.order, values }];
  });
}

/** The facts of every vignette that says nothing else: the usual patient. */
export function usualPatient(guideline: CompiledGuideline, document: VignettesDocument): Values {
  return ownValues(guideline, document.given);
}

function ownValues({ facts }: CompiledGuideline, given: VignettesDocument['given']): Values {
  return new Map(Object.entries(given).filter(([fact, value]) => Object.hasOwn(facts, fact) && value !== 'unknown'));
}
