import { batch, computed, signal } from '@preact/signals';
import type { ReferralContext } from '../fhir/context.ts';
import { identifyOrder } from '../fhir/order.ts';
import { patientBanner } from '../fhir/patient.ts';
import { readFacts } from '../fhir/read-facts.ts';
import { factsFor, requirementsOf } from '../fhir/requirements.ts';
import type { Draft, Session } from '../smart/port.ts';
import { createLoop } from '../ui/loop.ts';
import { answeredReason } from './answered-reason.ts';
import { createDecisionForm } from './decision-form.ts';
import type { Model, ModelPorts } from './model.ts';
import { orderChanges, orderLine } from './order-line.ts';
import type { FailureCode, Notice, Stage } from './stage.ts';
import type { Writer } from './writer.ts';

/** A patient and a draft as they were read. */
interface OpenCase {
  readonly session: Session;
  readonly draft: Draft;
  readonly context: ReferralContext;
}

/** The widget: its stages, and what leads from one to the next. Nothing here knows the DOM or the clock. */
export function createModel({ rules, now, openSession, loadWriter }: ModelPorts): Model {
  const { library, covered } = rules;
  const stage = signal<Stage>({ kind: 'launching' });
  const opened = signal<OpenCase | null>(null);
  const notice = signal<Notice | null>(null);
  const writer = signal<Writer | 'loading' | 'failed'>('loading');
  let session: Session | null = null;
  let drafts: readonly Draft[] = [];

  const forget = (): void => {
    opened.value = null;
    notice.value = null;
    drafts = [];
    loop.clear();
    form.clear();
  };
  const fail = (code: FailureCode, detail?: string): void =>
    batch(() => {
      forget();
      stage.value = { kind: 'failed', code, ...(detail ? { detail } : {}) };
    });
  const refuse = (): void =>
    batch(() => {
      forget();
      stage.value = { kind: 'wrong-patient' };
    });
  const loop = createLoop(library, () => fail('no-guidance'));
  const form = createDecisionForm(loop.assessment);
  const order = computed(() => (opened.value ? orderLine(opened.value.draft.order) : null));

  const note = computed((): string | null => {
    const assessment = loop.assessment.value;
    const decision = form.decision.value;
    const line = order.value;
    const ready = writer.value;
    if (!assessment || !decision || !line || typeof ready === 'string') return null;
    const { facts, orders } = library.vocabulary;
    const known = assessment.order === null ? undefined : orders[assessment.order];
    return ready.composeNote({
      facts,
      orders,
      guidelines: library.guidelines.map(({ document }) => document),
      orderName: known?.label.da ?? line.code,
      assessment,
      decision,
      gaps: opened.value?.context.gaps ?? [],
    });
  });

  const reasonToWrite = computed(() => answeredReason(library, loop.answers.value));

  const findDraft = async (open: Session): Promise<void> => {
    const found = await open.findDraft();
    switch (found.kind) {
      case 'one':
        return read(open, found.draft);
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

  /** Reads the record for a draft. Answers are kept only if it is the order they were given for. */
  const read = async (open: Session, draft: Draft, quietly = false): Promise<void> => {
    const id = identifyOrder(library.vocabulary, draft.order);
    await rules.open(id);
    const requirements = requirementsOf(library, id);
    if (!quietly) stage.value = { kind: 'reading', done: 0, of: requirements.length };
    const outcome = await open.readRecord(draft, requirements, (done, of) => {
      if (stage.value.kind === 'reading') stage.value = { kind: 'reading', done, of };
    });
    if (outcome.kind === 'wrong-patient') return refuse();
    if (outcome.kind === 'expired') {
      if (!quietly) return fail('expired');
      notice.value = { kind: 'expired' };
      return;
    }
    if (outcome.kind === 'patient-unreadable') return fail('patient-unreadable');
    const before = opened.value;
    const same = before?.session === open && before.draft.order.id === draft.order.id;
    if (!same) form.clear();
    opened.value = { session: open, draft, context: outcome.context };
    const facts = readFacts(library.vocabulary, factsFor(library, id), outcome.context, id, now);
    await loop.begin(id, facts, same);
  };

  const showGuidance = (): void => {
    if (stage.value.kind === 'reading' || stage.value.kind === 'saving') stage.value = { kind: 'guidance' };
  };
  /** What comes after guidance. Called for every order: the sources of its guidelines come with it. */
  const fetchWriter = async (): Promise<void> => {
    if (writer.value === 'failed') writer.value = 'loading';
    try {
      writer.value = await loadWriter();
    } catch {
      if (writer.value === 'loading') writer.value = 'failed';
    }
  };

  /** The order was changed by somebody else: read it again, keep what was typed, and tell what changed. */
  const reconcile = async ({ session: open, draft }: OpenCase, current: Draft | undefined): Promise<Notice> => {
    const latest = current ?? (await latestDraft(open, draft));
    if (latest === null) return { kind: 'conflict-unread' };
    if (latest.order.id !== draft.order.id || latest.order.status !== 'draft') return { kind: 'other-order' };
    await read(open, latest, true);
    const changes = orderChanges(orderLine(draft.order), orderLine(latest.order));
    return notice.value?.kind === 'expired' ? notice.value : { kind: 'conflict', changes };
  };

  const start = async (): Promise<void> => {
    forget();
    stage.value = { kind: 'launching' };
    if (session === null) {
      const outcome = await openSession();
      if (outcome.kind === 'failed') return fail(outcome.code, outcome.detail);
      if (outcome.kind === 'by-hand') {
        stage.value = { kind: 'by-hand' };
        return;
      }
      session = outcome.session;
    }
    await findDraft(session);
    showGuidance();
    await fetchWriter();
  };

  return {
    library,
    covered,
    stage,
    loop,
    form,
    order,
    patient: computed(() => {
      const open = opened.value;
      return open?.session.needPatientBanner && open.context.patient ? patientBanner(open.context.patient) : null;
    }),
    gaps: computed(() => opened.value?.context.gaps ?? []),
    canWrite: computed(() => opened.value?.session.canWrite ?? false),
    writer,
    fetchWriter,
    notice,
    note,
    reasonToWrite,
    start,
    async chooseOrder(reference) {
      const draft = drafts.find((candidate) => orderLine(candidate.order).reference === reference);
      if (!session || !draft) return;
      await read(session, draft);
      showGuidance();
      await fetchWriter();
    },
    async save() {
      const open = opened.value;
      const assessment = loop.assessment.value;
      const decision = form.decision.value;
      const text = note.value;
      const ready = writer.value;
      if (stage.value.kind !== 'guidance' || !open || !assessment || !decision) return;
      if (text === null || typeof ready === 'string') return;
      notice.value = null;
      stage.value = { kind: 'saving' };
      const saving = await ready.save({
        session: open.session,
        draft: open.draft,
        vocabulary: library.vocabulary,
        assessment,
        decision,
        note: text,
        reason: reasonToWrite.value,
        now,
      });
      const { outcome } = saving;
      if (outcome.kind === 'saved') {
        opened.value = { ...open, draft: outcome.draft };
        form.clear();
        stage.value = {
          kind: 'saved',
          order: orderLine(outcome.draft.order),
          assessmentStored: saving.assessmentStored,
        };
        return;
      }
      if (outcome.kind === 'conflict') {
        const told = await reconcile(open, outcome.current);
        // Another patient, or no Patient to check against: the stage says so, and nothing else is shown.
        if (stage.value.kind === 'saving') notice.value = told;
      } else if (outcome.kind === 'differs') notice.value = { kind: 'differs', elements: outcome.elements };
      else notice.value = { kind: outcome.kind };
      showGuidance();
    },
    async assessAgain() {
      const open = opened.value;
      if (!open) return start();
      notice.value = null;
      const latest = await latestDraft(open.session, open.draft);
      if (latest) await read(open.session, latest);
      else await findDraft(open.session);
      showGuidance();
    },
    startByHand() {
      forget();
      stage.value = { kind: 'by-hand' };
    },
    async chooseByHand(id) {
      forget();
      await rules.open(id);
      await loop.begin(id, new Map(), false);
      if (stage.value.kind === 'by-hand') stage.value = { kind: 'guidance' };
      await fetchWriter();
    },
  };
}

/** The same draft as it stands now; null where it is gone or cannot be read. */
async function latestDraft(session: Session, draft: Draft): Promise<Draft | null> {
  const found = await session.findDraft();
  if (found.kind === 'one' && found.draft.order.id === draft.order.id) return found.draft;
  if (found.kind === 'several') return found.drafts.find(({ order }) => order.id === draft.order.id) ?? null;
  return null;
}
