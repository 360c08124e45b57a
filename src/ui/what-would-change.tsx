import { useEffect, useState } from 'preact/hooks';
import { betterIn } from '../core/decision/better-in.ts';
import { type Counterfactual, canBeOtherwise, counterfactuals } from '../core/decision/counterfactual.ts';
import { knownValues } from '../core/decision/decide.ts';
import type { Guidance } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import { changeSentence } from '../i18n/change-sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { Fold } from './fold.tsx';
import type { GuidanceModel } from './guidance-model.ts';
import { useSpeech } from './speech-context.ts';
import { Rated } from './verdict.tsx';

/** How many are told at once. */
const FIRST = 3;

interface WhatWouldChangeProps {
  readonly model: GuidanceModel;
  readonly guidance: Guidance;
  readonly guideline: CompiledGuideline;
}

/** With or without what, and then which verdict: the smallest changes that would give another verdict; those of urgent signs are folded by themselves. */
export function WhatWouldChange({ model, guidance, guideline }: WhatWouldChangeProps) {
  const words = whyWords[useSpeech().language].whatWouldChange;
  const all = useChanges(model, guidance, guideline);
  if (all.length === 0) return null;
  const isUrgent = ({ urgency }: Counterfactual) => urgency === 'emergency' || urgency === 'same-day';
  const calm = all.filter((one) => !isUrgent(one));
  const urgent = all.filter(isUrgent);
  const lists = [
    { title: words.more(calm.length - FIRST), changes: calm.slice(FIRST) },
    { title: words.urgent(urgent.length), changes: urgent },
  ];
  return (
    <section class="what-would-change" aria-labelledby={`change-${guidance.guideline}`}>
      <h2 id={`change-${guidance.guideline}`}>{words.heading}</h2>
      <Changes changes={calm.slice(0, FIRST)} guideline={guideline} model={model} />
      {lists.map(
        ({ title, changes }) =>
          changes.length > 0 && (
            <Fold key={title} summary={title}>
              {() => <Changes changes={changes} guideline={guideline} model={model} />}
            </Fold>
          ),
      )}
    </section>
  );
}

function Changes({
  changes,
  guideline,
  model,
}: Pick<WhatWouldChangeProps, 'guideline' | 'model'> & { readonly changes: readonly Counterfactual[] }) {
  const speech = useSpeech();
  const draft = model.loop.order.value ?? '';
  const nameOf = (order: string): string => {
    const definition = model.library.vocabulary.orders[order];
    return definition ? speech.text(definition.label) : order;
  };
  return (
    <ul class="changes">
      {changes.map(({ recommendation, verdict, ways }) => {
        const rung = recommendationOf(guideline, recommendation);
        const rated = [{ order: draft, rating: verdict }, ...betterIn(rung, draft, verdict)];
        return (
          <li key={recommendation}>
            <p>{changeSentence(speech, guideline.facts, ways)}</p>
            {rated.map(({ order, rating }) => (
              <Rated key={order} name={nameOf(order)} verdict={rating} />
            ))}
            <p class="fine">{speech.text(rung.title)}</p>
          </li>
        );
      })}
    </ul>
  );
}

const found = new WeakMap<Guidance, readonly Counterfactual[]>();

/** What was just answered is shown first; what would change it is found after that. */
function useChanges(model: GuidanceModel, guidance: Guidance, guideline: CompiledGuideline): readonly Counterfactual[] {
  const [, draw] = useState<Guidance | null>(null);
  const isJustAnswered = model.loop.answers.value.size > 0 && !found.has(guidance);
  useEffect(() => {
    if (!isJustAnswered) return;
    const later = setTimeout(() => {
      changesOf(model, guidance, guideline);
      draw(guidance);
    });
    return () => clearTimeout(later);
  }, [guidance]);
  return isJustAnswered ? [] : changesOf(model, guidance, guideline);
}

/** The page is drawn whole after each change, so what was found for a guidance is kept with it. */
function changesOf(
  { loop }: GuidanceModel,
  guidance: Guidance,
  guideline: CompiledGuideline,
): readonly Counterfactual[] {
  const order = loop.order.value;
  if (order === null || guidance.recommendation === null) return [];
  const known = found.get(guidance);
  if (known) return known;
  const facts = loop.facts.value;
  const changes = counterfactuals(guideline, knownValues(guideline, facts), order, guidance.recommendation, (fact) => {
    const definition = guideline.facts[fact];
    return definition !== undefined && canBeOtherwise(definition);
  });
  found.set(guidance, changes);
  return changes;
}
