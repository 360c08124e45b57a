import { formatList, formatNumber } from '../i18n/notation.ts';
import { OWN_PART_LENGTH, REFERRAL_LENGTH, type ReferralParts } from '../i18n/referral-text.ts';
import { type ReferralWords, referralWords } from '../i18n/referral-words.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { needsTelephone } from '../ui/telephone.tsx';
import { EditedTextArea } from './edited-text-area.tsx';
import type { ReferralForm } from './referral-form.ts';
import type { SupplementProps } from './supplements.ts';

const PARTS: readonly (keyof ReferralParts)[] = ['problem', 'question', 'consequence'];

/** The referral's text: three short parts that only the clinician can say, and the whole of it to edit and copy. */
export function ReferralPanel({ model, supplements }: SupplementProps) {
  const { language } = useSpeech();
  const words = referralWords[language];
  const { referral } = supplements;
  return (
    <>
      <p class="fine">{words.about}</p>
      {needsTelephone(model.loop.assessment.value?.urgency ?? null) && <p class="notice">{words.callFirst}</p>}
      {model.loop.assessment.value?.verdict === 'not-appropriate' && <p class="notice">{words.notRecommended}</p>}
      {PARTS.map((part) => (
        <Part key={part} part={part} form={referral} words={words} />
      ))}
      <EditedTextArea id="referral-text" label={words.text} edited={referral.whole}>
        <Count length={referral.whole.text.value.length} words={words} />
        <Missing form={referral} words={words} />
      </EditedTextArea>
    </>
  );
}

interface PartProps {
  readonly part: keyof ReferralParts;
  readonly form: ReferralForm;
  readonly words: ReferralWords;
}

function Part({ part, form, words }: PartProps) {
  const value = form.parts[part];
  const id = `referral-${part}`;
  return (
    <div class="own-words">
      <label for={id}>
        {words[part]} {part === 'problem' && <span class="fine">({words.optional})</span>}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={OWN_PART_LENGTH}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}

function Count({ length, words }: { readonly length: number; readonly words: ReferralWords }) {
  const { language } = useSpeech();
  const most = formatNumber(REFERRAL_LENGTH, language);
  const over = length - REFERRAL_LENGTH;
  return (
    <p class={over > 0 ? 'caution' : 'fine'}>
      {over > 0 ? words.tooLong(formatNumber(over, language), most) : words.count(formatNumber(length, language), most)}
    </p>
  );
}

/** What a good referral says and this one does not yet; it can be copied all the same. */
function Missing({ form, words }: { readonly form: ReferralForm; readonly words: ReferralWords }) {
  const { language } = useSpeech();
  const missing = [
    ...(form.parts.question.value.trim() === '' ? [words.missingQuestion] : []),
    ...(form.parts.consequence.value.trim() === '' ? [words.missingConsequence] : []),
  ];
  if (missing.length === 0) return null;
  return <p class="fine">{words.missing(formatList(missing, language))}</p>;
}
