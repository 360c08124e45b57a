declare module 'virtual:indikation-rules' {
  import type { QuarantinedGuideline, Vocabulary } from '../core/guideline/library.ts';
  import type { Guideline } from '../core/schema/guideline.ts';

  /** The rules as they were checked at build; see src/library/vite-plugin.ts. */
  const rules: {
    readonly vocabulary: Vocabulary;
    readonly guidelines: readonly Guideline[];
    readonly quarantined: readonly QuarantinedGuideline[];
  };
  export default rules;
}
