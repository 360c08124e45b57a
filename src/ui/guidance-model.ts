import type { Library } from '../core/guideline/library.ts';
import type { Loop } from './loop.ts';

/** What guidance on screen is drawn from: the rules, and the loop of one order. */
export interface GuidanceModel {
  readonly library: Library;
  readonly loop: Loop;
}
