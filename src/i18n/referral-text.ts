import type { Decision } from '../core/decision/decision.ts';
import { DANISH } from './danish-speech.ts';
import { findingsWithin } from './finding-lines.ts';
import { type FittedLine, fitLines, shorten } from './fit-lines.ts';
import { asSentence } from './notation.ts';
import { decisionLine, guidelineLine, type OrderNoteInput, verdictLines } from './order-note.ts';
import { gapSentences } from './sentence.ts';

/** Characters that the imaging departments' own forms take for the clinical text. */
export const REFERRAL_LENGTH = 900;

/** Characters of each of the clinician's own parts, so that verdict and findings always have room. */
export const OWN_PART_LENGTH = 150;
/** Characters of the order's own reason and of the examination's name. */
const REASON_LENGTH = 60;
const NAME_LENGTH = 80;
/** Characters kept for what to remember before the examination. */
const SAFETY_LENGTH = 110;
/** Characters that the verdict takes at most, with a name of that length. */
const VERDICT_LENGTH = 180;

/** What only the clinician can say: what is wrong, what is asked, and what the answer will change. */
export interface ReferralParts {
  readonly problem: string;
  readonly question: string;
  readonly consequence: string;
}

export interface ReferralTextInput extends Omit<OrderNoteInput, 'decision'> {
  /** The reason in words; empty where there is none. */
  readonly reason: string;
  readonly parts: ReferralParts;
  /** Earlier examinations in words, newest first. */
  readonly earlierImaging: readonly string[];
  readonly decision: Decision | null;
}

/**
 * The text of a referral in Danish, at most {@link REFERRAL_LENGTH} characters whatever it is made from: problem, question,
 * what the answer will change, findings with the sources of what is decisive, earlier imaging, what the guidelines say, and the
 * reason where the clinician deviates. The verdict always stands, and findings give up their sources before they are
 * left out. It names nobody: the system it is copied into knows the patient.
 */
export function composeReferralText(input: ReferralTextInput): string {
  const { assessment, facts, parts, decision, earlierImaging, safety = [] } = input;
  const own = [
    ownLine(2, 'Problemstilling', [shorten(input.reason, REASON_LENGTH), ownPart(parts.problem)]),
    ownLine(3, 'Spørgsmål', [ownPart(parts.question)]),
    ownLine(4, 'Konsekvens af svaret', [ownPart(parts.consequence)]),
  ];
  const warning = safety.join(' ');
  const remember = { rank: 1.5, least: Math.min(warning.length, SAFETY_LENGTH), write: () => warning };
  const orderName = shorten(input.orderName, NAME_LENGTH);
  const guidelines = assessment.guidance.map((guidance) => guidelineLine(input, guidance)).join(' ');
  const orders = Object.fromEntries(
    Object.entries(input.orders).map(([id, { label }]) => [
      id,
      { label: { ...label, da: shorten(label.da, NAME_LENGTH) } },
    ]),
  );
  const [verdict = '', ...before] = verdictLines({ ...input, orders, orderName }, decision);
  return fitLines(
    [
      ...own,
      {
        rank: 9,
        least: roomForFindings([...own, remember]),
        write: (room) => findingsWithin(assessment, facts, room),
      },
      remember,
      told(7, earlierImaging.length > 0 ? `Tidligere billeddiagnostik: ${earlierImaging.join('; ')}.` : ''),
      { rank: 1, least: 0, write: () => verdict },
      told(6.5, before.join(' ')),
      told(6, guidelines),
      told(5, isDeviation(decision) ? decisionLine({ ...input, decision }) : ''),
      told(8, gapSentences(DANISH, input.gaps).join(' ')),
    ],
    REFERRAL_LENGTH,
  );
}

/** What the findings get at least: they come last by rank, for there are often more of them than there is room for. */
function roomForFindings(own: readonly FittedLine[]): number {
  const typed = own.reduce((sum, { least }) => sum + least + 1, 0);
  return Math.max(40, Math.min(320, REFERRAL_LENGTH - VERDICT_LENGTH - typed));
}

function ownPart(words: string): string {
  return shorten(words, OWN_PART_LENGTH);
}

/** Following the advice needs no words on a referral; changing it and keeping it against advice do. */
function isDeviation(decision: Decision | null): decision is Decision {
  return decision?.kind === 'kept' || decision?.kind === 'changed';
}

/** Never cut: it has its whole length kept for it. */
function ownLine(rank: number, heading: string, said: readonly string[]): FittedLine {
  const words = said.map((part) => asSentence(part)).filter((part) => part !== '');
  const line = words.length > 0 ? `${heading}: ${words.join(' ')}` : '';
  return { rank, least: line.length, write: () => line };
}

/** Left out rather than cut to a stump. */
function told(rank: number, line: string): FittedLine {
  return { rank, least: 0, write: (room) => (line.length > room && room < 40 ? '' : line) };
}
