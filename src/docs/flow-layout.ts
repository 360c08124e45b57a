import type { Urgency, Verdict } from '../core/schema/rating.ts';
import { wrapText } from './text-measure.ts';

/** A step of the ladder in the words that the drawing shows. */
export interface FlowStep {
  readonly number: number;
  /** The condition as a question; null for the last rung. */
  readonly when: string | null;
  readonly title: string;
  readonly verdict: Verdict;
  readonly ratings: string;
  readonly urgency: { readonly level: Urgency; readonly words: string } | null;
}

/** A box with its lines of text. Units are pixels at full size. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of text at its baseline. */
export interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly kind: 'question' | 'title' | 'rating' | 'urgency';
}

/** A step as it is drawn: its question, its outcome, and where the lines between them run. */
export interface DrawnStep {
  readonly step: FlowStep;
  readonly question: Box | null;
  readonly outcome: Box;
  readonly lines: readonly TextLine[];
  /** Where the verdict's shape stands. */
  readonly shape: { readonly x: number; readonly y: number };
  /** Where the number stands: centre of its disc. */
  readonly disc: { readonly x: number; readonly y: number };
  /** From the question to the outcome. */
  readonly yes: readonly [number, number][];
  /** The trunk that comes into this step from above, from `top` to the box. */
  readonly trunk: { readonly x: number; readonly from: number; readonly to: number };
  /** Height the step takes, with the gap above it. */
  readonly height: number;
}

/** The two drawings: questions and outcomes side by side, or under each other where the page is narrow. */
export type FlowShape = 'wide' | 'narrow';

export const FLOW_WIDTH: Readonly<Record<FlowShape, number>> = { wide: 860, narrow: 320 };

/** Size of the text and height of a line. */
export const TEXT_SIZE = 14;
const LINE = 19;
const PAD = 12;
const GAP = 30;
const SHAPE = 20;
const DISC = 13;

const PLACES = {
  wide: { question: { x: 2, width: 440 }, outcome: { x: 502, width: 356 }, trunk: 60 },
  narrow: { question: { x: 2, width: 316 }, outcome: { x: 42, width: 276 }, trunk: 20 },
} as const;

/** Places one step whose own field begins at `top`. */
export function placeStep(step: FlowStep, shape: FlowShape, top: number): DrawnStep {
  const places = PLACES[shape];
  const start = top + GAP;
  const asked =
    step.when === null ? [] : wrapText(step.when, places.question.width - 2 * PAD - 2 * DISC - 8, TEXT_SIZE);
  const questionHeight = Math.max(asked.length * LINE, 2 * DISC) + 2 * PAD;
  const beside = shape === 'wide';
  const outcomeTop = beside || step.when === null ? start : start + questionHeight + GAP;
  const told = outcomeLines(step, places.outcome.x, outcomeTop, places.outcome.width);
  const outcome = { ...places.outcome, y: outcomeTop, height: told.height };
  const question = step.when === null ? null : { ...places.question, y: start, height: questionHeight };
  const disc = question ? { x: question.x + PAD + DISC, y: question.y + PAD + DISC } : lastDisc(shape, outcome);
  const end = Math.max(outcome.y + outcome.height, question ? question.y + question.height : 0);
  return {
    step,
    question,
    outcome,
    lines: [
      ...asked.map((text, index) => ({
        x: places.question.x + PAD + 2 * DISC + 8,
        y: start + PAD + TEXT_SIZE + 4 + index * LINE,
        text,
        kind: 'question' as const,
      })),
      ...told.lines,
    ],
    shape: told.shape,
    disc,
    yes: yesPath(shape, question, outcome),
    trunk: { x: places.trunk, from: top, to: step.when === null && !beside ? outcomeTop : start },
    height: end - top,
  };
}

/** The last rung has no question: its number stands on the trunk. */
function lastDisc(shape: FlowShape, outcome: Box): { x: number; y: number } {
  const x = PLACES[shape].trunk;
  return { x, y: outcome.y + PAD + DISC };
}

function yesPath(shape: FlowShape, question: Box | null, outcome: Box): readonly [number, number][] {
  if (shape === 'wide') {
    const y = outcome.y + PAD + DISC;
    const from = question ? question.x + question.width : PLACES.wide.trunk + DISC;
    return [
      [from, y],
      [outcome.x, y],
    ];
  }
  if (!question) {
    const y = outcome.y + PAD + DISC;
    return [
      [PLACES.narrow.trunk + DISC, y],
      [outcome.x, y],
    ];
  }
  const x = outcome.x + 40;
  return [
    [x, question.y + question.height],
    [x, outcome.y],
  ];
}

function outcomeLines(
  { title, ratings, urgency }: FlowStep,
  x: number,
  top: number,
  width: number,
): { lines: readonly TextLine[]; shape: { x: number; y: number }; height: number } {
  const left = x + PAD + 4;
  const room = width - 2 * PAD - 4;
  let y = top + PAD + TEXT_SIZE;
  const lines: TextLine[] = [];
  const put = (text: string, kind: TextLine['kind'], at = left): void => {
    lines.push({ x: at, y, text, kind });
    y += LINE;
  };
  // Bold is wider.
  for (const line of wrapText(title, room / 1.14, TEXT_SIZE)) put(line, 'title');
  y += 5;
  const shape = { x: left, y: y - TEXT_SIZE - 1 };
  for (const line of wrapText(ratings, room - SHAPE - 6, TEXT_SIZE)) put(line, 'rating', left + SHAPE + 6);
  if (urgency) {
    y += 3;
    put(urgency.words, 'urgency');
  }
  return { lines, shape, height: y - LINE + 4 + PAD - top };
}
