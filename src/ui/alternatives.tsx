import type { Alternative } from '../core/decision/guidance.ts';
import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import { formatNumber } from '../i18n/notation.ts';
import { whyWords } from '../i18n/why-words.ts';
import { useSpeech } from './speech-context.ts';
import { VerdictBadge } from './verdict.tsx';

interface AlternativesProps {
  readonly alternatives: readonly Alternative[];
  readonly orders: Readonly<Record<string, OrderDefinition>>;
}

/** The other examinations rated for this scenario, best first; those that nothing speaks for are folded. */
export function Alternatives({ alternatives, orders }: AlternativesProps) {
  const words = whyWords[useSpeech().language].alternatives;
  const isFolded = ({ rating }: Alternative) => rating === 'not-appropriate' || rating === 'no-criteria-apply';
  const supported = alternatives.filter((alternative) => !isFolded(alternative));
  const others = alternatives.filter(isFolded);
  return (
    <section class="other" aria-labelledby="alternatives-title">
      <h2 id="alternatives-title">{words.heading}</h2>
      {supported.length > 0 && <Ratings alternatives={supported} orders={orders} />}
      {others.length > 0 && (
        <details>
          <summary>{words.unsupported(others.length)}</summary>
          <Ratings alternatives={others} orders={orders} />
        </details>
      )}
    </section>
  );
}

function Ratings({ alternatives, orders }: AlternativesProps) {
  const { text } = useSpeech();
  return (
    <ul class="alternatives">
      {alternatives.map(({ order, rating }) => {
        const definition = orders[order];
        return (
          <li key={order}>
            <span class="alternative-name">{definition ? text(definition.label) : order}</span>
            <VerdictBadge verdict={rating} small />
            {definition && <Dose definition={definition} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Typical dose as the vocabulary gives it, "ca."; nothing where no source gives one. */
function Dose({ definition }: { readonly definition: OrderDefinition }) {
  const { language } = useSpeech();
  const words = whyWords[language].alternatives;
  const { dose } = definition;
  if (!dose) return null;
  const to = dose.to === undefined ? null : formatNumber(dose.to, language);
  return (
    <span class="fine">
      {dose.mSv === 0 && to === null ? words.noRadiation : words.dose(formatNumber(dose.mSv, language), to)}
    </span>
  );
}
