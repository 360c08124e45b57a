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
  /** Starts over with an order and what the record says, given the answers. Answers are kept only for the same patient and order. */
  begin(order: string | null, read: RecordFacts, keepAnswers: boolean): Promise<void>;
  answer(answers: Answers): Promise<void>;
  undo(fact: string): Promise<void>;
  /** Takes back the last answers given together. */
  undoLast(): Promise<void>;
  /** Forgets everything about the patient and the order. */
  clear(): void;
}

/** `onFailure` is told when the assessment itself fails; then no guidance may be shown. */
export function createLoop(library: Library, onFailure: () => void): Loop {
  const order = signal<string | null>(null);
  const read = signal(NOTHING_READ);
  const answers = signal<Answers>(new Map());
  const history = signal<readonly Answers[]>([]);
  const facts = computed(() => applyAnswers(library.vocabulary.facts, read.value(answers.value), answers.value));
  const assessment = signal<Assessment | null>(null);
  const screens = signal<readonly QuestionScreen[]>([]);
  const screen = signal<ShownScreen | null>(null);
  let run = 0;

  const evaluate = async (): Promise<void> => {
    run += 1;
    const mine = run;
    try {
      const result = await assess(library, facts.value, order.value);
      if (mine !== run) return;
      batch(() => {
        assessment.value = result;
        screens.value = nextQuestions(library, result);
        screen.value = shownScreen(screen.value, screens.value, answers.value);
      });
    } catch {
      // What failed may hold patient data, so it is not logged; the page says that there is no guidance.
      if (mine === run) onFailure();
    }
  };
  const change = (next: Answers): Promise<void> => {
    batch(() => {
      history.value = [...history.value, answers.value];
      answers.value = next;
    });
    return evaluate();
  };
  const clear = (): void => {
    run += 1;
    batch(() => {
      order.value = null;
      read.value = NOTHING_READ;
      answers.value = new Map();
      history.value = [];
      assessment.value = null;
      screens.value = [];
      screen.value = null;
    });
  };
  return {
    order,
    facts,
    answers,
    assessment,
    screen,
    open: computed(() => openFacts(screens.value, answers.value)),
    leftUnknown: computed(() => leftUnknown(screens.value, answers.value)),
    canUndo: computed(() => history.value.length > 0),
    begin(nextOrder, readNext, keepAnswers) {
      if (!keepAnswers) clear();
      order.value = nextOrder;
      read.value = readNext;
      return evaluate();
    },
    answer: (given) => change(new Map([...answers.value, ...given])),
    undo: (fact) => change(new Map([...answers.value].filter(([id]) => id !== fact))),
    undoLast() {
      const last = history.value.at(-1);
      if (!last) return Promise.resolve();
      batch(() => {
        history.value = history.value.slice(0, -1);
        answers.value = last;
      });
      return evaluate();
    },
    clear,
  };
}
