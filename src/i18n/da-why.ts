import type { Truth } from '../core/facts/truth.ts';

/** Words of what is read beside the guidance, in Danish: the rest of why, sources, other examinations, answers given. */
export const daWhy = {
  ruledOut: (n: number) => `Afkræftet (${n})`,
  rest: (n: number) => `Øvrige oplysninger (${n})`,
  criteria: 'Kriterier',
  notRead: 'Ikke læst',
  disagreement: 'Uenighed',
  evidence: 'Kilder',
  verified: 'læst i original',
  notVerified: 'ikke efterprøvet i original',
  evidenceType: {
    guideline: 'retningslinje',
    consensus: 'konsensus',
    authority: 'myndighed',
    study: 'studie',
    review: 'oversigt',
    law: 'lov',
  },
  strength: (strength: string) => `styrke: ${strength}`,
  truth: { true: 'opfyldt', false: 'ikke opfyldt', unknown: 'uafklaret' } satisfies Record<Truth, string>,
  notFor: 'Gælder ikke for',
  alternatives: {
    heading: 'Andre undersøgelser',
    unsupported: (n: number) => `Anbefales ikke eller er ikke omfattet (${n})`,
    noRadiation: 'ingen røntgenstråling',
    dose: (from: string, to: string | null) => (to === null ? `ca. ${from} mSv` : `ca. ${from}–${to} mSv`),
  },
  undo: 'Fortryd',
  undoAnswer: (label: string) => `Fortryd svaret om ${label}`,
  yourAnswers: 'Dine svar',
  answered: (n: number) => (n === 1 ? '1 svar' : `${n} svar`),
};
