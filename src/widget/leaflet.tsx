import type { Guideline, PatientInformation } from '../core/schema/guideline.ts';
import { type Language, textIn } from '../i18n/language.ts';
import { leafletSource } from '../i18n/leaflet-text.ts';
import { leafletWords } from '../i18n/leaflet-words.ts';

interface LeafletProps {
  readonly id: string;
  readonly information: PatientInformation;
  readonly guideline: Guideline;
  readonly language: Language;
}

/** The patient's leaflet; on paper nothing else is printed. */
export function Leaflet({ id, information, guideline, language }: LeafletProps) {
  const { title, paragraphs, safetyNet } = information;
  return (
    <article class="leaflet" id={id} lang={language}>
      <h3>{textIn(title, language)}</h3>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.da}>{textIn(paragraph, language)}</p>
      ))}
      <h4>{leafletWords[language].safetyNet}</h4>
      {safetyNet.map(({ contact, signs }) => (
        <section key={contact.da}>
          <h5>{textIn(contact, language)}</h5>
          <ul>
            {signs.map((sign) => (
              <li key={sign.da}>{textIn(sign, language)}</li>
            ))}
          </ul>
        </section>
      ))}
      <p class="fine">{leafletSource(guideline, language)}</p>
    </article>
  );
}
