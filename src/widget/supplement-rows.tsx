import type { FunctionComponent } from 'preact';
import { reasonToConfer } from '../core/decision/conferring.ts';
import { type SupplementId, supplementWords } from '../i18n/supplement-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { createLater, type Later } from '../ui/later.ts';
import { useSpeech } from '../ui/speech-context.ts';
import type { CaseModel } from './case-model.ts';
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

/** Offered where conferring helps; first where it cannot wait. */
const CONTACT: Supplement = {
  id: 'contact',
  panel: createLater(async () => (await import('./contact-panel.tsx')).ContactPanel),
};

/** While questions are open there is no next step yet, but to telephone where it cannot wait. */
function offered({ library, loop }: CaseModel): readonly Supplement[] {
  const assessment = loop.assessment.value;
  const guidelines = library.guidelines.map(({ document }) => document);
  const why = assessment && reasonToConfer(assessment, guidelines);
  const isAsking = assessment?.verdict === 'undetermined' && loop.open.value.length > 0;
  if (isAsking) return why === 'urgent' ? [CONTACT] : [];
  if (why === 'urgent') return [CONTACT, ...SUPPLEMENTS];
  return why ? [...SUPPLEMENTS, CONTACT] : SUPPLEMENTS;
}

/** Tools for the next step, a row each. */
export function SupplementRows(props: SupplementProps) {
  const words = supplementWords[useSpeech().language];
  return (
    <>
      {offered(props.model).map(({ id, panel }) => (
        <details
          key={id}
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
      ))}
    </>
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
