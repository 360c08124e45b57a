import rules from 'virtual:indikation-rules';
import { type CompiledGuideline, compileGuideline } from '../core/guideline/compile.ts';
import type { Library, QuarantinedGuideline } from '../core/guideline/library.ts';

/** The library that was built into the page. A guideline that cannot be compiled is quarantined; the others go on. */
export const bundledLibrary: Library = compileAll();

function compileAll(): Library {
  const guidelines: CompiledGuideline[] = [];
  const quarantined: QuarantinedGuideline[] = [...rules.quarantined];
  for (const document of rules.guidelines) {
    try {
      guidelines.push(compileGuideline(document, rules.vocabulary));
    } catch (error) {
      quarantined.push({ id: document.id, reasons: [error instanceof Error ? error.message : String(error)] });
    }
  }
  return { vocabulary: rules.vocabulary, guidelines, quarantined };
}
