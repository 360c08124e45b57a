import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import { RADIATION_BANDS, radiationBand, radiationWords } from '../i18n/radiation-sentence.ts';
import { useSpeech } from './speech-context.ts';

/** How much radiation an examination gives: its band drawn, and in words against background radiation. */
export function Radiation({ definition }: { readonly definition: OrderDefinition }) {
  const { language } = useSpeech();
  const { dose } = definition;
  return (
    <p class="radiation fine">
      {dose && (
        <span class="bands" aria-hidden="true">
          {Array.from({ length: RADIATION_BANDS }, (_, band) => (
            <i key={band} class={band < radiationBand(dose) ? 'band band-on' : 'band'} />
          ))}
        </span>
      )}
      {radiationWords(dose, language)}
    </p>
  );
}
