import type { FactDefinition, OrderDefinition } from '../schema/vocabulary.ts';
import type { CompiledGuideline } from './compile.ts';
import type { ImagingRules } from './imaging-rules.ts';

/** What of a FHIR R4 ValueSet is matched on: `compose.include` and `compose.exclude`. */
export interface ValueSet {
  readonly compose: {
    readonly include: readonly ValueSetInclude[];
    readonly exclude?: readonly ValueSetInclude[] | undefined;
  };
}

/** Enumerated concepts, or one filter: `is-a` (hierarchy by prefix, as in SKS, ICD-10 and ATC) or `regex` over the whole code. */
export interface ValueSetInclude {
  readonly system: string;
  readonly concept?: readonly { readonly code: string; readonly display?: string | undefined }[] | undefined;
  readonly filter?:
    | readonly { readonly property: string; readonly op: 'is-a' | 'regex'; readonly value: string }[]
    | undefined;
}

/** The one vocabulary of facts and orders, with its value sets by id. */
export interface Vocabulary {
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly orders: Readonly<Record<string, OrderDefinition>>;
  readonly valueSets: Readonly<Record<string, ValueSet>>;
}

/** A guideline kept out of use because its file is wrong; named to the clinician, explained to its author. */
export interface QuarantinedGuideline {
  readonly id: string;
  /** What is wrong with it, a sentence each, in English: for `evaluate`; authors are shown the findings themselves. */
  readonly reasons: readonly string[];
}

/** Everything that decides: the vocabulary, the guidelines that are sound, and the names of those that are not. */
export interface Library {
  readonly vocabulary: Vocabulary;
  readonly guidelines: readonly CompiledGuideline[];
  readonly quarantined: readonly QuarantinedGuideline[];
  /** What is said beside the guidelines; absent where its files are missing or wrong, and in the page, which fetches it later. */
  readonly imaging?: ImagingRules;
}
