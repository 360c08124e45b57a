import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Vignette, VignettesDocument } from '../schema/vignette.ts';
import { sameValue } from './explore.ts';
import { rulingOn } from './judge.ts';
import type { Values } from './truth-of.ts';

/** A vignette that somebody only has to give a name: what differs from the usual patient, and what comes out today. */
export interface VignetteDraft {
  /** Only where it is another than the document's. */
  readonly order?: string;
  readonly given: NonNullable<Vignette['given']>;
  readonly expect: Vignette['expect'];
}

/** The shortest way of writing a patient into a vignettes document; a fact that is usually known and is not here, is "unknown". */
export function draftVignette(
  guideline: CompiledGuideline,
  document: VignettesDocument,
  values: Values,
  { order = document.order, expect }: { readonly order?: string; readonly expect?: Vignette['expect'] } = {},
): VignetteDraft {
  const given: Record<string, VignettesDocument['given'][string]> = {};
  for (const fact of Object.keys(guideline.facts)) {
    const value = values.get(fact);
    const usual = document.given[fact];
    if (value === undefined && usual !== undefined && usual !== 'unknown') given[fact] = 'unknown';
    if (value !== undefined && !sameValue(value, usual)) given[fact] = typeof value === 'object' ? [...value] : value;
  }
  return {
    ...(order === document.order ? {} : { order }),
    given,
    expect: { ...answerTo(guideline, values, order), ...expect },
  };
}

/** What the guideline itself says of the patient. */
function answerTo(guideline: CompiledGuideline, values: Values, order: string): Vignette['expect'] {
  const ruling = rulingOn(guideline, values, order);
  if (!ruling) return { recommendation: null };
  const { recommendation, verdict, urgency, asks } = ruling;
  return { recommendation, verdict, urgency, ...(recommendation === null ? { asks: [...asks] } : {}) };
}
