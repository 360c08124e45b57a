import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { Library } from '../core/guideline/library.ts';
import type { Text } from '../core/schema/text.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import { failing } from '../core/vignette/failing.ts';
import { type Shown, shownOf } from './coverage.ts';
import type { FileName } from './desk.ts';
import {
  type ExaminedVignettes,
  examineGuideline,
  examineVignettes,
  fileOf,
  type Ground,
  type LocalUse,
} from './examine.ts';
import { createPreview, type PreviewModel, type Sound } from './preview-model.ts';
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

/** The author's page: texts, findings, preview, vignettes and coverage. Views read signals and call actions. */
export interface Workbench {
  readonly desk: TextDesk;
  readonly guidelines: readonly { readonly id: string; readonly title: Text | null }[];
  readonly library: Library;
  /** How the site uses the chosen guideline otherwise; null where it does not. */
  readonly local: ReadonlySignal<LocalUse | null>;
  readonly findings: ReadonlySignal<Readonly<Record<FileName, readonly Finding[]>>>;
  /** What keeps a typed text from being used, so that an older one stands in; null where it is used. */
  readonly fault: ReadonlySignal<Readonly<Record<FileName, Finding | null>>>;
  /** Null while no version of the guideline was ever sound. */
  readonly sound: ReadonlySignal<Sound | null>;
  readonly vignettes: ReadonlySignal<VignettesDocument | null>;
  readonly results: ReadonlySignal<readonly VignetteResult[]>;
  /** Findings in the vignettes' text: those that fail, each at its place. */
  readonly failing: ReadonlySignal<readonly Finding[]>;
  readonly isRunning: ReadonlySignal<boolean>;
  readonly coverage: ReadonlySignal<readonly Shown[]>;
  readonly preview: PreviewModel;
}

export function createWorkbench({ ground, desk, pause, breathe }: WorkbenchPorts): Workbench {
  const findings = signal<Workbench['findings']['value']>({ 'guideline.json': [], 'vignettes.json': [] });
  const fault = signal<Workbench['fault']['value']>({ 'guideline.json': null, 'vignettes.json': null });
  const sound = signal<Sound | null>(null);
  const examined = signal<ExaminedVignettes>({ findings: [], document: null, located: null });
  const vignettes = signal<VignettesDocument | null>(null);
  const results = signal<readonly VignetteResult[]>([]);
  const isRunning = signal(false);
  const coverage = signal<readonly Shown[]>([]);
  const preview = createPreview(ground.people);
  /** How often something was typed, worked out and begun: what is not the newest is given up. */
  let typed = 0;
  let work = 0;

  /** The texts that `sound` and `vignettes` were made of: nothing is worked out twice. */
  let made: Made = { id: '', guideline: null, vignettes: null };

  /**
   * Reads both texts as typed; where one cannot be used, the last that could stands in.
   * @returns whether what is used has changed
   */
  const examine = (id: string): boolean => {
    const { 'guideline.json': guidelineText, 'vignettes.json': typedVignettes } = desk.texts.value;
    const found = examineGuideline(ground, id, guidelineText);
    if (found.library) desk.noteSound('guideline.json', guidelineText);
    const text = desk.soundText('guideline.json');
    const isSame = made.id === id && made.guideline === text;
    const usable = isSame ? sound.value : soundOf(id, found.library ?? examineGuideline(ground, id, text).library);
    const read = (vignettesText: string) =>
      examineVignettes(
        ground.shipped.vocabulary,
        usable?.guideline.document ?? null,
        id,
        ground.people.names,
        vignettesText,
      );
    const here = read(typedVignettes);
    if (here.document) desk.noteSound('vignettes.json', typedVignettes);
    const vignettesText = desk.soundText('vignettes.json');
    const isSameVignettes = isSame && made.vignettes === vignettesText;
    made = { id, guideline: text, vignettes: vignettesText };
    batch(() => {
      findings.value = { 'guideline.json': found.findings, 'vignettes.json': here.findings };
      fault.value = {
        'guideline.json': found.library ? null : firstError(found.findings),
        'vignettes.json': here.document ? null : firstError(here.findings),
      };
      sound.value = usable;
      examined.value = here;
      if (!isSameVignettes) vignettes.value = here.document ?? read(vignettesText).document;
    });
    return !isSameVignettes;
  };
  const runAll = async (isOutdated: () => boolean): Promise<void> => {
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
    const { shipped, people } = ground;
    const compared = { guideline: usable.guideline.document, edited: usable.library, shipped, people };
    const found = await runVignettes(compared, document, { breathe, isOutdated });
    if (found === null) return;
    batch(() => {
      results.value = found;
      isRunning.value = false;
    });
  };
  const refresh = async (id: string, isOther: boolean): Promise<void> => {
    typed += 1;
    const newest = typed;
    if (!isOther) await pause();
    if (newest !== typed) return;
    try {
      if (!examine(id)) return;
      work += 1;
      const mine = work;
      if (isOther)
        batch(() => {
          results.value = [];
          coverage.value = [];
        });
      await preview.update(sound.value, vignettes.value, isOther);
      await runAll(() => mine !== work);
    } catch {
      // What the author typed is kept and shown; that the program failed is said on the page.
      preview.fail();
      isRunning.value = false;
    }
  };
  let before = '';
  effect(() => {
    const id = desk.chosen.value;
    desk.texts.value;
    const isOther = id !== before;
    before = id;
    untracked(() => void refresh(id, isOther));
  });

  return {
    desk,
    library: ground.shipped,
    local: computed(() => ground.local.get(desk.chosen.value) ?? null),
    guidelines: listGuidelines(ground),
    findings,
    fault,
    sound,
    vignettes,
    results,
    failing: computed(() => failingFindings(desk.chosen.value, examined.value, results.value)),
    isRunning,
    coverage,
    preview,
  };
}

function firstError(findings: readonly Finding[]): Finding | null {
  return findings.find(({ severity }) => severity === 'error') ?? null;
}

interface Made {
  readonly id: string;
  readonly guideline: string | null;
  readonly vignettes: string | null;
}

function soundOf(id: string, library: Library | null): Sound | null {
  const guideline = library?.guidelines.find(({ document }) => document.id === id);
  return library && guideline ? { library, guideline } : null;
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
    .map(({ index, name, differences }) => {
      const remark = failing(name, differences, ['vignettes', index, 'name']);
      return findingOf(remark, fileOf(id, 'vignettes.json'), located ?? undefined);
    });
}
