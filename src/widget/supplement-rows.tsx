import type { FunctionComponent } from 'preact';
import { patientInformationFor } from '../core/guideline/patient-information.ts';
import { type SupplementId, supplementWords } from '../i18n/supplement-words.ts';
import { isRead } from '../library/unpack.ts';
import { keepFocus } from '../ui/focus.ts';
import { createLater, type Later } from '../ui/later.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { SupplementProps } from './supplements.ts';

interface Supplement {
  readonly id: SupplementId;
  /** Fetched when it is unfolded. */
  readonly panel: Later<FunctionComponent<SupplementProps>>;
}

const SUPPLEMENTS: readonly Supplement[] = [
  { id: 'referral', panel: createLater(async () => (await import('./referral-panel.tsx')).ReferralPanel) },
  { id: 'patient', panel: createLater(async () => (await import('./patient-panel.tsx')).PatientPanel) },
];

const CONTACT: Supplement = {
  id: 'contact',
  panel: createLater(async () => (await import('./contact-panel.tsx')).ContactPanel),
};

/** Tools for the next step, a row each. While questions are open there is none yet. */
export function SupplementRows(props: SupplementProps) {
  const { loop } = props.model;
  if (loop.assessment.value?.verdict === 'undetermined' && loop.open.value.length > 0) return null;
  return <Rows {...props} offered={SUPPLEMENTS} />;
}

/**
 * After writing, also where it was finished without all answers: the referral's text unless the order is cancelled, and
 * what the patient takes home where the recommendation has a text for that.
 */
export function SupplementsAfterwards({ isCancelled, ...props }: SupplementProps & { readonly isCancelled: boolean }) {
  const applies = { referral: !isCancelled, patient: hasPatientInformation(props.model), contact: false };
  return <Rows {...props} offered={SUPPLEMENTS.filter(({ id }) => applies[id])} />;
}

/** Whether there is a text for what was recommended, or may be: it has not been fetched yet. */
function hasPatientInformation({ library, loop }: SupplementProps['model']): boolean {
  return (loop.assessment.value?.guidance ?? []).some(({ guideline, recommendation }) => {
    const document = library.guidelines.find((one) => one.document.id === guideline)?.document;
    if (!document || recommendation === null) return false;
    return !isRead(document) || patientInformationFor(document, recommendation) !== null;
  });
}

function Rows({ offered, ...props }: SupplementProps & { readonly offered: readonly Supplement[] }) {
  return (
    <>
      {offered.map((supplement) => (
        <Row key={supplement.id} {...props} supplement={supplement} />
      ))}
    </>
  );
}

/** Whom to call: offered whatever comes out, right under what the guideline says. */
export function ContactRow(props: SupplementProps) {
  return <Row {...props} supplement={CONTACT} />;
}

function Row({ supplement: { id, panel }, ...props }: SupplementProps & { readonly supplement: Supplement }) {
  const words = supplementWords[useSpeech().language];
  return (
    <details
      data-supplement={id}
      onToggle={(event) => {
        if (event.currentTarget.open) panel.fetch();
      }}
    >
      <summary>{words[id]}</summary>
      <div class="supplement">
        <Panel {...props} panel={panel} />
      </div>
    </details>
  );
}

function Panel({ panel, ...props }: SupplementProps & Pick<Supplement, 'panel'>) {
  const { words } = useSpeech();
  const View = panel.part.value;
  if (View === 'loading') return <p class="fine">{words.loading}</p>;
  if (View !== 'failed') return <View {...props} />;
  return (
    <div class="notice">
      <p>{words.notFetched.title}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(panel.fetch)}>
        {words.retry}
      </button>
    </div>
  );
}
