import type { Assessment, Guidance } from '../core/decision/guidance.ts';
import type { Library } from '../core/guideline/library.ts';
import type { LocalGuideline } from '../core/guideline/site.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import { isMoreUrgent } from '../core/schema/rating.ts';
import type { Language } from '../i18n/language.ts';
import type { SiteTelephones } from '../smart/site-telephones.ts';

/** What a card is written with. */
export interface CardGround {
  readonly library: Library;
  readonly telephones: SiteTelephones;
  readonly language: Language;
  /** ISO date-time. */
  readonly now: string;
  /** The signed-in user, who stands as author of what a suggestion writes. */
  readonly userId: string;
  /** Whether the order is about to be signed. */
  readonly isSigning: boolean;
  /** Address of the app's pages, without slash at the end. */
  readonly appUrl: string;
  newId(): string;
}

type Rung = Guideline['otherwise'];

/** A guideline that has something to say about the draft, in its own words. */
export interface Speaking {
  readonly guidance: Guidance;
  readonly document: LocalGuideline;
  /** The recommendation reached, or while open the one that certainly holds; null where none does yet. */
  readonly rung: Rung | null;
}

/** All that speak about the draft: the most urgent first, then those that give the verdict. */
export function speakingAbout({ guidelines }: Library, { guidance, verdict }: Assessment): readonly Speaking[] {
  const all = guidance.flatMap((one): Speaking[] => {
    const document = guidelines.find((candidate) => candidate.document.id === one.guideline)?.document;
    if (document === undefined) return [];
    const { recommendations, otherwise } = document;
    const rung = [...recommendations, otherwise].find(({ id }) => id === one.speaks) ?? null;
    return [{ guidance: one, document, rung }];
  });
  const gives = ({ guidance: own }: Speaking): number => (own.verdict === verdict ? 0 : 1);
  return all.sort((one, other) => {
    if (isMoreUrgent(one.guidance.urgency, other.guidance.urgency)) return -1;
    if (isMoreUrgent(other.guidance.urgency, one.guidance.urgency)) return 1;
    return gives(one) - gives(other);
  });
}

/** The facts that can still change the answer, each once. */
export function asksOf({ guidance }: Assessment): readonly string[] {
  return [...new Set(guidance.flatMap(({ asks }) => asks))];
}
