import type { Alternative, Assessment } from '../core/decision/guidance.ts';
import { insteadOfImaging } from '../core/decision/no-imaging.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import { whyWords } from '../i18n/why-words.ts';
import { Fold } from './fold.tsx';
import type { GuidanceModel } from './guidance-model.ts';
import { Radiation } from './radiation.tsx';
import { useSpeech } from './speech-context.ts';
import { VerdictBadge } from './verdict.tsx';

/** What can be done with another examination than the draft's. */
export interface AlternativeActions {
  /** The examination chosen instead of the draft's; null where none is. */
  readonly chosen: string | null;
  readonly offers: (order: string) => boolean;
  readonly choose: (order: string) => void;
}

export interface AlternativesProps {
  readonly model: GuidanceModel;
  readonly assessment: Assessment;
  /** Absent where there is nothing to change, as by hand and on the author's page. */
  readonly actions?: AlternativeActions | undefined;
  /** Whether the record says that the patient is male; what it does not say is never read as yes. */
  readonly isMale?: boolean;
}

/**
 * What else could be done, best first: no imaging where nothing supports any, then the other examinations rated for this
 * scenario. Those that nothing speaks for are folded.
 */
export function Alternatives(props: AlternativesProps) {
  const words = whyWords[useSpeech().language].alternatives;
  const isFolded = ({ rating }: Alternative) => rating === 'not-appropriate' || rating === 'no-criteria-apply';
  const { alternatives } = props.assessment;
  const supported = alternatives.filter((alternative) => !isFolded(alternative));
  const others = alternatives.filter(isFolded);
  return (
    <section class="other" aria-labelledby="alternatives-title">
      <h2 id="alternatives-title">{words.heading}</h2>
      <Draft {...props} />
      <ul class="alternatives">
        <NoImaging {...props} />
        {supported.map((alternative) => (
          <Examination key={alternative.order} {...props} alternative={alternative} />
        ))}
      </ul>
      {others.length > 0 && (
        <Fold summary={words.unsupported(others.length)}>
          {() => (
            <ul class="alternatives">
              {others.map((alternative) => (
                <Examination key={alternative.order} {...props} alternative={alternative} />
              ))}
            </ul>
          )}
        </Fold>
      )}
    </section>
  );
}

/** Doing without, as an alternative of its own: what to do instead stands with the guidance, and the draft is cancelled in the decision under it. */
function NoImaging({ model: { library }, assessment }: AlternativesProps) {
  const { language, words: first } = useSpeech();
  const words = whyWords[language].alternatives;
  const instead = insteadOfImaging(assessment);
  const guideline = library.guidelines.find(({ document }) => document.id === instead?.guideline);
  if (!instead?.speaks || !guideline) return null;
  const { do: steps } = recommendationOf(guideline, instead.speaks);
  return (
    <li class="alternative" data-alternative="no-imaging">
      <p class="alternative-name">{words.noImaging}</p>
      {steps.length > 0 && <p>{words.doInstead(first.whatToDo)}</p>}
    </li>
  );
}

function Examination({
  model,
  alternative,
  actions,
  isMale = false,
}: AlternativesProps & { readonly alternative: Alternative }) {
  const { language, text } = useSpeech();
  const words = whyWords[language].alternatives;
  const { order, rating } = alternative;
  const definition = model.library.vocabulary.orders[order];
  const name = definition ? text(definition.label) : order;
  return (
    <li class="alternative" data-alternative={order}>
      <p class="alternative-name">
        {name} <VerdictBadge verdict={rating} small />
      </p>
      {definition && <Radiation definition={definition} />}
      {definition && <Safety model={model} definition={definition} isMale={isMale} />}
      {actions?.offers(order) && (
        <button
          type="button"
          class="secondary"
          aria-pressed={actions.chosen === order}
          aria-label={`${actions.chosen === order ? words.chosen : words.switchTo}: ${name}`}
          onClick={() => actions.choose(order)}
        >
          {actions.chosen === order ? words.chosen : words.switchTo}
        </button>
      )}
    </li>
  );
}

interface SafetyProps {
  readonly model: GuidanceModel;
  readonly definition: OrderDefinition;
  readonly isMale: boolean;
}

/** What has to be cleared before such an examination. */
function Safety({ model, definition, isMale }: SafetyProps) {
  const { modality, regions } = definition;
  const age = model.loop.facts.value.get('age');
  const canBePregnant = !isMale && (!age?.known || (Number(age.value) >= 15 && Number(age.value) <= 55));
  const { safety } = whyWords[useSpeech().language].alternatives;
  const isIonising = modality !== 'MR' && modality !== 'ultrasound';
  const nearWomb = regions.some((region) => NEAR_WOMB.includes(region));
  const note = modality === 'MR' ? safety.magnet : isIonising && nearWomb && canBePregnant ? safety.pregnancy : null;
  return note && <p class="fine">{note}</p>;
}

/** Regions of which an examination with ionising radiation reaches a pregnancy. */
const NEAR_WOMB: readonly string[] = ['lumbar-spine', 'abdomen', 'pelvis'];

/** The draft's own dose, to compare with. */
function Draft({ model: { library }, assessment, actions }: AlternativesProps) {
  const { language, text } = useSpeech();
  const words = whyWords[language].alternatives;
  const definition = assessment.order === null ? undefined : library.vocabulary.orders[assessment.order];
  if (!definition) return null;
  return (
    <div class="alternative-draft">
      <p class="fine">
        {text(definition.label)} ({actions ? words.draft : words.considered})
      </p>
      <Radiation definition={definition} />
    </div>
  );
}
