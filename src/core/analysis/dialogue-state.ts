import type { DiagramId } from '../decision/diagram.ts';
import type { Guidance } from '../decision/guidance.ts';
import { contentsOf } from '../decision/reach.ts';
import { type CompiledGuideline, leavesOf } from '../guideline/compile.ts';
import type { Space } from './space.ts';

/** What is left of the guidelines at some point of the dialogue. */
export type State = readonly { readonly applies: DiagramId; readonly ladder: DiagramId }[];

/** What `decide` would say is open, from what is left of a guideline. */
export function guidanceOf(
  { diagrams, facts }: Space,
  { document, appliesWhen }: CompiledGuideline,
  { applies, ladder }: State[number],
): readonly Guidance[] {
  const open = contentsOf(diagrams, applies);
  if (!open.outcomes.has('applies')) return [];
  const names = (asks: ReadonlySet<number>): string[] =>
    [...asks].sort((one, other) => one - other).map((place) => facts[place] ?? '');
  const unknown = open.outcomes.size > 1;
  const used = leavesOf(appliesWhen).map(({ fact }) => fact);
  const deciding = names(open.asks);
  const asks = unknown
    ? used.filter((fact) => deciding.includes(fact)).slice(0, 1)
    : names(contentsOf(diagrams, ladder).asks);
  return [
    {
      guideline: document.id,
      version: document.version,
      recommendation: null,
      speaks: null,
      verdict: 'undetermined',
      urgency: null,
      ratings: {},
      reachable: [],
      applies: unknown ? 'unknown' : 'yes',
      asks,
      justification: { criteria: [], facts: [] },
    },
  ];
}

/** Two states with the same key have the same future. */
export function keyOf(state: State): string {
  return state.map(({ applies, ladder }) => `${applies}/${ladder}`).join(' ');
}
