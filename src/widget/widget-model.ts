import { batch, computed, signal } from '@preact/signals-core';
import { identifyOrder } from '../fhir/order.ts';
import { patientBanner } from '../fhir/patient.ts';
import { factReader } from '../fhir/read-facts.ts';
import type { Draft, Session } from '../smart/port.ts';
import { createLoop, NOTHING_READ } from '../ui/loop.ts';
import type { Model, ModelPorts } from './model.ts';
import type { OpenCase } from './open-case.ts';
import { orderLine } from './order-line.ts';
import type { Recall, RecalledAnswers } from './recall.ts';
import type { Sequel } from './sequel.tsx';
import type { FailureCode, Stage } from './stage.ts';

/** The widget: its stages, and what leads from one to the next. Nothing here knows the DOM or the clock. */
export function createModel({ rules, now, openSession, openRecall, loadSequel }: ModelPorts): Model {
  const { library, covered } = rules;
  const stage = signal<Stage>({ kind: 'launching' });
  const opened = signal<OpenCase | null>(null);
  const sequel = signal<Sequel | 'loading' | 'failed'>('loading');
  const recalled = signal<RecalledAnswers | null>(null);
  let session: Session | null = null;
  let recall: Promise<Recall | null> | null | undefined;
  let drafts: readonly Draft[] = [];

  const forgetDecision = (): void => {
    if (typeof sequel.value === 'object') sequel.value.forget();
  };
  const forget = (): void => {
    opened.value = null;
    recalled.value = null;
    drafts = [];
    loop.clear();
    forgetDecision();
  };
  const fail = (code: FailureCode, detail?: string): void =>
    batch(() => {
      forget();
      stage.value = { kind: 'failed', code, ...(detail ? { detail } : {}) };
    });
  const refuse = (): void => {
    recall?.then((kept) => kept?.dropAll());
    batch(() => {
      forget();
      stage.value = { kind: 'wrong-patient' };
    });
  };
  const loop = createLoop(library, () => fail('no-guidance'));
  const order = computed(() => (opened.value ? orderLine(opened.value.draft.order) : null));

  const findDraft = async (open: Session): Promise<void> => {
    const found = await open.findDraft();
    switch (found.kind) {
      case 'one':
        await read(open, found.draft);
        return;
      case 'several':
        drafts = found.drafts;
        stage.value = { kind: 'several-orders', orders: found.drafts.map((draft) => orderLine(draft.order)) };
        return;
      case 'none':
        forget();
        stage.value = { kind: 'no-order' };
        return;
      case 'wrong-patient':
        return refuse();
      case 'expired':
        return fail('expired');
      case 'unreadable':
        return fail(found.gap.reason === 'offline' ? 'offline' : 'order-unreadable');
    }
  };

  /**
   * Reads the record for a draft. Answers are kept only if it is the order they were given for. `quietly` keeps the
   * stage, and then it is false where the access has expired.
   */
  const read = async (open: Session, draft: Draft, quietly = false): Promise<boolean> => {
    const id = identifyOrder(library.vocabulary, draft.order);
    const requirements = await rules.open(id);
    if (!quietly) stage.value = { kind: 'reading', done: 0, of: requirements.length };
    const outcome = await open.readRecord(draft, requirements, (done, of) => {
      if (stage.value.kind === 'reading') stage.value = { kind: 'reading', done, of };
    });
    if (outcome.kind === 'expired' && quietly) return false;
    if (outcome.kind === 'wrong-patient') refuse();
    else if (outcome.kind !== 'read') fail(outcome.kind);
    else {
      const before = opened.value;
      const same = before?.session === open && before.draft.order.id === draft.order.id;
      const reader = factReader(library.vocabulary, outcome.context, id, now);
      const kept = same ? null : ((await recall)?.of(draft, library, id, reader) ?? null);
      // The EHR may have gone on to another patient meanwhile.
      if (stage.value.kind === 'wrong-patient') return true;
      if (!same) {
        forgetDecision();
        recalled.value = kept;
      }
      opened.value = { session: open, draft, context: outcome.context };
      await loop.begin(id, reader, same, kept?.answers);
    }
    return true;
  };

  const showGuidance = (): void => {
    if (stage.value.kind === 'reading' || stage.value.kind === 'saving') stage.value = { kind: 'guidance' };
  };
  /**
   * An order just opened: guidance, unless it was decided before and nothing decisive has changed since. What finds that
   * out is fetched for an order that carries a note of ours; where it cannot be, it is as if nobody had done anything.
   */
  const arrive = async (): Promise<void> => {
    const open = opened.value;
    if (open?.draft.order.note?.some(({ extension }) => extension) && stage.value.kind === 'reading') {
      try {
        const { takeUpEarlierWork } = await import('./earlier-work.ts');
        await takeUpEarlierWork(open, { library, loop, now, stage, recalled });
      } catch {
        // Guidance, from the beginning.
      }
    }
    showGuidance();
  };
  /** Called for every order: the sources of its guidelines come with it. */
  const fetchSequel = async (): Promise<void> => {
    if (sequel.value === 'failed') sequel.value = 'loading';
    try {
      const create = await loadSequel();
      if (sequel.value === 'loading')
        sequel.value = create({
          library,
          loop,
          now,
          stage,
          opened,
          order,
          recalled,
          read,
          findDraft,
          showGuidance,
          start,
        });
    } catch {
      if (sequel.value === 'loading') sequel.value = 'failed';
    }
  };

  const startByHand = (): void => {
    forget();
    stage.value = { kind: 'by-hand', forPatient: session !== null };
  };

  const start = async (): Promise<void> => {
    forget();
    stage.value = { kind: 'launching' };
    if (session === null) {
      const outcome = await openSession();
      if (outcome.kind === 'failed') return fail(outcome.code, outcome.detail);
      if (outcome.kind === 'by-hand') return startByHand();
      session = outcome.session;
      session.watchPatient?.(refuse);
    }
    recall = openRecall?.(session);
    await findDraft(session);
    await arrive();
    await fetchSequel();
  };

  return {
    library,
    covered,
    stage,
    loop,
    order,
    patient: computed(() => {
      const open = opened.value;
      return open?.session.needPatientBanner && open.context.patient ? patientBanner(open.context.patient) : null;
    }),
    gaps: computed(() => opened.value?.context.gaps ?? []),
    recalled,
    sequel,
    fetchSequel,
    start,
    get signInAgain() {
      return session?.signInAgain;
    },
    async chooseOrder(reference) {
      const draft = drafts.find((candidate) => orderLine(candidate.order).reference === reference);
      if (!session || !draft) return;
      await read(session, draft);
      await arrive();
      await fetchSequel();
    },
    startByHand,
    async chooseByHand(id, reason, prospect) {
      forget();
      if (session) {
        await read(session, prospect(session.patientId));
        if (stage.value.kind !== 'reading') return;
      } else {
        await rules.open(id);
        await loop.begin(id, NOTHING_READ, false);
      }
      if (reason !== null) await loop.answer(new Map([['reason', { value: [reason] }]]));
      if (stage.value.kind !== 'failed') stage.value = { kind: 'guidance' };
      await fetchSequel();
    },
  };
}
