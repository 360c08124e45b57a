import { type Html, html, NOTHING } from './html.ts';
import { type PageSource, told } from './source.ts';

/** What the patient is told, in the author's words; nothing where the guideline has no patient text. */
export function patientSection(source: PageSource): Html {
  const { patientInformation } = source.guideline.document;
  if (!patientInformation) return NOTHING;
  const { title, paragraphs, safetyNet } = patientInformation;
  return html`<div class="patient"><h3>${told(source, title)}</h3>${paragraphs.map((text) => html`<p>${told(source, text)}</p>`)}<h4>${source.words.patient.safetyNet}</h4><p>${told(source, safetyNet)}</p></div>`;
}
