import { formatList } from '../i18n/notation.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type PageSource, stepsOf, told } from './source.ts';

/** What the patient is told, in the author's words, and after which rungs; nothing where the guideline has no patient text. */
export function patientSection(source: PageSource): Html {
  const { patientInformation } = source.guideline.document;
  if (!patientInformation) return NOTHING;
  const { title, recommendations, paragraphs, safetyNet } = patientInformation;
  const after = stepsOf(source)
    .filter(({ recommendation }) => recommendations.includes(recommendation.id))
    .map(({ recommendation }) => told(source, recommendation.title));
  const { words } = source;
  return html`<p>${words.patient.after(formatList(after, source.language))}</p><div class="patient"><h3>${told(source, title)}</h3>${paragraphs.map((text) => html`<p>${told(source, text)}</p>`)}<h4>${words.patient.safetyNet}</h4>${safetyNet.map(({ contact, signs }) => html`<h5>${told(source, contact)}</h5><ul>${signs.map((sign) => html`<li>${told(source, sign)}</li>`)}</ul>`)}</div>`;
}
