import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from '@codemirror/view';
import { exactRangeAt } from '../completion/json-tree.ts';
import type { Shown } from '../coverage.ts';

/** A comparison that is marked, with the words for what no vignette has shown of it. */
export interface CoverageMark extends Pick<Shown, 'path'> {
  /** Null where nothing is missing. */
  readonly missing: string | null;
}

interface Marks {
  readonly ranges: DecorationSet;
  readonly lines: RangeSet<GutterMarker>;
}

const NONE: Marks = { ranges: Decoration.none, lines: RangeSet.empty };

const show = StateEffect.define<Marks>();

/** Marks move with the text as it is edited, until new ones come. */
const marks = StateField.define<Marks>({
  create: () => NONE,
  update(before, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(show));
    if (set) return set.value;
    if (!transaction.docChanged) return before;
    return { ranges: before.ranges.map(transaction.changes), lines: before.lines.map(transaction.changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ ranges }) => ranges),
});

/** The marks in the text and in the gutter beside it. */
export const coverageMarks: Extension = [
  marks,
  gutter({ class: 'cm-coverage', markers: (view) => view.state.field(marks).lines }),
];

/** Shows which comparisons the vignettes have met, in the text as it stands. */
export function showCoverage(state: EditorState, coverage: readonly CoverageMark[]): StateEffect<unknown> {
  return show.of(placeMarks(state, coverage));
}

function placeMarks(state: EditorState, coverage: readonly CoverageMark[]): Marks {
  const ranges = [];
  const missingByLine = new Map<number, string[]>();
  for (const { path, missing } of coverage) {
    const range = exactRangeAt(state, path);
    if (!range || range.from === range.to) continue;
    const start = state.doc.lineAt(range.from).from;
    missingByLine.set(start, [...(missingByLine.get(start) ?? []), ...(missing === null ? [] : [missing])]);
    if (missing !== null)
      ranges.push(Decoration.mark({ class: 'cm-unseen', attributes: { title: missing } }).range(range.from, range.to));
  }
  const lines = [...missingByLine].map(([start, missing]) => new LineMark(missing.join('\n')).range(start));
  return { ranges: Decoration.set(ranges, true), lines: RangeSet.of(lines, true) };
}

/** Told by shape as well as by colour: a full dot where everything was seen, a half one where something was not. */
class LineMark extends GutterMarker {
  constructor(readonly missing: string) {
    super();
  }
  override eq(other: LineMark): boolean {
    return other.missing === this.missing;
  }
  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.missing === '' ? 'cm-coverage-full' : 'cm-coverage-part';
    mark.textContent = this.missing === '' ? '●' : '◐';
    if (this.missing !== '') mark.title = this.missing;
    return mark;
  }
}
