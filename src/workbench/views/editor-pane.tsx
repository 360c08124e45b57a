import { effect, type Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Language } from '../../i18n/language.ts';
import type { CompletionGround } from '../completion/source.ts';
import type { Shown } from '../coverage.ts';
import { missingWords } from '../coverage-words.ts';
import { FILE_NAMES } from '../desk.ts';
import { type CodeEditor, createCodeEditor } from '../editor/code-editor.ts';
import { DANISH_PHRASES } from '../editor/phrases-da.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';

interface EditorPaneProps {
  readonly bench: Workbench;
  readonly editor: Signal<CodeEditor | null>;
  readonly ground: () => CompletionGround;
}

/** The text in the editor, with findings and coverage in place. */
export function EditorPane({ bench, editor, ground }: EditorPaneProps) {
  const { own } = useWorkbenchSpeech();
  const { desk } = bench;
  return (
    <section class="text" aria-label={own.files}>
      <div class="text-head">
        <fieldset class="switch">
          <legend class="visually-hidden">{own.files}</legend>
          {FILE_NAMES.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={desk.file.value === name}
              onClick={() => desk.show(name)}
              data-file={name}
            >
              {own.file[name]}
              {desk.edited.value[name] && <span class="edited-mark"> · {own.edited.toLowerCase()}</span>}
            </button>
          ))}
        </fieldset>
        <p class="fine keys">{own.keys}</p>
      </div>
      <EditorField bench={bench} editor={editor} ground={ground} />
    </section>
  );
}

function EditorField({ bench, editor, ground }: EditorPaneProps) {
  const { own, language } = useWorkbenchSpeech();
  const host = useRef<HTMLDivElement>(null);
  const { desk } = bench;
  useEffect(() => {
    if (!host.current) return;
    editor.value = createCodeEditor({ parent: host.current, onEdit: desk.edit, ground });
  }, []);
  useEffect(() => followBench(bench, editor, language, (shown) => missingWords(own, language, shown)), [language]);
  const label = own.editor(own.file[desk.file.value]);
  useEffect(() => {
    editor.value?.setLanguage(label, language === 'da' ? DANISH_PHRASES : {});
  }, [label, language, editor.value]);
  return <div class="editor" ref={host} lang="da" />;
}

/**
 * Keeps the editor on the file that is shown, at once, so that whoever turns to another file can go to a place in it. Marks
 * are placed when they are new or the file is: never old ones in a text that has been typed on since.
 * @returns stops it
 */
function followBench(
  bench: Workbench,
  editor: Signal<CodeEditor | null>,
  language: Language,
  missing: (shown: Shown) => string | null,
): () => void {
  const { desk } = bench;
  let placed: readonly unknown[] = [];
  return effect(() => {
    const shown = editor.value;
    if (!shown) return;
    const file = desk.file.value;
    const name = `${desk.chosen.value}/${file}`;
    const findings = bench.findings.value[file];
    const failing = bench.failing.value;
    const coverage = bench.coverage.value;
    shown.open(name, desk.texts.value[file]);
    const now = [shown, name, findings, failing, coverage];
    if (now.every((one, index) => one === placed[index])) return;
    placed = now;
    shown.showFindings(file === 'vignettes.json' ? [...findings, ...failing] : findings, language);
    shown.showCoverage(
      file === 'guideline.json' ? coverage.map((one) => ({ path: one.path, missing: missing(one) })) : [],
    );
  });
}
