import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Facts } from '../core/facts/fact.ts';
import type { SessionView } from '../smart/launch-storage.ts';
import type { DecidingPorts } from './deciding.ts';
import type { DecisionForm } from './decision-form.ts';
import { type KeptCase, keptCase, openKeptAnswers, type Recalled, type TypedDecision } from './kept-answers.ts';

/** What of a window is needed to keep answers that are not on the order yet. */
export interface KeepingView extends SessionView {
  addEventListener(type: 'pagehide', listener: () => void): void;
}

/** Keeping answers that are not on the order yet. */
export interface Keeping {
  /** Whether what was answered and typed is there again when the app is opened again for the same draft. */
  readonly isKept: ReadonlySignal<boolean>;
}

/**
 * Keeps answers and what was typed as they are given, until they stand on the order; with another patient in the EHR
 * everything is dropped at once. What was recalled is put back into the form.
 * @param clock milliseconds since 1970
 */
export function createKeeping(
  { library, loop, opened, stage, recalled }: DecidingPorts,
  form: DecisionForm,
  view: KeepingView | null,
  clock: () => number = Date.now,
): Keeping {
  const isKept = signal(false);
  const kept = view && openKeptAnswers(view, clock);
  if (kept === null) return { isKept };
  const about = computed((): KeptCase | null => {
    const open = opened.value;
    return open && keptCase(open.session, open.draft.order, library, loop.order.value);
  });
  const typed = computed((): TypedDecision | null => {
    const [reasonCode, words] = [form.reasonCode.value, form.words.value];
    return reasonCode === null && words === '' ? null : { choice: form.choice.value, reasonCode, words };
  });
  let last: { readonly about: KeptCase; readonly content: Recalled } | null = null;
  const keepNow = (): void => {
    const { kind } = stage.value;
    const now = about.value;
    if (kind === 'wrong-patient') kept.dropAll();
    if (now === null) return;
    if (last !== null && last.about.orderId !== now.orderId) kept.drop(last.about);
    const given = { answers: loop.answers.value, typed: typed.value };
    const known = [last?.content, recalled.value].find((one) => one && isSame(one, given));
    const content = known ?? { ...given, at: clock(), overruled: overruledBy(given.answers, loop.facts.value) };
    const isWorking = kind === 'guidance' || kind === 'saving';
    if (isWorking && (content.answers.size > 0 || content.typed !== null)) {
      last = { about: now, content };
      isKept.value = kept.keep(now, content);
    } else if (isWorking || kind === 'saved') kept.drop(now);
  };
  effect(() => {
    const before = recalled.value?.typed;
    if (!before) return;
    form.choose(before.choice);
    form.reasonCode.value = before.reasonCode;
    form.words.value = before.words;
  });
  effect(keepNow);
  // Another frame of this tab may have dropped them for its own patient: who is still here keeps them.
  view?.addEventListener('pagehide', keepNow);
  return { isKept };
}

/** What was answered and typed. */
type Given = Pick<Recalled, 'answers' | 'typed'>;

/** What the record says to each that was answered otherwise. */
function overruledBy(answers: Recalled['answers'], facts: Facts): ReadonlyMap<string, string> {
  const values = [...answers.keys()].flatMap((id): [string, string][] => {
    const said = facts.get(id)?.overruled;
    return said ? [[id, String(said.value)]] : [];
  });
  return new Map(values);
}

/** Whether nothing was answered or typed since: then the time of what was stays. */
function isSame(one: Given, other: Given): boolean {
  const text = ({ answers, typed }: Given) => JSON.stringify([[...answers], typed]);
  return text(one) === text(other);
}
