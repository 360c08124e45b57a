import { Alternatives } from './alternatives.tsx';
import { Disagreement } from './evidence.tsx';
import { FactLines } from './fact-line.tsx';
import { Why } from './why.tsx';

/** Pieces of guidance that are read after its answer; a page may fetch them once that is on screen. */
export const guidanceDetails = { Alternatives, Disagreement, FactLines, Why };

export type GuidanceDetails = typeof guidanceDetails;
