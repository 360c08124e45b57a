import { type ReadonlySignal, signal } from '@preact/signals';
import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { Library } from '../core/guideline/library.ts';
import type { VignettesDocument } from '../core/schema/vignette.ts';
import type { People } from '../core/vignette/case.ts';
import type { GuidanceModel } from '../ui/guidance-model.ts';
import { createLoop } from '../ui/loop.ts';
import { type CaseStart, type ChosenCase, caseStart, firstCase } from './case.ts';

/** What can be used of the guideline's text: of the newest version that was sound. */
export interface Sound {
  readonly library: Library;
  readonly guideline: CompiledGuideline;
}

/** What the clinician will see of one case. */
export interface PreviewModel {
  readonly chosenCase: ReadonlySignal<ChosenCase>;
  /** Null until the first assessment is there. */
  readonly guidance: ReadonlySignal<GuidanceModel | null>;
  /** True when the program, not the document, is at fault. */
  readonly hasFailed: ReadonlySignal<boolean>;
  choose(chosen: ChosenCase): void;
  /** Forgets the answers that were clicked. */
  restart(): void;
  /**
   * Takes new rules or vignettes. The case stays, with the answers that were clicked; with another guideline, or where the
   * case is gone, the first vignette is shown.
   */
  update(sound: Sound | null, vignettes: VignettesDocument | null, isOther: boolean): Promise<void>;
  fail(): void;
}

/** `people` are those that vignettes can go through. */
export function createPreview(people: People): PreviewModel {
  const chosenCase = signal<ChosenCase>({ kind: 'own', order: '' });
  const guidance = signal<GuidanceModel | null>(null);
  const hasFailed = signal(false);
  let sound: Sound | null = null;
  let vignettes: VignettesDocument | null = null;
  let newest = 0;

  const startOf = (): CaseStart | null => {
    const ground = sound && { vocabulary: sound.library.vocabulary, guideline: sound.guideline.document, people };
    return caseStart(chosenCase.value, vignettes, ground);
  };
  const fail = (): void => {
    hasFailed.value = true;
  };
  const show = async (keepAnswers: boolean): Promise<void> => {
    newest += 1;
    const mine = newest;
    hasFailed.value = false;
    const start = startOf();
    if (!sound || !start) {
      guidance.value = null;
      return;
    }
    const { library } = sound;
    const loop = createLoop(library, fail);
    await loop.begin(start.order, () => start.facts, false);
    const given = keepAnswers ? guidance.value?.loop.answers.value : undefined;
    if (given && given.size > 0) await loop.answer(given);
    if (mine === newest) guidance.value = { library, loop };
  };
  const showAnew = (): void => {
    void show(false).catch(fail);
  };
  return {
    chosenCase,
    guidance,
    hasFailed,
    choose(chosen) {
      chosenCase.value = chosen;
      showAnew();
    },
    restart: showAnew,
    update(nextSound, nextVignettes, isOther) {
      sound = nextSound;
      vignettes = nextVignettes;
      const isGone = startOf() === null;
      if (isOther || isGone) chosenCase.value = firstCase(vignettes, sound?.guideline.document.appliesTo.orders ?? []);
      return show(!isOther && !isGone);
    },
    fail,
  };
}
