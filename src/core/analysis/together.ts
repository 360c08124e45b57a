import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import { createInterview, type ScreenCount } from './screens.ts';
import { createSpace } from './space.ts';

/** Guidelines that speak about the same examination, and the screens until all that apply have answered. */
export interface Together {
  readonly guidelines: readonly string[];
  /** From an unknown reason, with the age known; null: not decided. */
  readonly screens: ScreenCount | null;
}

/** Counts the screens of guidelines that share an examination, since a fact that several ask is asked once. */
export function screensTogether(library: Library): readonly Together[] {
  const groups = new Map<string, readonly CompiledGuideline[]>();
  for (const order of library.guidelines.flatMap(({ document }) => document.appliesTo.orders)) {
    const speaking = library.guidelines.filter(
      ({ document }) => document.status !== 'retired' && document.appliesTo.orders.includes(order),
    );
    if (speaking.length > 1) groups.set(speaking.map(({ document }) => document.id).join(), speaking);
  }
  return [...groups.values()].map((guidelines) => {
    const space = createSpace(guidelines);
    const age = space.facts.filter((_, place) => space.definitions[place]?.read.some(({ reader }) => reader === 'age'));
    const interview = createInterview(space, library, guidelines);
    return {
      guidelines: guidelines.map(({ document }) => document.id),
      screens: interview?.count(new Map(), age) ?? null,
    };
  });
}
