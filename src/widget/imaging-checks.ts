import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Assessment } from '../core/decision/guidance.ts';
import type { ResourceOrigin } from '../core/facts/origin.ts';
import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { Gap, ReferralContext } from '../fhir/context.ts';
import { type EarlierExamination, wideVocabulary } from '../fhir/imaging/history.ts';
import { findOverlap, type ImagingFinding, type ImagingOverlap } from '../fhir/imaging/overlap.ts';
import { reportPlaces } from '../fhir/imaging/report-form.ts';
import { imagingRequirements, joinContexts } from '../fhir/imaging/requirements.ts';
import { type SafetyPrompt, safetyPrompts } from '../fhir/imaging/safety.ts';
import {
  choiceOf,
  type OfferedReason,
  type UnspecificReason,
  unspecificReason,
} from '../fhir/imaging/unspecific-reason.ts';
import { identifyOrder } from '../fhir/order.ts';
import type { Requirement } from '../fhir/requirements.ts';
import { originOf } from '../fhir/resource-origin.ts';
import { DANISH } from '../i18n/danish-speech.ts';
import { examinationWords, findingRemark, whenWords } from '../i18n/imaging-sentence.ts';
import { imagingWords } from '../i18n/imaging-words.ts';
import { type PregnancyAnswer, safetyLine } from '../i18n/safety-line.ts';
import type { ReportOutcome } from '../smart/open-report.ts';
import type { BesideDecision, DecidingPorts } from './deciding.ts';
import type { OpenCase } from './open-case.ts';

/** What the record says about the draft whatever a guideline says. */
export interface RecordChecks {
  readonly rules: ImagingRules;
  readonly overlap: ImagingOverlap;
  readonly reason: UnspecificReason | null;
  readonly prompts: readonly SafetyPrompt[];
  /** How many resources of each type were read, and what was not. */
  readonly counts: ReadonlyMap<string, number>;
  readonly gaps: readonly Gap[];
  /** ISO date-time of the reading. */
  readonly now: string;
}

/** Earlier imaging, the reason and safety prompts of one draft: read after guidance, with what the clinician does about them. */
export interface ImagingChecks extends BesideDecision {
  /** Null by hand: there is no record. */
  readonly shown: ReadonlySignal<RecordChecks | 'reading' | 'unavailable' | null>;
  /** Changes when the record was read again. */
  readonly reading: ReadonlySignal<unknown>;
  /** It has taken so long that the page no longer waits for it. */
  readonly isLate: ReadonlySignal<boolean>;
  readonly picked: ReadonlySignal<OfferedReason | null>;
  readonly plannedByTeam: Signal<boolean>;
  readonly pregnancy: Signal<PregnancyAnswer | null>;
  /**
   * What to remember before the examination that is decided on; none while the record is read.
   * @param to what the draft is changed to; null where it keeps its examination
   */
  promptsFor(to: string | null): readonly SafetyPrompt[];
  /** Reads what guidance did not need. */
  read(): Promise<void>;
  pick(reason: OfferedReason | null): Promise<void>;
  /** Opens the report of one of the examinations; `unavailable` where the page's own part of it cannot be had. */
  openReport(examination: EarlierExamination): Promise<ReportOutcome | 'unavailable'>;
  /** The origin of one resource behind an examination; null where it was not read. */
  originOf(reference: string): ResourceOrigin | null;
  /** Another patient, or another draft. */
  forget(): void;
}

/** Milliseconds that what stands under the checks waits for them, so that nothing on the page moves. */
const PATIENCE = 2000;
const REASON = 'reason';
/** What the draft is changed to where images are to be read instead. */
const RE_READING = 're-reading';
/** Findings that go into the note: it is short. */
const FINDINGS_NOTED = 2;

export function createImagingChecks(
  ports: DecidingPorts,
  fetchRules: () => Promise<ImagingRules | null>,
): ImagingChecks {
  const { library, loop, now, stage, opened } = ports;
  const rules = signal<ImagingRules | 'unavailable' | null>(null);
  const joined = signal<{ readonly of: ReferralContext; readonly context: ReferralContext } | null>(null);
  const isLate = signal(false);
  const picked = signal<OfferedReason | null>(null);
  const plannedByTeam = signal(false);
  const pregnancy = signal<PregnancyAnswer | null>(null);

  const whole = computed((): ReferralContext | null => {
    const open = opened.value;
    const read = joined.value;
    return open && read?.of === open.context ? { ...read.context, order: open.draft.order } : null;
  });
  const shown = computed((): RecordChecks | 'reading' | 'unavailable' | null => {
    if (!opened.value) return null;
    if (rules.value === 'unavailable') return 'unavailable';
    return rules.value && whole.value ? checksOf(whole.value, rules.value, now) : 'reading';
  });
  const reading = computed(() => opened.value?.context);
  const findings = computed((): readonly ImagingFinding[] =>
    typeof shown.value === 'object' && shown.value && !plannedByTeam.value ? shown.value.overlap.findings : [],
  );

  const promptsFor = (to: string | null): readonly SafetyPrompt[] => {
    const { value: checks } = shown;
    if (typeof checks !== 'object' || checks === null || whole.value === null) return [];
    if (to === null || to === checks.overlap.order) return checks.prompts;
    const { order } = whole.value;
    // As it will be: whether it is with contrast stands in the code that goes.
    const changed = order && {
      ...order,
      code: { coding: [...(library.vocabulary.orders[to]?.codes.slice(0, 1) ?? [])] },
    };
    return safetyPrompts({ ...whole.value, order: changed }, checks.rules, to, now);
  };

  /** Another patient answers: nothing of anybody stays on the page. */
  const refuse = (): void =>
    batch(() => {
      forget();
      opened.value = null;
      loop.clear();
      stage.value = { kind: 'wrong-patient' };
    });
  const forget = (): void => {
    joined.value = null;
    picked.value = null;
    plannedByTeam.value = false;
    pregnancy.value = null;
  };

  return {
    shown,
    reading,
    isLate,
    picked,
    plannedByTeam,
    pregnancy,
    promptsFor,
    safety: (to) =>
      shown.value === 'unavailable'
        ? [imagingWords.da.safety.notChecked]
        : promptsFor(to).map((prompt) => safetyLine(DANISH, prompt, pregnancy.value)),
    offered: computed(() => {
      const urgency = loop.assessment.value?.urgency;
      // Whoever is acutely ill is examined now: images from before answer nothing.
      if (urgency === 'emergency' || urgency === 'same-day') return null;
      const elsewhere = findings.value.filter(({ examination }) => canBeReRead(examination));
      if (typeof shown.value !== 'object' || shown.value === null || elsewhere.length === 0) return null;
      const { label, coding } = shown.value.rules.reReading;
      const images = elsewhere.map(({ examination }) =>
        [examinationWords(examination), whenWords(examination, 'da')].filter((part) => part !== '').join(', '),
      );
      const remark = imagingWords.da.reReadNote(coding.code, images.join('; '));
      return { id: RE_READING, label, codes: [coding], remark };
    }),
    reason: computed(() => (picked.value && isStillAnswered(picked.value) ? picked.value.codings : null)),
    remarks: computed(() => {
      const { plannedNote } = imagingWords.da;
      return [
        ...findings.value.slice(0, FINDINGS_NOTED).map(findingRemark),
        ...(plannedByTeam.value ? [plannedNote] : []),
      ];
    }),
    async read() {
      const open = opened.value;
      if (!open || joined.value?.of === open.context) return;
      isLate.value = false;
      const late = setTimeout(() => {
        isLate.value = true;
      }, PATIENCE);
      try {
        rules.value ??= (await fetchRules()) ?? 'unavailable';
        if (rules.value === 'unavailable') return;
        const context = await readMore(open, rules.value, alternativesOf(loop.assessment.value));
        if (opened.value?.context !== open.context) return;
        if (context === 'wrong-patient') refuse();
        else joined.value = { of: open.context, context };
      } catch {
        // What failed may hold patient data, so it is not logged; the page says that it cannot be shown.
        rules.value = 'unavailable';
      } finally {
        clearTimeout(late);
      }
    },
    async pick(reason) {
      picked.value = reason;
      const choice = reason === null ? undefined : choiceFor(reason);
      if (choice !== undefined) await loop.answer(new Map([[REASON, { value: [choice] }]]));
    },
    async openReport(examination) {
      const opener = await opened.value?.session.opener();
      return (await opener?.openReport(reportPlaces(examination))) ?? 'unavailable';
    },
    originOf: (reference) => (joined.value ? originOf(joined.value.context, reference) : null),
    forget,
  };

  function choiceFor({ codings }: OfferedReason): string | undefined {
    const { facts, valueSets } = library.vocabulary;
    const reading = facts[REASON]?.read.find(({ reader }) => reader === 'order-reason');
    return reading && 'choices' in reading ? choiceOf(codings, reading.choices, valueSets) : undefined;
  }

  /** A choice in the questions that says otherwise takes the chosen code back. */
  function isStillAnswered(reason: OfferedReason): boolean {
    const choice = choiceFor(reason);
    const answer = loop.answers.value.get(REASON);
    if (choice === undefined || answer === undefined || answer === 'not-known') return true;
    return Array.isArray(answer.value) ? answer.value.includes(choice) : answer.value === choice;
  }
}

/** Images that a private provider has taken: they can be read again instead of being taken again. */
export function canBeReRead({ isPrivate, state }: EarlierExamination): boolean {
  return isPrivate && state === 'done';
}

/** What the draft may be changed to. */
function alternativesOf(assessment: Assessment | null): readonly string[] {
  return assessment?.alternatives.map(({ order }) => order) ?? [];
}

function checksOf(context: ReferralContext, rules: ImagingRules, now: string): RecordChecks {
  const overlap = findOverlap(context, rules, now);
  const { resources, gaps } = context;
  return {
    rules,
    overlap,
    // What is only considered has its reason from the clinician, not from an order.
    reason: context.order?.id === undefined ? null : unspecificReason(context, rules, overlap.order, now),
    prompts: safetyPrompts(context, rules, overlap.order, now),
    counts: new Map([...resources].map(([type, read]) => [type, read.length])),
    gaps,
    now,
  };
}

/** The record with what guidance did not need. What could not be read is a gap, and the rest goes on. */
async function readMore(
  { session, draft, context }: OpenCase,
  rules: ImagingRules,
  alternatives: readonly string[],
): Promise<ReferralContext | 'wrong-patient'> {
  const order = identifyOrder(wideVocabulary(rules), draft.order);
  const requirements = imagingRequirements(context, rules, order, alternatives);
  const outcome = await session.readRecord(draft, requirements, () => undefined);
  if (outcome.kind === 'wrong-patient') return outcome.kind;
  if (outcome.kind === 'read') return joinContexts(context, outcome.context);
  const problem = outcome.kind === 'expired' ? { reason: 'refused' as const } : outcome.gap;
  return joinContexts(context, unread(context, requirements, problem));
}

function unread(
  context: ReferralContext,
  requirements: readonly Requirement[],
  { reason }: Pick<Gap, 'reason'>,
): ReferralContext {
  const gaps = requirements.map(({ resourceType }): Gap => ({ resourceType, reason }));
  return { ...context, resources: new Map(), searches: [], gaps };
}
