import { recommendationOf } from '../core/decision/decide.ts';
import type { Assessment } from '../core/decision/guidance.ts';
import { formatList } from '../i18n/notation.ts';
import { Alternatives } from '../ui/alternatives.tsx';
import { Gaps } from '../ui/gaps.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import { needsTelephone, Telephone } from '../ui/telephone.tsx';
import { VerdictBadge } from '../ui/verdict.tsx';
import { Answers } from './answers.tsx';
import { isCalm } from './decision-options.ts';
import { keepFocus } from './focus.ts';
import { GuidanceCard } from './guidance-card.tsx';
import type { Model } from './model.ts';
import { Questions } from './questions.tsx';
import { SaveNotice } from './save-notice.tsx';

/** Questions and guidance: one page, redrawn after every answer. */
export function GuidancePage({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const assessment = model.loop.assessment.value;
  if (!assessment) return <p class="fine">{words.stage.working}</p>;
  const open = model.loop.open.value;
  const byHand = model.order.value === null;
  const calm = isCalm(assessment, open) && model.loop.leftUnknown.value.length === 0;
  const urgent = needsTelephone(assessment.urgency);
  const cards = <GuidanceCards model={model} assessment={assessment} calm={calm} />;
  return (
    <>
      <Telephone urgency={assessment.urgency} open={open.length > 0} />
      <Gaps gaps={model.gaps.value} asking={open.length > 0} />
      <VerdictHead model={model} assessment={assessment} calm={calm} />
      {urgent && cards}
      <Questions model={model} />
      <LeftUnknown model={model} />
      {!urgent && cards}
      <OutOfService assessment={assessment} model={model} />
      {!calm && assessment.alternatives.length > 0 && (
        <section class="other" aria-labelledby="alternatives-title">
          <h2 id="alternatives-title">{words.alternatives.heading}</h2>
          <Alternatives alternatives={assessment.alternatives} orders={model.library.vocabulary.orders} />
        </section>
      )}
      {byHand ? <ByHandEnd model={model} /> : <Decision model={model} assessment={assessment} calm={calm} />}
      <SaveNotice notice={model.notice.value} />
      <Answers model={model} />
    </>
  );
}

interface PartProps {
  readonly model: Model;
  readonly assessment: Assessment;
  readonly calm: boolean;
}

/** The examination and its verdict. When calm, that is all: one line. */
function VerdictHead({ model, assessment, calm }: PartProps) {
  const { words, text } = useSpeech();
  const definition = assessment.order === null ? undefined : model.library.vocabulary.orders[assessment.order];
  const name = definition ? text(definition.label) : (model.order.value?.code ?? '');
  const { urgency, verdict, guidance } = assessment;
  const hurry = urgency !== null && urgency !== 'elective' && !needsTelephone(urgency);
  return (
    <section class={`head head-${verdict}`} aria-labelledby="page-title">
      <h1 id="page-title" tabIndex={-1}>
        {name}
      </h1>
      <p class="head-verdict">
        <VerdictBadge verdict={verdict} />
        {calm && <span class="calm-line"> – {calmTitles(model, assessment, text).join('; ')}</span>}
        {hurry && <span class="hurry">{words.urgency[urgency]}</span>}
      </p>
      {!calm && verdict !== 'undetermined' && guidance.length > 0 && (
        <p class="fine">{words.verdictMeaning[verdict]}</p>
      )}
      {guidance.length === 0 && assessment.outOfService.length === 0 && (
        <p>{assessment.order === null ? words.unknownOrder : words.noGuidance}</p>
      )}
      {guidance.length === 0 && assessment.outOfService.length > 0 && <p>{words.noGuidanceAvailable}</p>}
    </section>
  );
}

function calmTitles(
  { library }: Model,
  { guidance }: Assessment,
  text: ReturnType<typeof useSpeech>['text'],
): readonly string[] {
  return guidance.flatMap(({ guideline: id, speaks }) => {
    const guideline = library.guidelines.find(({ document }) => document.id === id);
    return guideline && speaks !== null ? [text(recommendationOf(guideline, speaks).title)] : [];
  });
}

function GuidanceCards({ model, assessment, calm }: PartProps) {
  const { guidance } = assessment;
  return (
    <>
      {guidance.map((one) => (
        <GuidanceCard key={one.guideline} model={model} guidance={one} several={guidance.length > 1} calm={calm} />
      ))}
    </>
  );
}

/** While questions are open or nothing speaks against, deciding is there but folded away. */
function Decision({ model, assessment, calm }: PartProps) {
  const { words } = useSpeech();
  if (model.form.options.value.length === 0) return null;
  const quiet = calm || assessment.verdict === 'no-criteria-apply';
  const unfinished = assessment.verdict === 'undetermined' && model.loop.open.value.length > 0;
  if (!quiet && !unfinished) return <Panel model={model} />;
  return (
    <details
      class="quiet-decision"
      onToggle={(event) => {
        if (quiet && event.currentTarget.open && model.form.choice.value === null)
          model.form.choose({ kind: 'accepted' });
      }}
    >
      <summary>{unfinished ? words.decision.waitForAnswers : words.decision.accepted}</summary>
      <Panel model={model} />
    </details>
  );
}

/** The panel itself is fetched after guidance; should that fail, guidance stands and it can be tried again. */
function Panel({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  const writer = model.writer.value;
  if (writer === 'loading') return <p class="fine">{words.decision.loading}</p>;
  if (writer !== 'failed') return <writer.DecisionPanel model={model} />;
  return (
    <section class="decision">
      <p>{words.decision.notLoaded}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.fetchWriter)}>
        {words.retry}
      </button>
    </section>
  );
}

function LeftUnknown({ model }: { readonly model: Model }) {
  const { words, text, language } = useSpeech();
  const unknown = model.loop.leftUnknown.value;
  if (unknown.length === 0) return null;
  const labels = unknown.map((id) => {
    const definition = model.library.vocabulary.facts[id];
    return definition ? text(definition.label) : id;
  });
  return <p class="notice">{words.question.leftUnknown(formatList(labels, language))}</p>;
}

/** Guidelines that could not be used are named, never silently left out. */
function OutOfService({ assessment }: { readonly assessment: Assessment; readonly model: Model }) {
  const { words } = useSpeech();
  const names = [...new Set(assessment.outOfService.map(({ id }) => id))];
  return (
    <>
      {names.map((name) => (
        <p key={name} class="notice notice-gap">
          {words.outOfService(name)}
        </p>
      ))}
    </>
  );
}

function ByHandEnd({ model }: { readonly model: Model }) {
  const { words } = useSpeech();
  return (
    <section class="by-hand-end">
      <p class="fine">{words.byHand.noSaving}</p>
      <button type="button" class="secondary" onClick={() => keepFocus(model.startByHand)}>
        {words.byHand.startAgain}
      </button>
    </section>
  );
}
