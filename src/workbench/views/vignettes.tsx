import { type Signal, useSignal } from '@preact/signals';
import { rangeAt } from '../completion/json-tree.ts';
import { differenceWords } from '../difference.ts';
import type { CodeEditor } from '../editor/code-editor.ts';
import type { Workbench } from '../model.ts';
import { useWorkbenchSpeech } from '../use-words.ts';
import type { VignetteResult } from '../vignette-results.ts';
import { ChangeLine } from './change-line.tsx';

interface VignettesProps {
  readonly bench: Workbench;
  readonly editor: Signal<CodeEditor | null>;
}

type Filter = 'all' | 'failing' | 'changed';

const FILTERS: readonly Filter[] = ['all', 'failing', 'changed'];

/** Every vignette: whether it passes, whether it comes out otherwise than shipped; each can be loaded into the preview. */
export function Vignettes({ bench, editor }: VignettesProps) {
  const { own } = useWorkbenchSpeech();
  const filter = useSignal<Filter>('all');
  const results = bench.results.value;
  const byFilter: Readonly<Record<Filter, readonly VignetteResult[]>> = {
    all: results,
    failing: results.filter(({ differences }) => differences.length > 0),
    changed: results.filter(({ changed }) => changed.length > 0),
  };
  const shown = byFilter[filter.value];
  return (
    <section class="vignettes" aria-labelledby="vignettes-title" aria-busy={bench.isRunning.value}>
      <div class="pane-head">
        <h2 id="vignettes-title">
          {own.vignettes}{' '}
          <span class={byFilter.failing.length > 0 ? 'count count-failing' : 'count'} data-passed>
            {own.passed(results.length - byFilter.failing.length, results.length)}
          </span>
        </h2>
        {bench.isRunning.value && <span class="fine">{own.running}</span>}
        <fieldset class="switch">
          <legend class="visually-hidden">{own.filter}</legend>
          {FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={filter.value === one}
              data-filter={one}
              onClick={() => {
                filter.value = one;
              }}
            >
              {own.filters[one](byFilter[one].length)}
            </button>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 && !bench.isRunning.value && <p class="fine">{own.none[filter.value]}</p>}
      <ul class="vignette-list">
        {shown.map((result) => (
          <VignetteLine key={`${result.index} ${result.name}`} bench={bench} editor={editor} result={result} />
        ))}
      </ul>
    </section>
  );
}

function VignetteLine({ bench, editor, result }: VignettesProps & { readonly result: VignetteResult }) {
  const speech = useWorkbenchSpeech();
  const { own } = speech;
  const { index, name, differences, changed } = result;
  const fails = differences.length > 0;
  const chosen = bench.preview.chosenCase.value;
  const isShown = chosen.kind === 'vignette' && chosen.name === name;
  const showInText = (): void => {
    bench.desk.show('vignettes.json');
    const shown = editor.value;
    const range = shown ? rangeAt(shown.state(), ['vignettes', index]) : null;
    if (range) shown?.goTo(range.from);
  };
  return (
    <li class={fails ? 'vignette vignette-fails' : 'vignette'}>
      <button
        type="button"
        class="vignette-name"
        aria-pressed={isShown}
        onClick={() => bench.preview.choose({ kind: 'vignette', index, name })}
      >
        <span class="vignette-mark" aria-hidden="true">
          {fails ? '✗' : '✓'}
        </span>
        <span class="visually-hidden">{fails ? own.fails : own.passes}: </span>
        <span lang="da">{name}</span>
      </button>
      {fails && (
        <ul class="differences">
          {differences.map((difference) => (
            <li key={`${difference.part} ${difference.id ?? ''}`}>{differenceWords(speech, difference)}</li>
          ))}
        </ul>
      )}
      {changed.length > 0 && <ChangeLine bench={bench} result={result} />}
      {(fails || isShown) && (
        <button type="button" class="quiet" onClick={showInText}>
          {own.showInText}
        </button>
      )}
    </li>
  );
}
