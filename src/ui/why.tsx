import type { Guidance } from '../core/decision/guidance.ts';
import { recommendationOf } from '../core/decision/ruling.ts';
import { type CompiledGuideline, leavesOf } from '../core/guideline/compile.ts';
import type { Text } from '../core/schema/text.ts';
import { decisiveSentence, verdictSentence } from '../i18n/verdict-sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { DecisiveFacts, type JustificationProps, sortFacts } from './decisive-facts.tsx';
import { EvidenceList } from './evidence.tsx';
import type { GuidanceModel } from './guidance-model.ts';
import { Justification } from './justification.tsx';
import { LocalChanges } from './local-changes.tsx';
import { Recommendation } from './recommendation.tsx';
import { useSpeech } from './speech-context.ts';

export interface WhyProps extends JustificationProps {
  readonly model: GuidanceModel;
  readonly guidance: Guidance;
  /** Whether what is recommended and what decides it stand here, and not on the page. */
  readonly calm: boolean;
}

/** Labels of the criteria that a recommendation rests on and that more than one fact meets: without any one of them it would still hold. */
function metCriteria({ criteria, document }: CompiledGuideline, { justification, speaks }: Guidance): readonly Text[] {
  if (speaks === document.otherwise.id) return [];
  const deciding = new Set(justification.facts.filter(({ decisive }) => decisive).map(({ id }) => id));
  return justification.criteria
    .filter(({ id, decisive, truth }) => {
      const condition = criteria[id];
      return decisive && truth === 'true' && condition && !leavesOf(condition).some(({ fact }) => deciding.has(fact));
    })
    .map(({ label }) => label);
}

/**
 * What unfolds under "show why": the verdict in a sentence and what decides it, the rest of the justification, what the site has changed,
 * sources, whom it is not for.
 */
export function Why({ model, guidance, calm, ...lines }: WhyProps) {
  const speech = useSpeech();
  const { language, text } = speech;
  const { orders } = model.library.vocabulary;
  const nameOf = (order: string): string => {
    const definition = orders[order];
    return definition ? text(definition.label) : order;
  };
  const guideline = model.library.guidelines.find(({ document }) => document.id === guidance.guideline);
  if (!guideline) return null;
  const { local = [], evidence, notFor } = guideline.document;
  // The recommendation that speaks; null while none does.
  const spoken = guidance.speaks === null ? null : recommendationOf(guideline, guidance.speaks);
  const { decisive, ruledOut } = sortFacts(lines.justification.facts, lines.definitions);
  const order = model.loop.order.value;
  return (
    <>
      <p class="why-verdict">
        {verdictSentence(speech, { guidance, spoken, order, nameOf })}{' '}
        {decisiveSentence(speech, lines.definitions, decisive, ruledOut.length, metCriteria(guideline, guidance))}
      </p>
      {calm && spoken && (
        <>
          <Recommendation recommendation={spoken} />
          <DecisiveFacts {...lines} />
        </>
      )}
      <Justification {...lines} />
      <LocalChanges changes={local} />
      {spoken && <EvidenceList recommendation={spoken} evidence={evidence} />}
      {notFor.length > 0 && (
        <details>
          <summary>{whyWords[language].notFor}</summary>
          <ul class="steps">
            {notFor.map((line) => (
              <li key={line.da}>{text(line)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
