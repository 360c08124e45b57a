import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { Text } from '../core/schema/text.ts';
import type { ReferralContext } from '../fhir/context.ts';
import { findOverlap } from '../fhir/imaging/overlap.ts';
import { safetyPrompts } from '../fhir/imaging/safety.ts';
import { unspecificReason } from '../fhir/imaging/unspecific-reason.ts';
import { findingSentence, promptSentence, reasonSentence } from '../i18n/imaging-sentence.ts';
import type { Language } from '../i18n/language.ts';
import type { CaseFinding } from './result.ts';

const REASON_CODES = {
  none: 'no-reason',
  'text-only': 'reason-without-code',
  unspecific: 'unspecific-reason',
} as const;

/** What a record says about its draft whatever a guideline says: earlier imaging, the reason, safety prompts. */
export function recordFindings(context: ReferralContext, rules: ImagingRules, now: string): readonly CaseFinding[] {
  const { order, findings } = findOverlap(context, rules, now);
  const reason = unspecificReason(context, rules, order, now);
  return [
    ...findings.map((finding) =>
      found(
        finding.relation,
        (language) => findingSentence(finding, order, rules, language),
        finding.examination.references,
      ),
    ),
    ...(reason === null
      ? []
      : [found(REASON_CODES[reason.lack], (language) => reasonSentence(reason, rules, language))]),
    ...safetyPrompts(context, rules, order, now).map((prompt) =>
      found(prompt.kind, (language) => promptSentence(prompt, language), prompt.references),
    ),
  ];
}

function found(
  code: CaseFinding['code'],
  words: (language: Language) => string,
  references: readonly { readonly reference: string }[] = [],
): CaseFinding {
  const text: Text = { da: words('da'), en: words('en') };
  return { code, message: text.en, text, references: references.map(({ reference }) => reference) };
}
