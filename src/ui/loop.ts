import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { assess } from '../core/decision/assess.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { nextQuestions, type QuestionScreen } from '../core/decision/questions.ts';
import { type Answer, applyAnswers } from '../core/facts/answers.ts';
import type { Facts } from '../core/facts/fact.ts';
import type { Library } from '../core/guideline/library.ts';
import type { ShownScreen } from './question-screen.tsx';
import { leftUnknown, openFacts, shownScreen } from './shown-screen.ts';

type Answers = ReadonlyMap<string, Answer>;

/** What the record says; some of it counts from what the clinician answers, such as when the injury was. */
export type RecordFacts = (answers: Answers) => Facts;

/** Of a case that is entered by hand. */
export const NOTHING_READ: RecordFacts = () => new Map();

/** The loop that matters: facts → guidance → questions → answers become facts → guidance again. */
export interface Loop {
  /** Order id of the vocabulary; null when the examination is not one of them. */
  readonly order: ReadonlySignal<string | null>;
  /** What the record said, with the answers over it. */
  readonly facts: ReadonlySignal<Facts>;
  readonly answers: ReadonlySignal<Answers>;
  /** Null until the first assessment is there. */
  readonly assessment: ReadonlySignal<Assessment | null>;
  readonly screen: ReadonlySignal<ShownScreen | null>;
  /** Facts still asked and not answered. */
  readonly open: ReadonlySignal<readonly string[]>;
  /** Facts still asked of which it was answered that they are not known. */
  readonly leftUnknown: ReadonlySignal<readonly string[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Starts over with an order and what the record says, given the answers. Answers are kept, or given from before, only for the same patient and order. */
  begin(order: string | null, read: RecordFacts, keepAnswers: boolean, given?: Answers): Promise<void>;
  answer(answers: Answers): Promise<void>;
  undo(fact: string): Promise<void>;
  /** Takes back the last answers given together. */
  undoLast(): Promise<void>;
  /** Takes back every answer. */
  startOver(): Promise<void>;
  /** Forgets everything about the patient and the order. */
  clear(): void;
}

/** What an assessment rests on. */
interface Basis {
  readonly order: string | null;
  readonly read: RecordFacts;
  readonly answers: Answers;
  /** The answers before each change, oldest first. */
  readonly history: readonly Answers[];
}

const NOTHING: Basis = { order: null, read: NOTHING_READ, answers: new Map(), history: [] };

/** `onFailure` is told when the assessment itself fails; then no guidance may be shown. */
export function createLoop(library: Library, onFailure: () => void): Loop {
  /** What the assessment shown rests on: they change together, so nothing new is ever shown beside something older. */
  const shown = signal(NOTHING);
  const facts = signal<Facts>(new Map());
  const assessment = signal<Assessment | null>(null);
  const screens = signal<readonly QuestionScreen[]>([]);
  const screen = signal<ShownScreen | null>(null);
  const answers = computed(() => shown.value.answers);
  /** What was given last, be it assessed yet or not. */
  let latest = NOTHING;

  const factsOf = (basis: Basis): Facts =>
    applyAnswers(library.vocabulary.facts, basis.read(basis.answers), basis.answers);
  const assessOn = async (basis: Basis): Promise<void> => {
    latest = basis;
    try {
      const known = factsOf(basis);
      const result = await assess(library, known, basis.order);
      if (latest !== basis) return;
      batch(() => {
        shown.value = basis;
        facts.value = known;
        assessment.value = result;
        screens.value = nextQuestions(library, result);
        screen.value = shownScreen(screen.value, screens.value, basis.answers);
      });
    } catch {
      // What failed may hold patient data, so it is not logged; the page says that there is no guidance.
      if (latest === basis) onFailure();
    }
  };
  const change = (next: Answers): Promise<void> =>
    assessOn({ ...latest, answers: next, history: [...latest.history, latest.answers] });
  const clear = (): void =>
    batch(() => {
      latest = { ...NOTHING };
      shown.value = latest;
      facts.value = new Map();
      assessment.value = null;
      screens.value = [];
      screen.value = null;
    });
  return {
    order: computed(() => shown.value.order),
    facts,
    answers,
    assessment,
    screen,
    open: computed(() => openFacts(screens.value, answers.value)),
    leftUnknown: computed(() => leftUnknown(screens.value, answers.value)),
    canUndo: computed(() => shown.value.history.length > 0),
    begin(order, read, keepAnswers, given) {
      if (!keepAnswers) clear();
      return assessOn({ ...latest, order, read, answers: given ?? latest.answers });
    },
    answer: (given) => change(new Map([...latest.answers, ...given])),
    undo: (fact) => change(new Map([...latest.answers].filter(([id]) => id !== fact))),
    undoLast() {
      const { history } = latest;
      const last = history.at(-1);
      return last ? assessOn({ ...latest, answers: last, history: history.slice(0, -1) }) : Promise.resolve();
    },
    startOver: () => change(new Map()),
    clear,
  };
}
