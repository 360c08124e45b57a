import type { Guidance } from '../core/decision/guidance.ts';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { Recommendation as RecommendationDocument } from '../core/schema/guideline.ts';
import { isSupport } from '../core/schema/rating.ts';
import { Recommendation } from './recommendation.tsx';
import { useSpeech } from './speech-context.ts';
import { Rated } from './verdict.tsx';

/** One guideline, and what it says of this case. */
export interface Voice {
  /** The guideline's id. */
  readonly id: string;
  readonly guideline: CompiledGuideline;
  readonly guidance: Guidance;
  /** The recommendation that speaks; null while none does. */
  readonly spoken: RecommendationDocument | null;
  /** With several guidelines each shows its own verdict. */
  readonly several: boolean;
  /** The draft's examination in words. */
  readonly examination: string;
  /** Folded to the name and "show why", where nothing needs the clinician. */
  readonly calm: boolean;
}

/** What one guideline recommends: read before deciding. Where nothing needs the clinician it is folded with the grounds. */
export function GuidanceCard(voice: Voice) {
  const { text } = useSpeech();
  const { spoken, calm, guidance } = voice;
  if (!spoken || calm) return null;
  return (
    <article class="guidance">
      <h2>{text(spoken.title)}</h2>
      <Named {...voice} />
      <Recommendation recommendation={spoken} hurries={!isSupport(guidance.verdict)} />
    </article>
  );
}

/** With several guidelines, whose verdict is whose. */
export function Named({ guideline: { document }, guidance, several, examination }: Voice) {
  const { words, text } = useSpeech();
  return (
    several && (
      <div>
        <Rated name={examination} verdict={guidance.verdict} />
        <p class="fine">{words.accordingTo(text(document.title))}</p>
      </div>
    )
  );
}
