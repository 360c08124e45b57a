import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Decision } from '../core/decision/decision.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Coding, OrderDefinition } from '../core/schema/vocabulary.ts';
import { readAnnotation } from '../fhir/order-annotation.ts';
import { composeOrderNote } from '../i18n/order-note.ts';
import type { Draft } from '../smart/port.ts';
import type { Loop } from '../ui/loop.ts';
import { answeredReason } from './answered-reason.ts';
import { createDecisionForm, type DecisionForm, type FormOption } from './decision-form.ts';
import type { Recalled } from './kept-answers.ts';
import { latestDraft, type OpenCase } from './open-case.ts';
import { orderChanges } from './order-change.ts';
import { type OrderLine, orderLine } from './order-line.ts';
import { type NamedOrders, saveDecision } from './save-decision.ts';
import type { Notice, Stage } from './stage.ts';

/** What deciding needs of the widget's model. */
export interface DecidingPorts {
  readonly library: Library;
  readonly loop: Loop;
  /** ISO date-time. */
  readonly now: string;
  readonly stage: Signal<Stage>;
  readonly opened: Signal<OpenCase | null>;
  readonly order: ReadonlySignal<OrderLine | null>;
  /** Answers from before, put back. */
  readonly recalled: ReadonlySignal<Recalled | null>;
  /** Reads the record for a draft again; `quietly` keeps the stage. False where the access has expired. */
  readonly read: (open: OpenCase['session'], draft: Draft, quietly?: boolean) => Promise<boolean>;
  /** Goes as far as guidance from the search for a draft. */
  readonly findDraft: (open: OpenCase['session']) => Promise<void>;
  readonly showGuidance: () => void;
  readonly start: () => Promise<void>;
}

/** What was settled beside the guidance and goes on the order with the decision. */
export interface BesideDecision {
  /** A reason chosen beside the guidance; null where none was. */
  readonly reason: ReadonlySignal<readonly Coding[] | null>;
  /** Sentences for the note, in Danish. */
  readonly remarks: ReadonlySignal<readonly string[]>;
  /**
   * What to remember before the examination decided on, in Danish, a line each.
   * @param to what the draft is changed to; null where it keeps its examination
   */
  readonly safety: (to: string | null) => readonly string[];
  /** What the order can be changed to besides what guidelines rate; null where nothing. */
  readonly offered: ReadonlySignal<OfferedOrder | null>;
}

/** An order that no guideline rates, made of the draft instead of what it asks for. */
export interface OfferedOrder extends Pick<OrderDefinition, 'label' | 'codes'> {
  readonly id: string;
  /** What the note says of it, in Danish. */
  readonly remark: string;
}

const NOTHING_BESIDE: BesideDecision = {
  reason: signal(null),
  remarks: signal([]),
  safety: () => [],
  offered: signal(null),
};

/** @see Deciding.examined */
export type Examined = 'draft' | { readonly to: string } | null;

/** What was written last, and what it was written over. */
interface Written {
  readonly before: Draft;
  readonly choice: FormOption | null;
  readonly decision: Decision;
}

/** The clinician's decision on one draft: what can be decided, the note, and writing it. */
export interface Deciding {
  readonly form: DecisionForm;
  /** Everything that the order is or can be changed to, by id. */
  readonly orders: ReadonlySignal<NamedOrders>;
  readonly canWrite: ReadonlySignal<boolean>;
  /** What came of the last attempt to save. */
  readonly notice: ReadonlySignal<Notice | null>;
  /** The note that will be written; null until the decision is whole. */
  readonly note: ReadonlySignal<string | null>;
  /** The reason that the clinician's answer or choice puts on the order; empty where the order's own stands. */
  readonly reasonToWrite: ReadonlySignal<readonly Coding[]>;
  /** What is decided, as far as it is; once written, what was written. */
  readonly decided: ReadonlySignal<Decision | null>;
  /**
   * The examination that comes of what is chosen, or of what was written: what the draft is changed to, or `draft`; null
   * where there comes none, or nothing is chosen.
   */
  readonly examined: ReadonlySignal<Examined>;
  /** What to remember before that examination, or before the draft's while nothing is chosen; in Danish. */
  readonly safety: ReadonlySignal<readonly string[]>;
  /** Whether what was written last can be taken back. */
  readonly canUndo: ReadonlySignal<boolean>;
  /** What was written last has just been taken back. */
  readonly undone: ReadonlySignal<boolean>;
  /**
   * Writes the decision on the order, as it stands now. The page is drawn in parts, so what the clinician has before the
   * eyes can be older for a moment; nothing is written then.
   * @param shown the note that stands on the page; left out, the one that stands now
   */
  save(shown?: string): Promise<void>;
  /** Puts the order back as it stood before the last decision was written. */
  undo(): Promise<void>;
  /** Reads draft and record again; answers stay if it is the same order. */
  assessAgain(): Promise<void>;
  /** Closes the app and leads back to the order in the EHR, and says whether that was done; null where it cannot be asked to. */
  returnToOrder(): (() => Promise<boolean>) | null;
  /** Forgets what was typed: another patient, or another draft. */
  forget(): void;
}

/** @param clock tells when something is written, as an ISO date-time */
export function createDeciding(
  ports: DecidingPorts,
  beside: BesideDecision = NOTHING_BESIDE,
  clock: () => string = () => new Date().toISOString(),
): Deciding {
  const { library, loop, stage, opened, order } = ports;
  const notice = signal<Notice | null>(null);
  const form = createDecisionForm(
    loop.assessment,
    computed(() => beside.offered.value && { kind: 'changed', to: beside.offered.value.id, rating: null }),
  );
  const orders = computed((): NamedOrders => {
    const { value: offered } = beside.offered;
    return { ...library.vocabulary.orders, ...(offered ? { [offered.id]: offered } : {}) };
  });
  const written = signal<Written | null>(null);
  const undone = signal(false);
  const reasonToWrite = computed((): readonly Coding[] => {
    const answered = answeredReason(library, loop.answers.value);
    return beside.reason.value ?? (answered ? [answered] : []);
  });

  const decided = computed(() =>
    stage.value.kind === 'saved' ? (written.value?.decision ?? null) : form.decision.value,
  );
  const examined = computed((): Examined => {
    const chosen = decided.value ?? (stage.value.kind === 'saved' ? null : form.choice.value);
    if (chosen === null || chosen.kind === 'cancelled') return null;
    return chosen.kind === 'changed' ? { to: chosen.to } : 'draft';
  });

  /** When the decision was written that stands on the order by now; of this window, or of another. */
  const earlier = computed((): string | undefined => {
    const draft = opened.value?.draft.order;
    const standing = draft ? readAnnotation(draft, library.vocabulary.facts) : null;
    const isDecision = standing !== null && standing.kind !== 'assessed';
    return isDecision && !Number.isNaN(Date.parse(standing.time ?? '')) ? standing.time : undefined;
  });
  const note = computed((): string | null => {
    const assessment = loop.assessment.value;
    const decision = form.decision.value;
    const line = order.value;
    if (!assessment || !decision || !line) return null;
    const { facts } = library.vocabulary;
    const known = assessment.order === null ? undefined : orders.value[assessment.order];
    const { value: offered } = beside.offered;
    const isOffered = decision.kind === 'changed' && decision.to === offered?.id;
    return composeOrderNote({
      facts,
      orders: orders.value,
      guidelines: library.guidelines.map(({ document }) => document),
      orderName: known?.label.da ?? line.code,
      assessment,
      decision,
      safety: decision.kind === 'cancelled' ? [] : beside.safety(decision.kind === 'changed' ? decision.to : null),
      remarks: [...(isOffered ? [offered.remark] : []), ...beside.remarks.value],
      ...(earlier.value === undefined ? {} : { replaces: earlier.value }),
      gaps: opened.value?.context.gaps ?? [],
    });
  });

  /** The order was changed by somebody else: read it again, keep what was typed, and tell what changed. */
  const reconcile = async (open: OpenCase, current: Draft | undefined): Promise<Notice> => {
    const latest = current ?? (await latestDraft(open));
    if (latest === null) return { kind: 'conflict-unread' };
    const { order: before } = open.draft;
    if (latest.order.id !== before.id || latest.order.status !== 'draft') return { kind: 'other-order' };
    if (!(await ports.read(open.session, latest, true))) return { kind: 'expired' };
    return { kind: 'conflict', changes: orderChanges(orderLine(before), orderLine(latest.order)) };
  };

  return {
    form,
    orders,
    canWrite: computed(() => opened.value?.session.canWrite ?? false),
    notice,
    note,
    reasonToWrite,
    async save(shown = note.value ?? undefined) {
      const open = opened.value;
      const assessment = loop.assessment.value;
      const decision = form.decision.value;
      const text = note.value;
      if (stage.value.kind !== 'guidance' || !open || !assessment || !decision || text === null) return;
      if (text !== shown) return;
      notice.value = null;
      undone.value = false;
      stage.value = { kind: 'saving' };
      const { outcome, assessmentStored } = await saveDecision({
        session: open.session,
        draft: open.draft,
        orders: orders.value,
        assessment,
        guidelines: library.guidelines.map(({ document }) => document),
        decision,
        answers: loop.answers.value,
        note: text,
        reason: reasonToWrite.value,
        now: clock(),
      });
      if (outcome.kind === 'saved') {
        opened.value = { ...open, draft: outcome.draft };
        written.value = { before: open.draft, choice: form.choice.value, decision };
        form.clear();
        stage.value = { kind: 'saved', order: orderLine(outcome.draft.order), assessmentStored };
        return;
      }
      if (outcome.kind === 'conflict') {
        const told = await reconcile(open, outcome.current);
        // Another patient, or no Patient to check against: the stage says so, and nothing else is shown.
        if (stage.value.kind === 'saving') notice.value = told;
      } else if (outcome.kind === 'differs') notice.value = { kind: 'differs', elements: outcome.elements };
      else notice.value = { kind: outcome.kind };
      ports.showGuidance();
    },
    decided,
    examined,
    safety: computed(() => {
      if (decided.value?.kind === 'cancelled') return [];
      const { value: of } = examined;
      return beside.safety(typeof of === 'object' && of !== null ? of.to : null);
    }),
    undone,
    canUndo: computed(() => written.value !== null),
    async undo() {
      const open = opened.value;
      const last = written.value;
      if (stage.value.kind !== 'saved' || !open || !last) return;
      written.value = null;
      notice.value = null;
      const outcome = await open.session.saveOrder(last.before.order, open.draft.version);
      if (outcome.kind === 'saved') {
        form.choose(last.choice);
        undone.value = true;
        await ports.read(open.session, outcome.draft);
        ports.showGuidance();
        return;
      }
      if (outcome.kind === 'differs') notice.value = { kind: 'differs', elements: outcome.elements };
      else if (outcome.kind !== 'conflict') notice.value = { kind: outcome.kind };
      else {
        const current = outcome.current?.order;
        const changes = current ? orderChanges(orderLine(open.draft.order), orderLine(current)) : [];
        notice.value = current ? { kind: 'conflict', changes } : { kind: 'conflict-unread' };
      }
    },
    async assessAgain() {
      const open = opened.value;
      if (!open) return ports.start();
      notice.value = null;
      undone.value = false;
      const latest = await latestDraft(open);
      if (latest) await ports.read(open.session, latest);
      else await ports.findDraft(open.session);
      ports.showGuidance();
    },
    returnToOrder() {
      const leave = opened.value?.session.returnToOrder;
      const reference = order.value?.reference;
      return leave && reference ? () => leave(reference) : null;
    },
    forget() {
      written.value = null;
      notice.value = null;
      undone.value = false;
      form.clear();
    },
  };
}
