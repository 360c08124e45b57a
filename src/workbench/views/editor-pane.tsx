import { type Signal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CompletionGround } from '../completion/source.ts';
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
  const { file } = desk;
  useEffect(() => {
    if (!host.current) return;
    editor.value = createCodeEditor({ parent: host.current, onEdit: desk.edit, ground });
  }, []);
  useSignalEffect(() => editor.value?.open(`${desk.chosen.value}/${file.value}`, desk.texts.value[file.value]));
  useSignalEffect(() => {
    const failing = file.value === 'vignettes.json' ? bench.failing.value : [];
    editor.value?.showFindings([...bench.findings.value[file.value], ...failing]);
  });
  useSignalEffect(() => {
    const shown = file.value === 'guideline.json' ? bench.coverage.value : [];
    editor.value?.showCoverage(shown.map((one) => ({ path: one.path, missing: missingWords(own, language, one) })));
  });
  const label = own.editor(own.file[file.value]);
  useEffect(() => {
    editor.value?.setLanguage(label, language === 'da' ? DANISH_PHRASES : {});
  }, [label, language, editor.value]);
  return <div class="editor" ref={host} lang="da" />;
}
