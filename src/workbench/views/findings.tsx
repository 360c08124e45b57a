import type { Signal } from '@preact/signals';
import type { Finding } from '../../core/guideline/finding.ts';
import { FILE_NAMES } from '../desk.ts';
import type { CodeEditor } from '../editor/code-editor.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';

interface FindingsProps {
  readonly bench: Workbench;
  readonly editor: Signal<CodeEditor | null>;
}

/** Everything wrong in the shown file, each a way to its place; and how much is wrong in the other. */
export function Findings({ bench, editor }: FindingsProps) {
  const { own } = useWorkbenchSpeech();
  const { desk } = bench;
  const shown = bench.findings.value[desk.file.value];
  const elsewhere = FILE_NAMES.filter((name) => name !== desk.file.value && bench.findings.value[name].length > 0);
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">
        {own.findings} <span class="fine">{findingCount(own, shown)}</span>
      </h2>
      {shown.length === 0 && <p class="fine">{own.noFindings}</p>}
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.pointer} ${finding.code} ${finding.message.en}`}>
            <FindingLine finding={finding} onGo={() => editor.value?.goToFinding(finding)} />
          </li>
        ))}
      </ul>
      {elsewhere.map((name) => (
        <button key={name} type="button" class="quiet" onClick={() => desk.show(name)}>
          {own.elsewhere(own.file[name], bench.findings.value[name].length)}
        </button>
      ))}
    </section>
  );
}

/** What is wrong and what to do, in the language of the page. */
function FindingLine({ finding, onGo }: { readonly finding: Finding; readonly onGo: () => void }) {
  const { own, text } = useWorkbenchSpeech();
  const { severity, code, line, message, remedy } = finding;
  return (
    <button type="button" class={`finding finding-${severity}`} data-code={code} onClick={onGo}>
      <span class="finding-place">
        <span class="finding-severity">{own.severity[severity]}</span>
        {line !== undefined && <span> {own.line(line)}</span>} <span class="fine">{code}</span>
      </span>
      <span class="finding-message">
        {text(message)} {text(remedy)}
      </span>
    </button>
  );
}

/** How many errors and warnings, in words; empty where there are none. */
export function findingCount(own: ReturnType<typeof useWorkbenchSpeech>['own'], findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return own.findingCount(errors, findings.length - errors);
}
