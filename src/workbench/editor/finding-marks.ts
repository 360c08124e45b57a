import { syntaxTree } from '@codemirror/language';
import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { Finding } from '../../core/guideline/finding.ts';
import { type Language, textIn } from '../../i18n/language.ts';

/** Findings as the editor underlines them. A finding without a line stands at the top. */
export function diagnosticsOf(
  state: EditorState,
  findings: readonly Finding[],
  language: Language,
): readonly Diagnostic[] {
  return findings.map((finding) => {
    const from = positionOf(state, finding);
    return {
      from,
      to: Math.max(endOfWord(state, from), from),
      severity: finding.severity,
      source: finding.code,
      message: `${textIn(finding.message, language)} ${textIn(finding.remedy, language)}`,
    };
  });
}

/** Where a finding stands in the text. */
export function positionOf({ doc }: EditorState, { line = 1, column = 1 }: Finding): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

/** The end of the word, key or bracket that begins at a position, on the same line. */
function endOfWord(state: EditorState, from: number): number {
  const node = syntaxTree(state).resolveInner(from, 1);
  const line = state.doc.lineAt(from);
  const isWord = node.firstChild === null && node.from === from && node.to > from;
  return Math.min(isWord ? node.to : Math.max(from + 1, from), line.to);
}
