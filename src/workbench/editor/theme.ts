import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's own tokens (src/ui/tokens.css) reach into the editor as custom properties, so light and dark follow them. */
const frame = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '0.8125rem' },
  // The page draws the ring, around gutters and all.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-soft)',
  },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--ink-soft)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent-soft) 45%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--edge)',
  },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--ground)', borderColor: 'var(--line)', color: 'var(--ink-soft)' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--edge)',
  },
  '.cm-tooltip': { borderRadius: 'var(--radius-small)', maxWidth: '32rem', zIndex: '20' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '18rem' },
  '.cm-tooltip-autocomplete ul li': { padding: '0.1875rem 0.5rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85', marginLeft: '0.75rem' },
  '.cm-completionInfo': { padding: '0.375rem 0.5rem', maxWidth: '20rem' },
  '.cm-diagnostic': { padding: '0.375rem 0.5rem', borderLeftWidth: '4px' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--stop)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--caution)' },
  '.cm-lintRange-error': underline('var(--stop)', 'wavy'),
  '.cm-lintRange-warning': underline('var(--caution)', 'wavy'),
  '.cm-panels input, .cm-panels button': {
    minHeight: '2rem',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-small)',
    background: 'var(--paper)',
    color: 'var(--ink)',
    font: 'inherit',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--may-be-soft)', outline: '1px solid var(--may-be)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--accent-soft)', outline: '2px solid var(--accent)' },
  '.cm-unseen': underline('var(--may-be)', 'dashed'),
  '.cm-coverage': { width: '0.875rem', textAlign: 'center' },
  '.cm-gutter-lint': { width: '1rem' },
  '.cm-coverage-part': { color: 'var(--may-be)' },
  '.cm-coverage-full': { color: 'var(--appropriate)' },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--appropriate)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--no-standard)', fontWeight: '600' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-soft)' },
]);

/** How the editor looks. */
export const editorTheme: Extension = [frame, syntaxHighlighting(colours)];

function underline(colour: string, style: 'wavy' | 'dashed') {
  return {
    backgroundImage: 'none',
    textDecoration: `underline ${style} ${colour}`,
    textDecorationThickness: '2px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  };
}
