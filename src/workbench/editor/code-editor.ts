import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Finding } from '../../core/guideline/finding.ts';
import type { Language } from '../../i18n/language.ts';
import { type CompletionGround, completionSource } from '../completion/source.ts';
import { type CoverageMark, coverageMarks, showCoverage } from './coverage-marks.ts';
import { diagnosticsOf, positionOf } from './finding-marks.ts';
import { editorTheme } from './theme.ts';

/** The editor on the page: one view, and for each file the state it was left in, with its undo. */
export interface CodeEditor {
  /** Shows a file. Its text replaces what was there, as an edit that can be undone, where the two differ. */
  open(name: string, text: string): void;
  showFindings(findings: readonly Finding[], language: Language): void;
  showCoverage(coverage: readonly CoverageMark[]): void;
  /** Moves the cursor to a finding and the focus into the editor. */
  goToFinding(finding: Finding): void;
  /** Moves the cursor to a position of the text. */
  goTo(position: number): void;
  readonly state: () => EditorState;
  /** What the editor is called by screen readers, and its own words; both follow the page's language. */
  setLanguage(label: string, phrases: Readonly<Record<string, string>>): void;
}

/** What the editor needs of the page. */
export interface CodeEditorPorts {
  readonly parent: HTMLElement;
  readonly onEdit: (text: string) => void;
  readonly ground: () => CompletionGround;
}

/**
 * The editor lives in a shadow root: there CodeMirror puts its styles into constructed sheets, where it would else write
 * `<style>` elements that the page's Content-Security-Policy forbids.
 */
export function createCodeEditor({ parent, onEdit, ground }: CodeEditorPorts): CodeEditor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const states = new Map<string, EditorState>();
  const language = new Compartment();
  let spoken: Extension = [];
  let current = '';
  let opening = false;

  const extensions: Extension = [
    lineNumbers(),
    coverageMarks,
    lintGutter(),
    foldGutter(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentUnit.of('  '),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    autocompletion({ override: [completionSource(ground)], icons: false }),
    json(),
    editorTheme,
    EditorView.lineWrapping,
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      ...defaultKeymap,
      // Esc, then Tab leaves the editor: CodeMirror lets the next Tab after Escape move the focus.
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !opening) onEdit(update.state.doc.toString());
    }),
  ];
  const stateOf = (text: string): EditorState =>
    EditorState.create({ doc: text, extensions: [extensions, language.of(spoken)] });
  const view = new EditorView({ parent: root, root, state: stateOf('') });

  const quietly = (action: () => void): void => {
    opening = true;
    action();
    opening = false;
  };
  const goTo = (position: number): void => {
    view.dispatch({
      selection: { anchor: position },
      effects: EditorView.scrollIntoView(position, { y: 'center' }),
    });
    view.focus();
  };
  return {
    open(name, text) {
      quietly(() => {
        if (current !== name) {
          states.set(current, view.state);
          current = name;
          view.setState(states.get(name) ?? stateOf(text));
          view.dispatch({
            effects: [language.reconfigure(spoken), EditorView.scrollIntoView(view.state.selection.main)],
          });
        }
        const { doc } = view.state;
        if (doc.toString() !== text) view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
      });
    },
    showFindings: (findings, language) =>
      view.dispatch(setDiagnostics(view.state, [...diagnosticsOf(view.state, findings, language)])),
    showCoverage: (coverage) => view.dispatch({ effects: showCoverage(view.state, coverage) }),
    goToFinding: (finding) => goTo(positionOf(view.state, finding)),
    goTo,
    state: () => view.state,
    setLanguage(label, phrases) {
      spoken = [
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      ];
      view.dispatch({ effects: language.reconfigure(spoken) });
    },
  };
}
