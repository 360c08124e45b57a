import type { ReadonlySignal } from '@preact/signals-core';
import type { FunctionComponent } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Language } from '../i18n/language.ts';
import type { Speech } from '../i18n/sentence.ts';
import { Drawn, isWaiting } from '../ui/drawing.tsx';
import { keepFocus } from '../ui/focus.ts';
import { GUIDANCE_PARTS } from '../ui/guidance-view.tsx';
import type { Later } from '../ui/later.ts';
import { SpeechContext, useSpeech } from '../ui/speech-context.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import { GuidancePage } from './guidance-page.tsx';
import { Header, PatientBanner } from './header.tsx';
import type { Model } from './model.ts';
import type { OtherStageProps } from './other-stage.tsx';
import type { Stage } from './stage.ts';
import { Waiting } from './waiting.tsx';

interface PageProps {
  readonly model: Model;
  readonly speech: ReadonlySignal<Speech>;
  readonly onLanguage: (language: Language) => void;
  /** How a stage without guidance is shown (other-stage.tsx). */
  readonly otherStage: OtherStageLater;
}

type OtherStageLater = Later<FunctionComponent<OtherStageProps>>;

/** The whole widget. */
export function Page({ model, speech, onLanguage, otherStage }: PageProps) {
  const { kind } = model.stage.value;
  const waiting = kind === 'launching' || kind === 'reading';
  const sequel = model.sequel.value;
  const first = speech.value;
  const later = typeof sequel === 'string' ? undefined : sequel.words(first.language);
  // The very same while nothing of it changes: else all that speaks would be drawn again for it.
  const spoken = useMemo(() => (later ? { ...first, later } : first), [first, later]);
  return (
    <SpeechContext.Provider value={spoken}>
      <Drawn part={0}>
        {() => (
          <>
            <Header onLanguage={onLanguage} />
            <PatientBanner patient={model.patient.value} />
          </>
        )}
      </Drawn>
      {/* Another main once there is something to read: then nothing on the page moves, it comes. Busy while a part of it is
          still as it was before the last answer. */}
      <main key={waiting ? 'waiting' : 'page'} aria-busy={isWaiting()}>
        <StageView model={model} otherStage={otherStage} />
      </main>
      <Announcement model={model} />
      {/* Another footer once more has come, and drawn with it: so it does not move either. */}
      <Drawn key={typeof sequel} part={GUIDANCE_PARTS - 1}>
        {() => !waiting && <Footer key={typeof sequel === 'string' ? sequel : sequel.settled.value} />}
      </Drawn>
    </SpeechContext.Provider>
  );
}

function StageView({ model, otherStage }: { readonly model: Model; readonly otherStage: OtherStageLater }) {
  const stage = model.stage.value;
  switch (stage.kind) {
    case 'launching':
      return <Waiting progress={null} />;
    case 'reading':
      return <Waiting progress={stage} />;
    case 'guidance':
    case 'saving':
      return <GuidancePage model={model} />;
    case 'saved':
      return <SavedView model={model} saved={stage} />;
    default:
      return <Elsewhere model={model} stage={stage} later={otherStage} />;
  }
}

/** A stage whose view and words are fetched now; where not even they can be had, that is said. */
function Elsewhere({ later, ...shown }: OtherStageProps & { readonly later: OtherStageLater }) {
  const { words } = useSpeech();
  useEffect(() => {
    later.fetch();
  }, [later]);
  const View = later.part.value;
  if (View === 'loading') return <Waiting progress={null} />;
  if (View !== 'failed') return <View {...shown} />;
  return (
    <section class="message">
      <h1 id="page-title" tabIndex={-1}>
        {words.notFetched.title}
      </h1>
      <p>{words.notFetched.text}</p>
      <button type="button" class="primary" onClick={() => keepFocus(later.fetch)}>
        {words.retry}
      </button>
    </section>
  );
}

/** What stands on the order is shown by what comes after guidance; where that cannot be had, guidance is. */
function SavedView({ model, saved }: { readonly model: Model; readonly saved: Extract<Stage, { kind: 'saved' }> }) {
  const sequel = model.sequel.value;
  if (sequel === 'loading') return <Waiting progress={null} />;
  return sequel === 'failed' ? <GuidancePage model={model} /> : <sequel.Saved saved={saved} />;
}

/**
 * The one polite live region: to telephone where that comes first, the verdict and the number of open questions, after every answer;
 * focus stays where it is.
 */
function Announcement({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const { kind } = model.stage.value;
  const assessment = model.loop.assessment.value;
  const open = model.loop.open.value.length;
  let told = kind === 'saved' ? words.announceSaved : '';
  if (kind === 'guidance' && assessment) {
    const { urgency, verdict } = assessment;
    told = `${needsTelephone(urgency) ? `${words.telephone[urgency].title}. ` : ''}${words.verdict[verdict]}. ${words.question.left(open)}.`;
  }
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {told}
    </p>
  );
}

function Footer() {
  const { words } = useSpeech();
  return (
    <footer class="bottom">
      <p>{words.yourDecision}</p>
    </footer>
  );
}
