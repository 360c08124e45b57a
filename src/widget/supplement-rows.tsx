import type { FunctionComponent } from 'preact';
import { type SupplementId, supplementWords } from '../i18n/supplement-words.ts';
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
  return <Rows {...props} offered={SUPPLEMENTS} />;
}

/** After writing: what the patient takes home, and the referral's text unless the order is cancelled. */
export function SupplementsAfterwards({ isCancelled, ...props }: SupplementProps & { readonly isCancelled: boolean }) {
  return <Rows {...props} offered={isCancelled ? SUPPLEMENTS.filter(({ id }) => id === 'patient') : SUPPLEMENTS} />;
}

function Rows({ offered, ...props }: SupplementProps & { readonly offered: readonly Supplement[] }) {
  const { loop } = props.model;
  if (loop.assessment.value?.verdict === 'undetermined' && loop.open.value.length > 0) return null;
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
