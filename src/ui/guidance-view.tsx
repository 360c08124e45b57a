import type { ComponentChildren } from 'preact';
import type { Assessment } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import { formatList } from '../i18n/notation.ts';
import type { UnreadPart } from '../i18n/sentence.ts';
import type { AlternativeActions } from './alternatives.tsx';
import { isCalm } from './calm.ts';
import { Drawn } from './drawing.tsx';
import { Gaps } from './gaps.tsx';
import { Grounds } from './grounds.tsx';
import { GuidanceCard, type Voice } from './guidance-card.tsx';
import type { GuidanceDetails } from './guidance-details.ts';
import type { GuidanceModel } from './guidance-model.ts';
import { Questions } from './questions.tsx';
import { useSpeech } from './speech-context.ts';
import { needsTelephone, Telephone } from './telephone.tsx';
import { VerdictHead } from './verdict-head.tsx';

/** The parts of the page: verdict and questions; what the guideline says and why; what is decided; all that stands beside. */
export const GUIDANCE_PARTS = 4;

interface GuidanceViewProps {
  readonly model: GuidanceModel;
  readonly assessment: Assessment;
  /** What of the record was not read. */
  readonly gaps: readonly UnreadPart[];
  /** The examination's name where it is not one of the vocabulary. */
  readonly orderName: string;
  /** The level of the examination's heading. */
  readonly heading: 'h1' | 'h2';
  /** What is read after the answer, where it has been fetched. */
  readonly details: GuidanceDetails | 'loading' | 'failed';
  readonly actions?: AlternativeActions | undefined;
  /** What the order itself says, and the number to call, where it has to be settled by telephone. */
  readonly telephone?: ComponentChildren;
  /** What stands under the verdict. */
  readonly underVerdict?: ComponentChildren;
  /** What stands before the questions. */
  readonly above?: ComponentChildren;
  /** What is decided: right under what is recommended. */
  readonly decision?: ComponentChildren;
  /** What the page has to say after all of it: first column, and the one beside it where there is room for two. */
  readonly below?: ComponentChildren;
  readonly beside?: ComponentChildren;
}

/** Whether the page folds to its calm line: nothing open, nothing left unknown, nothing that hurries. */
export function isCalmPage({ loop }: GuidanceModel, assessment: Assessment): boolean {
  return isCalm(assessment, loop.open.value) && loop.leftUnknown.value.length === 0;
}

/**
 * What the clinician sees of an assessment: telephone, gaps and verdict across the page; then questions, what is
 * recommended, the decision, and why; beside them alternatives. What is fetched later moves nothing when it comes.
 */
export function GuidanceView(props: GuidanceViewProps) {
  const { model, assessment, gaps, orderName, heading, details } = props;
  const { text } = useSpeech();
  const nameOf = (order: string | null): string => {
    const definition = model.library.vocabulary.orders[order ?? ''];
    return definition ? text(definition.label) : orderName;
  };
  const open = model.loop.open.value;
  const calm = isCalmPage(model, assessment);
  const urgent = needsTelephone(assessment.urgency);
  const several = assessment.guidance.length > 1;
  const examination = nameOf(assessment.order);
  const voices = assessment.guidance.flatMap((guidance): readonly Voice[] => {
    const { guideline: id, speaks } = guidance;
    const guideline = model.library.guidelines.find(({ document }) => document.id === id);
    const spoken = guideline && speaks !== null ? recommendationOf(guideline, speaks) : null;
    return guideline ? [{ id, guideline, guidance, spoken, several, calm, examination }] : [];
  });
  const cards = voices.map((voice) => <GuidanceCard key={voice.id} {...voice} />);
  // What is fetched later, and all that stands under it, comes in one drawing (`key`): so no part of it moves another.
  return (
    <>
      <Drawn part={0}>
        {() => (
          <>
            <Telephone urgency={assessment.urgency} open={open.length > 0}>
              {props.telephone}
            </Telephone>
            <Gaps gaps={gaps} asking={open.length > 0} />
            <VerdictHead
              model={model}
              assessment={assessment}
              voices={voices}
              calm={calm}
              nameOf={nameOf}
              heading={heading}
            >
              {typeof details === 'object' && <details.Corrections model={model} />}
              {props.underVerdict}
            </VerdictHead>
          </>
        )}
      </Drawn>
      <div class="columns">
        <div class="column">
          <Drawn part={1}>{() => urgent && cards}</Drawn>
          <Drawn part={0}>
            {() => (
              <>
                {props.above}
                <Questions model={model} />
                <LeftUnknown model={model} />
              </>
            )}
          </Drawn>
          <Drawn part={1}>
            {() => (
              <>
                {!urgent && cards}
                <OutOfService assessment={assessment} />
              </>
            )}
          </Drawn>
          <Drawn key={typeof details} part={2}>
            {() => props.decision}
          </Drawn>
          <Drawn key={typeof details} part={1}>
            {() => voices.map((voice) => <Grounds key={voice.id} {...voice} model={model} details={details} />)}
          </Drawn>
          <Drawn key={typeof details} part={2}>
            {() => props.below}
          </Drawn>
        </div>
        <div class="column">
          <Drawn key={typeof details} part={3}>
            {() => (
              <>
                {!calm && typeof details === 'object' && assessment.alternatives.length > 0 && (
                  <details.Alternatives model={model} assessment={assessment} actions={props.actions} />
                )}
                {!calm && typeof details === 'object' && <details.Further model={model} assessment={assessment} />}
                {props.beside}
              </>
            )}
          </Drawn>
        </div>
      </div>
    </>
  );
}

function LeftUnknown({ model }: { readonly model: GuidanceModel }) {
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
function OutOfService({ assessment }: { readonly assessment: Assessment }) {
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
