import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { Finding } from '../core/guideline/finding.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Text } from '../core/schema/text.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import { createLoop, type Loop } from '../ui/loop.ts';
import { type ChosenCase, caseStart, firstCase } from './case.ts';
import { type Shown, shownOf } from './coverage.ts';
import type { FileName } from './desk.ts';
import { type ExaminedVignettes, examineGuideline, examineVignettes, type Ground } from './examine.ts';
import type { TextDesk } from './text-desk.ts';
import { runVignettes, type VignetteResult } from './vignette-results.ts';

/** What the page's model needs from outside. */
export interface WorkbenchPorts {
  readonly ground: Ground;
  readonly desk: TextDesk;
  /** Waits until typing has paused. */
  readonly pause: () => Promise<void>;
  /** Lets the page draw between vignettes. */
  readonly breathe: () => Promise<void>;
}

/** What can be used of the texts: of the newest that were sound. */
export interface Sound {
  readonly library: Library;
  readonly guideline: CompiledGuideline;
}

/** The author's page: texts, findings, preview, vignettes and coverage. Views read signals and call actions. */
export interface Workbench {
  readonly desk: TextDesk;
  readonly guidelines: readonly { readonly id: string; readonly title: Text | null }[];
  readonly library: Library;
  readonly findings: ReadonlySignal<Readonly<Record<FileName, readonly Finding[]>>>;
  /** Null while no version of the guideline was ever sound. */
  readonly sound: ReadonlySignal<Sound | null>;
  readonly vignettes: ReadonlySignal<VignettesDocument | null>;
  readonly results: ReadonlySignal<readonly VignetteResult[]>;
  /** Findings in the vignettes' text: those that fail, each at its place. */
  readonly failing: ReadonlySignal<readonly Finding[]>;
  readonly isRunning: ReadonlySignal<boolean>;
  readonly coverage: ReadonlySignal<readonly Shown[]>;
  readonly chosenCase: ReadonlySignal<ChosenCase>;
  /** Null until the first assessment is there, and where it failed. */
  readonly loop: ReadonlySignal<{ readonly library: Library; readonly loop: Loop } | null>;
  /** True when the program, not the document, is at fault. */
  readonly hasFailed: ReadonlySignal<boolean>;
  chooseCase(chosen: ChosenCase): void;
  /** Forgets the answers that were clicked. */
  restart(): void;
}

export function createWorkbench({ ground, desk, pause, breathe }: WorkbenchPorts): Workbench {
  const findings = signal<Workbench['findings']['value']>({ 'guideline.json': [], 'vignettes.json': [] });
  const sound = signal<Sound | null>(null);
  const examined = signal<ExaminedVignettes>({ findings: [], document: null, located: null });
  const vignettes = signal<VignettesDocument | null>(null);
  const results = signal<readonly VignetteResult[]>([]);
  const isRunning = signal(false);
  const coverage = signal<readonly Shown[]>([]);
  const chosenCase = signal<ChosenCase>({ kind: 'own', order: '' });
  const loop = signal<{ readonly library: Library; readonly loop: Loop } | null>(null);
  const hasFailed = signal(false);
  let run = 0;
  let loopRun = 0;

  /** The newest sound text of the guideline: as typed, else the last that was, else none. */
  const examine = (id: string): void => {
    const text = desk.texts.value['guideline.json'];
    const found = examineGuideline(ground, id, text);
    const usable = found.library ?? examineGuideline(ground, id, desk.soundText('guideline.json')).library;
    if (found.library) desk.noteSound('guideline.json', text);
    const guideline = usable?.guidelines.find(({ document }) => document.id === id);
    const read = (vignettesText: string) =>
      examineVignettes(ground.shipped.vocabulary, guideline?.document ?? null, id, vignettesText);
    const typed = desk.texts.value['vignettes.json'];
    const here = read(typed);
    if (here.document) desk.noteSound('vignettes.json', typed);
    batch(() => {
      findings.value = { 'guideline.json': found.findings, 'vignettes.json': here.findings };
      sound.value = usable && guideline ? { library: usable, guideline } : null;
      examined.value = here;
      vignettes.value = here.document ?? read(desk.soundText('vignettes.json')).document;
    });
  };
  const runAll = async (id: string, isOutdated: () => boolean): Promise<void> => {
    const usable = sound.value;
    const document = vignettes.value;
    if (!usable || !document) {
      batch(() => {
        results.value = [];
        coverage.value = [];
        isRunning.value = false;
      });
      return;
    }
    isRunning.value = true;
    coverage.value = shownOf(usable.guideline, document);
    const compared = { guideline: id, edited: usable.library, shipped: ground.shipped };
    const found = await runVignettes(compared, document, { breathe, isOutdated });
    if (found === null) return;
    batch(() => {
      results.value = found;
      isRunning.value = false;
    });
  };
  const startLoop = async (keepAnswers: boolean): Promise<void> => {
    loopRun += 1;
    const mine = loopRun;
    const usable = sound.value;
    const start = caseStart(chosenCase.value, vignettes.value);
    if (!usable || !start) {
      loop.value = null;
      return;
    }
    hasFailed.value = false;
    const next = createLoop(usable.library, () => {
      hasFailed.value = true;
    });
    await next.begin(start.order, start.facts, false);
    const given = keepAnswers ? loop.value?.loop.answers.value : undefined;
    if (given && given.size > 0) await next.answer(given);
    if (mine === loopRun) loop.value = { library: usable.library, loop: next };
  };
  const fail = (): void => {
    hasFailed.value = true;
    isRunning.value = false;
  };
  const refresh = async (id: string, isNew: boolean): Promise<void> => {
    run += 1;
    const mine = run;
    if (!isNew) await pause();
    if (mine !== run) return;
    try {
      examine(id);
      if (isNew || caseStart(chosenCase.value, vignettes.value) === null)
        chosenCase.value = firstCase(vignettes.value, sound.value?.guideline.document.appliesTo.orders ?? []);
      await startLoop(!isNew);
      await runAll(id, () => mine !== run);
    } catch {
      // What the author typed is kept and shown; that the program failed is said on the page.
      fail();
    }
  };
  let before = '';
  effect(() => {
    const id = desk.chosen.value;
    desk.texts.value;
    const isNew = id !== before;
    before = id;
    untracked(() => void refresh(id, isNew));
  });

  return {
    desk,
    library: ground.shipped,
    guidelines: listGuidelines(ground),
    findings,
    sound,
    vignettes,
    results,
    failing: computed(() => failingFindings(desk.chosen.value, examined.value, results.value)),
    isRunning,
    coverage,
    chosenCase,
    loop,
    hasFailed,
    chooseCase(chosen) {
      chosenCase.value = chosen;
      void startLoop(false).catch(fail);
    },
    restart() {
      void startLoop(false).catch(fail);
    },
  };
}

function listGuidelines({ files, shipped }: Ground): Workbench['guidelines'] {
  const ids = Object.keys(files).flatMap((path) => /^([^/]+)\/guideline\.json$/.exec(path)?.[1] ?? []);
  return ids.sort().map((id) => ({
    id,
    title: shipped.guidelines.find(({ document }) => document.id === id)?.document.title ?? null,
  }));
}

function failingFindings(
  id: string,
  { located }: ExaminedVignettes,
  results: readonly VignetteResult[],
): readonly Finding[] {
  return results
    .filter(({ differences }) => differences.length > 0)
    .map(({ index, name, differences }) => ({
      code: 'vignette-fails',
      severity: 'error',
      file: `rules/${id}/vignettes.json`,
      pointer: `/vignettes/${index}`,
      ...located?.locate(['vignettes', index, 'name']),
      message: `"${name}": ${differences.join('; ')}.`,
      remedy: 'Correct the rule, or the expectation if the rule is right.',
    }));
}
