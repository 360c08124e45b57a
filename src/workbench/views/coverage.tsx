import type { Signal } from '@preact/signals';
import { rangeAt } from '../completion/json-tree.ts';
import { isCovered, type Shown } from '../coverage.ts';
import { missingWords } from '../coverage-words.ts';
import type { CodeEditor } from '../editor/code-editor.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';

interface CoverageProps {
  readonly bench: Workbench;
  readonly editor: Signal<CodeEditor | null>;
}

/** How many conditions the vignettes cover, and each that they do not as a way to its place. */
export function Coverage({ bench, editor }: CoverageProps) {
  const { own, language } = useWorkbenchSpeech();
  const all = bench.coverage.value;
  if (all.length === 0) return null;
  const open = all.filter((shown) => !isCovered(shown));
  const beyond = all.filter(({ flips }) => flips === 'cannot').length;
  const goTo = ({ path }: Shown): void => {
    bench.desk.show('guideline.json');
    const shown = editor.value;
    const range = shown ? rangeAt(shown.state(), path) : null;
    if (range) shown?.goTo(range.from);
  };
  return (
    <details class="coverage">
      <summary>
        {own.coverage}: {own.covered(all.length - open.length, all.length)}
      </summary>
      <p class="fine">{own.coverageMeans}</p>
      {open.length === 0 && <p>{own.allCovered}</p>}
      {beyond > 0 && <p class="fine">{own.beyond(beyond)}</p>}
      <ul>
        {open.map((shown) => (
          <li key={shown.path.join('/')}>
            <button type="button" class="quiet" onClick={() => goTo(shown)}>
              {missingWords(own, language, shown)} <span class="fine">{shown.path.slice(0, 2).join(' › ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
