import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RuleFiles } from '../library/build.ts';
import { FILE_NAMES, type FileName, type Texts } from './desk.ts';
import { type DraftStorage, fingerprint, forgetDraft, readDraft, writeDraft } from './draft.ts';

/** The texts on the desk: of one guideline, as edited, beside how they shipped. What is typed is kept at once. */
export interface TextDesk {
  /** Id of the guideline. */
  readonly chosen: ReadonlySignal<string>;
  /** The file in the editor. */
  readonly file: ReadonlySignal<FileName>;
  readonly texts: ReadonlySignal<Texts>;
  readonly edited: ReadonlySignal<Readonly<Record<FileName, boolean>>>;
  /** False where the browser keeps nothing. */
  readonly isKept: ReadonlySignal<boolean>;
  /** Whether the shipped text is another than the one the draft began from. */
  readonly hasNewShipped: ReadonlySignal<boolean>;
  choose(id: string): void;
  show(file: FileName): void;
  edit(text: string): void;
  /** Throws the work on the shown file away. */
  backToShipped(): void;
  /** Notes that a text can be used: after a reload it stands in while the one that is typed cannot. */
  noteSound(file: FileName, text: string): void;
  /** The text to stand in where the one typed cannot be used: the last sound one, else the shipped. */
  soundText(file: FileName): string;
}

export function createTextDesk(files: RuleFiles, storage: DraftStorage, first: string): TextDesk {
  const chosen = signal(first);
  const file = signal<FileName>('guideline.json');
  const shipped = computed((): Texts => textsBy((name) => files[`${chosen.value}/${name}`] ?? ''));
  const texts = signal<Texts>(shipped.value);
  const sound = signal<Texts>(shipped.value);
  const bases = signal<Texts>(textsBy(() => ''));
  const isKept = signal(true);

  const load = (): void => {
    const drafts = textsBy((name) => readDraft(storage, `${chosen.value}/${name}`));
    texts.value = textsBy((name) => drafts[name]?.text ?? shipped.value[name]);
    sound.value = textsBy((name) => drafts[name]?.sound ?? shipped.value[name]);
    bases.value = textsBy((name) => drafts[name]?.base ?? fingerprint(shipped.value[name]));
  };
  const keep = (): void => {
    const name = file.value;
    const text = texts.value[name];
    const key = `${chosen.value}/${name}`;
    const spare = sound.value[name] === shipped.value[name] ? null : sound.value[name];
    isKept.value =
      text === shipped.value[name]
        ? forgetDraft(storage, key)
        : writeDraft(storage, key, { text, sound: spare, base: bases.value[name] });
  };
  const set = (text: string): void =>
    batch(() => {
      texts.value = { ...texts.value, [file.value]: text };
      keep();
    });
  load();
  return {
    chosen,
    file,
    texts,
    edited: computed(() => textsBy((name) => texts.value[name] !== shipped.value[name])),
    isKept,
    hasNewShipped: computed(() => FILE_NAMES.some((name) => bases.value[name] !== fingerprint(shipped.value[name]))),
    choose(id) {
      batch(() => {
        chosen.value = id;
        file.value = 'guideline.json';
        load();
      });
    },
    show(name) {
      file.value = name;
    },
    edit: set,
    backToShipped() {
      batch(() => {
        const name = file.value;
        bases.value = { ...bases.value, [name]: fingerprint(shipped.value[name]) };
        sound.value = { ...sound.value, [name]: shipped.value[name] };
        set(shipped.value[name]);
      });
    },
    noteSound(name, text) {
      sound.value = { ...sound.value, [name]: text };
    },
    soundText: (name) => sound.value[name],
  };
}

function textsBy<T>(of: (name: FileName) => T): Record<FileName, T> {
  return { 'guideline.json': of('guideline.json'), 'vignettes.json': of('vignettes.json') };
}
