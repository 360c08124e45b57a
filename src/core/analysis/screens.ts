import type { DiagramId } from '../decision/diagram.ts';
import { nextQuestions } from '../decision/questions.ts';
import type { CompiledGuideline } from '../guideline/compile.ts';
import type { Library } from '../guideline/library.ts';
import { guidanceOf, keyOf, type State } from './dialogue-state.ts';
import { createRestrict, type Patient } from './product.ts';
import { placeOf, type Space } from './space.ts';

/** How many screens of questions a clinician goes through before every guideline that applies has answered. */
export interface ScreenCount {
  readonly longest: number;
  /** Half of all combinations of answers take no more. Every combination weighs the same, unlike real patients. */
  readonly median: number;
  /** The screens of a patient who goes through the most, each with its answers: findings only where it can be so. */
  readonly path: readonly { readonly screen: string; readonly answers: Patient }[];
  /** Different states of knowledge that were met. */
  readonly states: number;
}

interface Next {
  readonly state: State;
  readonly share: number;
  readonly answers: Patient;
}

interface Dialogue {
  /** The screen shown now and where its answers lead; absent at the end. */
  readonly screen?: string;
  readonly next: readonly Next[];
  /** Share of the patients from here by number of screens still to come. */
  readonly shares: readonly number[];
}

/** Answers screen after screen, as `nextQuestions` gives them, for all patients at once. */
export interface Interview {
  /**
   * Counts the screens over all patients. `given` is known from the start; so is each fact of `known`, with every value
   * it can have. Null beyond the budget of states.
   */
  count(given: Patient, known: readonly string[]): ScreenCount | null;
  /** The screens one patient goes through; a fact that he does not name takes its negative value, or its first. */
  screensOf(given: Patient, patient: Patient): readonly string[];
}

const MOST_STATES = 50_000;

/** Null when some guideline is too large to be expanded. */
export function createInterview(
  space: Space,
  library: Library,
  guidelines: readonly CompiledGuideline[],
): Interview | null {
  const speaking: Library = { ...library, guidelines };
  const restrict = createRestrict(space);
  const start: { applies: DiagramId; ladder: DiagramId }[] = [];
  for (const { appliesWhen, rungs, document } of guidelines) {
    const applies = space.expand({ rungs: [{ id: 'applies', when: appliesWhen }], otherwise: 'does-not-apply' });
    const ladder = space.expand({ rungs, otherwise: document.otherwise.id });
    if (applies === null || ladder === null) return null;
    start.push({ applies, ladder });
  }
  const assign = (state: State, place: number, value: number): State =>
    state.map(({ applies, ladder }) => ({
      applies: restrict(applies, place, value),
      ladder: restrict(ladder, place, value),
    }));
  const screenOf = (state: State): { readonly id: string; readonly places: readonly number[] } | null => {
    const guidance = state.flatMap((left, index) => {
      const guideline = guidelines[index];
      return guideline ? guidanceOf(space, guideline, left) : [];
    });
    const order = guidelines[0]?.document.appliesTo.orders[0] ?? null;
    const [first] = nextQuestions(speaking, {
      order,
      verdict: 'undetermined',
      urgency: null,
      guidance,
      alternatives: [],
      outOfService: [],
    });
    return first ? { id: first.id, places: first.facts.map((fact) => placeOf(space, fact)) } : null;
  };
  const answerAll = (state: State, places: readonly number[]): readonly Next[] => {
    let found = new Map<string, Next>([['', { state, share: 1, answers: new Map() }]]);
    for (const place of places) {
      const values = space.domains[place] ?? [];
      const after = new Map<string, Next>();
      const inOrder = values
        .map((value, index) => ({ value, index }))
        .sort((one) => (isNegative(space, place, one.value) ? -1 : 0));
      for (const { state: before, share, answers } of found.values())
        for (const { value, index } of inOrder) {
          const reached = assign(before, place, index);
          const key = keyOf(reached);
          const earlier = after.get(key);
          const more = share / values.length;
          if (earlier) after.set(key, { ...earlier, share: earlier.share + more });
          else
            after.set(key, {
              state: reached,
              share: more,
              answers: new Map([...answers, [space.facts[place] ?? '', value]]),
            });
        }
      found = after;
    }
    return [...found.values()];
  };
  const memory = new Map<string, Dialogue>();
  const visit = (state: State): Dialogue => {
    const key = keyOf(state);
    const known = memory.get(key);
    if (known) return known;
    if (memory.size > MOST_STATES) throw new TooManyStates();
    const screen = screenOf(state);
    const next = screen ? answerAll(state, screen.places) : [];
    const shares: number[] = screen ? [0] : [1];
    for (const { state: reached, share } of next)
      for (const [count, part] of visit(reached).shares.entries())
        shares[count + 1] = (shares[count + 1] ?? 0) + share * part;
    const dialogue = { next, shares, ...(screen ? { screen: screen.id } : {}) };
    memory.set(key, dialogue);
    return dialogue;
  };
  const given = (values: Patient): State => {
    let state: State = start;
    for (const [fact, value] of values) {
      const place = placeOf(space, fact);
      state = assign(state, place, indexOf(space, place, value));
    }
    return state;
  };
  return {
    count(values, known) {
      try {
        const starts = answerAll(
          given(values),
          known.map((fact) => placeOf(space, fact)),
        );
        const shares: number[] = [];
        for (const { state, share } of starts)
          for (const [count, part] of visit(state).shares.entries())
            shares[count] = (shares[count] ?? 0) + share * part;
        const [longest] = [...starts].sort(
          (one, other) => visit(other.state).shares.length - visit(one.state).shares.length,
        );
        const path = longest ? pathOf(longest.state, visit) : [];
        return { longest: shares.length - 1, median: medianOf(shares), path, states: memory.size };
      } catch (error) {
        if (error instanceof TooManyStates) return null;
        throw error;
      }
    },
    screensOf(values, patient) {
      let state = given(values);
      const screens: string[] = [];
      for (let screen = screenOf(state); screen !== null; screen = screenOf(state)) {
        screens.push(screen.id);
        for (const place of screen.places) {
          const value = patient.get(space.facts[place] ?? '') ?? space.definitions[place]?.negative;
          state = assign(state, place, value === undefined ? 0 : indexOf(space, place, value));
        }
      }
      return screens;
    },
  };
}

/** The way of most screens; among equals the one whose answers come first, negative ones before findings. */
function pathOf(start: State, visit: (state: State) => Dialogue): ScreenCount['path'] {
  const path: { screen: string; answers: Patient }[] = [];
  let state: State | null = start;
  while (state) {
    const { screen, next }: Dialogue = visit(state);
    if (screen === undefined) break;
    const lengths = next.map((step) => visit(step.state).shares.length);
    const step: Next | undefined = next[lengths.indexOf(Math.max(...lengths))];
    if (step) path.push({ screen, answers: step.answers });
    state = step?.state ?? null;
  }
  return path;
}

function medianOf(shares: readonly number[]): number {
  let sum = 0;
  for (const [count, share] of shares.entries()) {
    sum += share;
    if (sum >= 0.5 - 1e-9) return count;
  }
  return shares.length - 1;
}

function indexOf({ domains }: Space, place: number, value: unknown): number {
  const same = (one: unknown): boolean => JSON.stringify(one) === JSON.stringify(value);
  return Math.max(0, (domains[place] ?? []).findIndex(same));
}

function isNegative({ definitions }: Space, place: number, value: unknown): boolean {
  return definitions[place]?.negative === value;
}

class TooManyStates extends Error {}
