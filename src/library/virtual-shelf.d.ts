declare module 'virtual:indikation-shelf' {
  // Written out: an import at the head of a declared module leads nowhere, and all it names would be `any`.
  type Vocabulary = import('../core/guideline/library.ts').Vocabulary;
  type QuarantinedGuideline = import('../core/guideline/library.ts').QuarantinedGuideline;
  type GuidelinePack = import('./pack.ts').GuidelinePack;
  type GuidelineReadings = import('./pack.ts').GuidelineReadings;

  /** The examinations of the vocabulary, in both languages. */
  export const orders: Vocabulary['orders'];
  /** Guidelines that the check at build kept out of use. */
  export const quarantined: readonly QuarantinedGuideline[];
  /** What speaks about an order as a module, and how to fetch what belongs to it. */
  export interface OrderModule {
    /** Danish only: `en` is missing until `giveEnglish` puts it there. */
    readonly default: GuidelinePack;
    english(): Promise<{ readonly default: readonly string[] }>;
    reading(): Promise<{ readonly default: GuidelineReadings }>;
  }

  /** The orders that some sound guideline speaks about: those of the same guidelines together. */
  export const groups: readonly OrderGroup[];

  export interface OrderGroup {
    readonly orders: readonly string[];
    /** Their ids, to be named where the module cannot be had. */
    readonly guidelines: readonly string[];
    load(): Promise<OrderModule>;
  }
}

declare module 'virtual:indikation-imaging' {
  import type { ImagingRules } from '../core/guideline/imaging-rules.ts';

  /** What is said beside the guidelines; null where the check at build kept it out of use. */
  const rules: ImagingRules | null;
  export default rules;
}

declare module 'virtual:indikation-resource-types' {
  /** The FHIR resource types that the guidelines read, of any order: what launch.html asks scopes for. */
  const resourceTypes: readonly string[];
  export default resourceTypes;
}

declare module 'virtual:indikation-by-reason' {
  /** What can be checked by hand, in both languages; fetched when somebody does. */
  const byReason: readonly import('./by-reason.ts').ReasonExaminations[];
  export default byReason;
}
