declare module 'virtual:indikation-shelf' {
  import type { QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
  import type { GuidelinePack, GuidelineReading } from './pack.ts';

  /** The examinations of the vocabulary, in both languages. */
  export const orders: Vocabulary['orders'];
  /** Guidelines that the check at build kept out of use. */
  export const quarantined: readonly QuarantinedGuideline[];
  /** A guideline as a module, and how to fetch what belongs to it. */
  export interface GuidelineModule {
    /** Danish only: `en` is missing until `giveEnglish` puts it there. */
    readonly default: GuidelinePack;
    english(): Promise<{ readonly default: readonly string[] }>;
    reading(): Promise<{ readonly default: GuidelineReading }>;
  }

  /** The sound guidelines by id: which orders they speak about, and how to fetch them. */
  export const guidelines: Readonly<
    Record<string, { readonly orders: readonly string[]; load(): Promise<GuidelineModule> }>
  >;
}

declare module 'virtual:indikation-resource-types' {
  /** The FHIR resource types that the guidelines read, of any order: what launch.html asks scopes for. */
  const resourceTypes: readonly string[];
  export default resourceTypes;
}
