import type { SafetyPrompt } from '../fhir/imaging/safety.ts';
import { imagingWords } from './imaging-words.ts';
import { referenceWords, type Speech } from './sentence.ts';

/** Whether the patient could be pregnant, as the clinician has settled it. */
export type PregnancyAnswer = 'no' | 'yes' | 'open';

/**
 * A safety prompt in one line, as it stands beside the decision, in the note, in the referral and on the receipt: what the
 * record says, and that it is not settled. Pregnancy that nobody has answered is not settled; an answer says whose it is.
 */
export function safetyLine(
  speech: Speech,
  { kind, references }: SafetyPrompt,
  pregnancy: PregnancyAnswer | null,
): string {
  const { notes, inShort, recordSays } = imagingWords[speech.language].safety;
  const what = [...new Set(references.map((reference) => referenceWords(speech, reference)))].join('; ');
  const said = what && recordSays(what);
  switch (kind) {
    case 'pregnancy':
      return notes[pregnancy ?? 'open'].replace(/\.$/, `${said}.`);
    case 'implant':
      return what === '' ? inShort.implantUnread : inShort.implant(what);
    case 'kidney-function':
      return inShort.kidneyFunction(said);
    case 'metformin':
      return inShort.metformin(said);
  }
}
