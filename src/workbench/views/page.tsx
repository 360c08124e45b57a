import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { Language } from '../../i18n/language.ts';
import type { Speech } from '../../i18n/sentence.ts';
import { whyWords } from '../../i18n/why-words.ts';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { SpeechContext } from '../../ui/speech-context.ts';
import type { CompletionGround } from '../completion/source.ts';
import type { CodeEditor } from '../editor/code-editor.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';
import { Coverage } from './coverage.tsx';
import { EditorPane } from './editor-pane.tsx';
import { Findings, findingCount } from './findings.tsx';
import { Preview } from './preview.tsx';
import { Toolbar } from './toolbar.tsx';
import { Vignettes } from './vignettes.tsx';

interface PageProps {
  readonly bench: Workbench;
  readonly speech: ReadonlySignal<Speech>;
  readonly onLanguage: (language: Language) => void;
  readonly ground: (editor: CodeEditor | null) => CompletionGround;
}

/** The author's page: the text on the left, on the right what becomes of it. */
export function Page({ bench, speech, onLanguage, ground }: PageProps) {
  const editor = useSignal<CodeEditor | null>(null);
  return (
    <SpeechContext.Provider value={{ ...speech.value, later: whyWords[speech.value.language] }}>
      <Head onLanguage={onLanguage} />
      <main>
        <Toolbar bench={bench} />
        <div class="panes">
          <div class="left">
            <EditorPane bench={bench} editor={editor} ground={() => ground(editor.peek())} />
            <div class="below">
              <Findings bench={bench} editor={editor} />
              <Coverage bench={bench} editor={editor} />
            </div>
          </div>
          <div class="right">
            <Preview bench={bench} />
            <Vignettes bench={bench} editor={editor} />
          </div>
        </div>
      </main>
      <Announcement bench={bench} />
    </SpeechContext.Provider>
  );
}

function Head({ onLanguage }: Pick<PageProps, 'onLanguage'>) {
  const { own, words } = useWorkbenchSpeech();
  return (
    <header class="top">
      <div class="brand">
        <h1>
          {words.app} · {own.title}
        </h1>
        <p class="fine">{own.lead}</p>
      </div>
      <LanguageSwitch onLanguage={onLanguage} />
    </header>
  );
}

/** The one polite live region: findings, passing vignettes and changes, when the vignettes have been run. */
function Announcement({ bench }: Pick<PageProps, 'bench'>) {
  const { own } = useWorkbenchSpeech();
  const results = bench.results.value;
  const passed = results.filter(({ differences }) => differences.length === 0).length;
  const changed = results.filter((result) => result.changed.length > 0).length;
  const findings = findingCount(own, Object.values(bench.findings.value).flat());
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {bench.isRunning.value ? '' : own.announce(findings, own.passed(passed, results.length), changed)}
    </p>
  );
}
