import type { ImagingRules } from '../core/guideline/imaging-rules.ts';

/** Fetches the rules of what is said beside the guidelines, built into the page; null where none can be used. Rejects when offline. */
export async function fetchImagingRules(): Promise<ImagingRules | null> {
  const { default: rules } = await import('virtual:indikation-imaging');
  return rules;
}
