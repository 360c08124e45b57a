import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import { toldOnce } from '../fhir/imaging/told-once.ts';
import { orderTexts } from '../fhir/order-text.ts';
import { recordReading } from '../fhir/record-reading.ts';
import { originOf } from '../fhir/resource-origin.ts';
import type { Language } from '../i18n/language.ts';
import { type LaterWords, whyWords } from '../i18n/why-words.ts';
import { fetchImagingRules } from '../library/imaging-shelf.ts';
import type { AlternativeActions } from '../ui/alternatives.tsx';
import { Answers } from '../ui/answers.tsx';
import type { GuidanceDetails } from '../ui/guidance-details.ts';
import { alternativeActions } from './alternative-actions.ts';
import { Beside } from './beside.tsx';
import { ByHandEnd } from './by-hand-end.tsx';
import { ByHandLine } from './by-hand-line.tsx';
import { Call } from './call.tsx';
import { createDeciding, type Deciding, type DecidingPorts } from './deciding.ts';
import { DecisionSection, Undone } from './decision.tsx';
import { createFreshness, type Freshness, type ReturnView } from './freshness.ts';
import { createImagingChecks } from './imaging-checks.ts';
import { createKeeping, type Keeping, type KeepingView } from './keeping.ts';
import { createMakingDraft, type MakingDraft } from './making-draft.ts';
import type { Model } from './model.ts';
import { DraftMade, NewDraft } from './new-draft.tsx';
import { openedToOrigins } from './opened-to-origins.tsx';
import { patientAlternatives } from './patient-alternatives.tsx';
import { RecordLine } from './record-line.tsx';
import { SaveNotice } from './save-notice.tsx';
import { Saved } from './saved.tsx';
import { siteContacts } from './site-contacts.ts';
import type { Stage } from './stage.ts';
import { StaleLine } from './stale-line.tsx';
import { ContactRow } from './supplement-rows.tsx';
import { createSupplements } from './supplements.ts';

/** Everything that comes after guidance: why in full, deciding, the note, writing it, and what stands on the order then. */
export interface Sequel {
  readonly details: GuidanceDetails;
  /** Words that the speech of the first view lacks. */
  readonly words: (language: Language) => LaterWords;
  readonly deciding: Deciding;
  /** What can be done with the alternatives; absent by hand. */
  readonly actions: (model: Model) => AlternativeActions | undefined;
  /** Where there is a patient and no order. */
  readonly making: MakingDraft;
  readonly keeping: Keeping;
  readonly freshness: Freshness;
  /** Forgets what was typed: another patient, or another draft. */
  readonly forget: () => void;
  /** Changes when something comes to stand on the page that was read later. */
  readonly settled: ReadonlySignal<string>;
  /** Whom to call, where it has to be settled by telephone. */
  readonly Call: FunctionComponent<{ readonly model: Model }>;
  /** What the record says about the examination itself, in a line under its verdict; by hand, the reason. */
  readonly RecordLine: FunctionComponent<{ readonly model: Model }>;
  /** Deciding, under what is recommended; and the answers given. */
  readonly Decide: FunctionComponent<{ readonly model: Model }>;
  /** What stands under why: whom to call, and by hand what there is instead of writing. */
  readonly Below: FunctionComponent<{ readonly model: Model }>;
  /** What stands beside it, where there is room, else after it. */
  readonly Beside: FunctionComponent<{ readonly model: Model }>;
  readonly Saved: FunctionComponent<{ readonly saved: Extract<Stage, { kind: 'saved' }> }>;
}

/**
 * Fetched once guidance is on screen, so that guidance does not wait for it.
 * @param fetchReading fetches sources and patient information again, should they not have come along
 * @param view the window, where answers are kept that are not on the order yet
 * @param returning the window, which tells when somebody comes back to it
 */
export function createSequel(
  ports: DecidingPorts,
  fetchReading = async (): Promise<void> => undefined,
  view: KeepingView | null = null,
  returning: ReturnView | null = null,
): Sequel {
  // Beforehand: in an emergency the numbers are then there.
  siteContacts.fetch();
  const imaging = createImagingChecks(ports, fetchImagingRules);
  const deciding = createDeciding(ports, imaging);
  const freshness = createFreshness(ports, returning);
  const keeping = createKeeping(ports, deciding.form, view);
  const { library, loop, order, opened } = ports;
  const assessed = { library, loop, order, gaps: computed(() => opened.value?.context.gaps ?? []) };
  const reading = computed(() => (opened.value ? recordReading(opened.value.context, library.vocabulary.facts) : null));
  const texts = computed(() => (opened.value ? orderTexts({ ...opened.value.draft.order }) : null));
  const making = createMakingDraft(ports);
  const supplements = createSupplements(assessed, deciding, imaging, fetchReading);
  return {
    details: {
      ...openedToOrigins({
        find: (reference) => (opened.value ? originOf(opened.value.context, reference) : null),
        tellOnce: (fact) => (opened.value ? toldOnce(fact, opened.value.context) : fact),
        async readTrail(references) {
          const opener = await opened.value?.session.opener();
          return (await opener?.readTrail(references)) ?? { kind: 'unread', reason: 'failed' };
        },
      }),
      Alternatives: patientAlternatives(() => opened.value?.context.patient?.gender === 'male'),
    },
    words: (language) => whyWords[language],
    deciding,
    actions: (model) =>
      model.order.value === null || making.isOffered.value ? undefined : alternativeActions(deciding.form),
    settled: computed(() => (imaging.shown.value === 'reading' ? 'reading' : 'read')),
    making,
    keeping,
    freshness,
    forget() {
      deciding.forget();
      making.forget();
      supplements.forget();
      imaging.forget();
    },
    Call,
    RecordLine: ({ model }) =>
      model.order.value === null ? (
        <ByHandLine model={model} />
      ) : freshness.stale.value ? (
        <StaleLine stale={freshness.stale.value} deciding={deciding} />
      ) : (
        <RecordLine imaging={imaging} />
      ),
    Decide: ({ model }) => (
      <>
        <DraftMade making={making} />
        <Undone deciding={deciding} />
        {model.order.value !== null &&
          (making.isOffered.value ? (
            <NewDraft model={model} making={making} />
          ) : (
            <DecisionSection model={model} imaging={imaging} deciding={deciding} />
          ))}
        <SaveNotice
          notice={deciding.notice.value}
          signIn={keeping.isKept.value ? { again: model.signInAgain } : null}
        />
        <Answers model={model} />
      </>
    ),
    Below: ({ model }) => (
      <>
        <ContactRow model={model} supplements={supplements} />
        {model.order.value === null && <ByHandEnd model={model} />}
      </>
    ),
    Beside: ({ model }) => (
      <Beside
        model={model}
        deciding={deciding}
        supplements={supplements}
        reading={reading}
        texts={texts}
        imaging={imaging}
      />
    ),
    Saved: ({ saved }) => (
      <Saved deciding={deciding} saved={saved} assessed={assessed} supplements={supplements} imaging={imaging} />
    ),
  };
}
