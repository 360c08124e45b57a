import { conditionSentence } from '../i18n/condition-sentence.ts';
import { asSentence } from '../i18n/notation.ts';
import { asHeading } from '../i18n/sentence.ts';
import { type DrawnStep, FLOW_WIDTH, type FlowShape, type FlowStep, placeStep, type TextLine } from './flow-layout.ts';
import { scopeSentence } from './header.ts';
import { type Html, html, NOTHING } from './html.ts';
import { type PageSource, type Step, stepsOf, told } from './source.ts';
import { wrapText } from './text-measure.ts';
import { ratedOrders, ratingWords, shapeOf } from './verdict.ts';

/** Steps are drawn in pieces no higher than this, so that print can break between them and never through one. */
const MOST_HEIGHT = 760;

/**
 * The ladder as a drawing, made from the same conditions: each question, what a yes leads to, and where a no goes on. It is
 * drawn twice, wide and narrow, and the page shows the one that fits; title and description say what it shows.
 */
export function flowSection(source: PageSource): Html {
  const steps = stepsOf(source).map((step) => shownStep(source, step));
  const shapes = ['wide', 'narrow'] as const;
  return html`${shapes.map((shape) => html`<div class="flow flow-${shape}">${pieces(source, steps, shape)}</div>`)}`;
}

function shownStep(source: PageSource, { number, recommendation, when }: Step): FlowStep {
  const [strongest] = ratedOrders(source, recommendation);
  const { urgency } = recommendation;
  return {
    number,
    when: when ? asHeading(conditionSentence(source.speech, source.logic, when)) : null,
    title: told(source, recommendation.title),
    verdict: strongest?.rating ?? 'no-criteria-apply',
    ratings: strongest ? ratingWords(source, strongest) : '',
    urgency: urgency === null ? null : { level: urgency, words: source.speech.words.urgency[urgency] },
  };
}

/** The drawing in pieces that follow each other without a seam; the first begins with whom the guideline is for. */
function pieces(source: PageSource, steps: readonly FlowStep[], shape: FlowShape): readonly Html[] {
  const drawn: Html[] = [];
  let piece: DrawnStep[] = [];
  const begin = (): number => (drawn.length === 0 ? startHeight(source, shape) : 0);
  let height = begin();
  const close = (): void => {
    if (piece.length === 0) return;
    drawn.push(drawing(source, piece, steps.length, shape, height, drawn.length === 0));
    piece = [];
    height = 0;
  };
  for (const step of steps) {
    const tried = placeStep(step, shape, height);
    if (piece.length > 0 && height + tried.height > MOST_HEIGHT) {
      close();
    }
    const placed = placeStep(step, shape, height);
    piece.push(placed);
    height += placed.height;
  }
  close();
  return drawn;
}

function drawing(
  source: PageSource,
  piece: readonly DrawnStep[],
  of: number,
  shape: FlowShape,
  height: number,
  first: boolean,
): Html {
  const { flow } = source.words;
  const from = piece[0]?.step.number ?? 1;
  const to = piece[piece.length - 1]?.step.number ?? of;
  const id = `flow-${shape}-${from}`;
  const size = html` viewBox="0 0 ${FLOW_WIDTH[shape]} ${Math.ceil(height) + 2}" width="${FLOW_WIDTH[shape]}" height="${Math.ceil(height) + 2}"`;
  const sentences = piece.map(({ step }) => stepSentence(source, step)).join(' ');
  return html`<svg${size} class="flow-piece" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-text"><title id="${id}-title">${flow.title(from, to, of)}</title><desc id="${id}-text">${sentences}</desc>
${first ? startPill(source, shape) : NOTHING}${piece.map((step, index) => drawnStep(source, step, piece[index + 1] ?? null, to < of, height))}</svg>`;
}

function stepSentence({ words }: PageSource, { number, when, title, ratings, urgency }: FlowStep): string {
  const outcome = [ratings, ...(urgency ? [urgency.words] : [])].join('. ');
  if (when === null) return words.flow.last(number, title, outcome);
  return words.flow.step(number, when.charAt(0).toLowerCase() + when.slice(1), title, outcome);
}

const START_PAD = 10;
const START_LINE = 19;

function startLines(source: PageSource, shape: FlowShape): readonly string[] {
  return wrapText(asSentence(`${source.words.scope.for}: ${scopeSentence(source)}`), startWidth(shape) - 28, 14);
}

function startWidth(shape: FlowShape): number {
  return shape === 'wide' ? 440 : 316;
}

function startHeight(source: PageSource, shape: FlowShape): number {
  return startLines(source, shape).length * START_LINE + 2 * START_PAD + 2;
}

function startPill(source: PageSource, shape: FlowShape): Html {
  const lines = startLines(source, shape);
  const texts = lines.map(
    (line, index) =>
      html`<text x="16" y="${2 + START_PAD + 14 + index * START_LINE}" class="flow-question">${line}</text>`,
  );
  return html`<rect x="2" y="2" width="${startWidth(shape)}" height="${lines.length * START_LINE + 2 * START_PAD - 2}" rx="18" class="flow-start"/>${texts}`;
}

function drawnStep(
  source: PageSource,
  drawn: DrawnStep,
  next: DrawnStep | null,
  goesOn: boolean,
  bottom: number,
): Html {
  const { step, question, outcome, lines, shape, disc, yes, trunk } = drawn;
  const { flow } = source.words;
  const no =
    step.number === 1
      ? NOTHING
      : html`<text x="${trunk.x + 8}" y="${trunk.to - 11}" class="flow-word">${flow.no}</text>`;
  const past =
    question && (next || goesOn)
      ? html`<path d="M${trunk.x} ${question.y + question.height}V${next ? next.trunk.from : bottom + 2}" class="flow-line"/>`
      : NOTHING;
  const box = question
    ? html`<rect x="${question.x}" y="${question.y}" width="${question.width}" height="${question.height}" rx="8" class="flow-box"/>`
    : NOTHING;
  return html`<g class="flow-step verdict-colour-${step.verdict}">${past}<path d="M${trunk.x} ${trunk.from}V${question ? trunk.to - 1 : disc.y - 13}" class="flow-line"/>${question ? arrow(trunk.x, trunk.to, 'down') : NOTHING}${no}${box}${yesLine(source, yes, question !== null)}<rect x="${outcome.x}" y="${outcome.y}" width="${outcome.width}" height="${outcome.height}" rx="8" class="flow-outcome"/><rect x="${outcome.x}" y="${outcome.y + 6}" width="5" height="${outcome.height - 12}" class="flow-band"/><circle cx="${disc.x}" cy="${disc.y}" r="13" class="flow-disc"/><text x="${disc.x}" y="${disc.y + 5}" class="flow-number">${step.number}</text><svg x="${shape.x}" y="${shape.y}" width="20" height="20" viewBox="0 0 24 24" class="flow-shape">${shapeOf(step.verdict)}</svg>${lines.map((line) => textLine(line, step))}</g>`;
}

function textLine({ x, y, text, kind }: TextLine, { urgency }: FlowStep): Html {
  const level = kind === 'urgency' && urgency ? ` flow-${urgency.level}` : '';
  return html`<text x="${x}" y="${y}" class="flow-${kind}${level}">${text}</text>`;
}

function yesLine({ words }: PageSource, points: readonly [number, number][], isAnswer: boolean): Html {
  const [from, to] = points;
  if (!from || !to) return NOTHING;
  const down = from[0] === to[0];
  const line = html`<path d="M${from[0]} ${from[1]}L${down ? to[0] : to[0] - 1} ${down ? to[1] - 1 : to[1]}" class="flow-line"/>${arrow(to[0], to[1], down ? 'down' : 'right')}`;
  if (!isAnswer) return line;
  const x = down ? to[0] + 8 : (from[0] + to[0]) / 2 - 12;
  const y = down ? to[1] - 11 : to[1] - 7;
  return html`${line}<text x="${x}" y="${y}" class="flow-word">${words.flow.yes}</text>`;
}

function arrow(x: number, y: number, way: 'down' | 'right'): Html {
  const points = way === 'down' ? `M${x} ${y}l-5-9h10z` : `M${x} ${y}l-9-5v10z`;
  return html`<path d="${points}" class="flow-head"/>`;
}
