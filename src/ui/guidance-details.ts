import { Alternatives } from './alternatives.tsx';
import { Corrections } from './corrections.tsx';
import { DecisiveFacts } from './decisive-facts.tsx';
import { Further } from './further.tsx';
import { Why } from './why.tsx';

/** Pieces of guidance that are read after its answer; a page may fetch them once that is on screen. */
export const guidanceDetails = { Alternatives, Corrections, DecisiveFacts, Further, Why };

export type GuidanceDetails = typeof guidanceDetails;
