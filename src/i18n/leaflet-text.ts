import type { Guideline, PatientInformation } from '../core/schema/guideline.ts';
import { type Language, textIn } from './language.ts';
import { leafletWords } from './leaflet-words.ts';

/**
 * What the patient takes home, as plain text: the author's words, the safety net under a heading of its own and by urgency,
 * where it is from, and that nobody has approved it. It names nobody.
 */
export function leafletText(information: PatientInformation, guideline: Guideline, language: Language): string {
  const words = leafletWords[language];
  const { title, paragraphs, safetyNet } = information;
  return [
    textIn(title, language),
    ...paragraphs.map((paragraph) => textIn(paragraph, language)),
    words.safetyNet,
    ...safetyNet.map(({ contact, signs }) =>
      [textIn(contact, language), ...signs.map((sign) => `- ${textIn(sign, language)}`)].join('\n'),
    ),
    leafletSource(guideline, language),
  ].join('\n\n');
}

/** Where a leaflet is from, and that nobody has approved it. */
export function leafletSource({ title, version, approval }: Guideline, language: Language): string {
  const words = leafletWords[language];
  return [words.from(textIn(title, language), version), ...(approval ? [] : [words.notApproved])].join(' ');
}
