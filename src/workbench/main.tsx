// First: it keeps the schema library from probing for `eval`, which the page's policy forbids.
import '../core/schema/no-eval.ts';
import { signal } from '@preact/signals';
import { render } from 'preact';
import { da } from '../i18n/da.ts';
import { en } from '../i18n/en.ts';
import { chooseLanguage, type Language, textIn } from '../i18n/language.ts';
import type { Speech } from '../i18n/sentence.ts';
import { ownIds } from './completion/ground.ts';
import type { CompletionGround } from './completion/source.ts';
import type { DraftStorage } from './draft.ts';
import type { CodeEditor } from './editor/code-editor.ts';
import { shippedGround } from './examine.ts';
import { createWorkbench } from './model.ts';
import { sandboxPeople } from './people.ts';
import { ruleTexts } from './rule-texts.ts';
import { createTextDesk } from './text-desk.ts';
import { wordsIn } from './use-words.ts';
import { Page } from './views/page.tsx';

/** Typing has paused when this long nothing was typed, in milliseconds. */
const PAUSE = 250;
/** How long vignettes may run before the page is let draw, in milliseconds. */
const SLICE = 16;

const speech = signal<Speech>({ words: da, language: 'da' });

function speak(language: Language): void {
  speech.value = { words: language === 'en' ? en : da, language };
  document.documentElement.lang = language;
  document.title = `${speech.value.words.app} – ${wordsIn(language).title}`;
}

/** Where the browser forbids storage, already naming it throws: so it is named inside each call, where that is caught. */
const storage: DraftStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
};

let sliceBegan = performance.now();

async function breathe(): Promise<void> {
  if (performance.now() - sliceBegan < SLICE) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  sliceBegan = performance.now();
}

const root = document.getElementById('app');
if (!root) throw new Error('workbench.html has no #app');
speak(chooseLanguage(location.search));
const ids = Object.keys(ruleTexts).flatMap((path) => /^([^/]+)\/guideline\.json$/.exec(path)?.[1] ?? []);
const asked = new URLSearchParams(location.search).get('guideline');
const first = ids.find((id) => id === asked) ?? ids.find((id) => id === 'low-back-pain-imaging') ?? ids[0] ?? '';
const bench = createWorkbench({
  ground: shippedGround(ruleTexts, sandboxPeople, new Date().toISOString()),
  desk: createTextDesk(ruleTexts, storage, first),
  pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE)),
  breathe,
});
const schemas: Readonly<Record<CompletionGround['file'], unknown>> = {
  'guideline.json': JSON.parse(ruleTexts['schema/guideline.schema.json'] ?? 'null'),
  'vignettes.json': JSON.parse(ruleTexts['schema/vignettes.schema.json'] ?? 'null'),
};

function ground(editor: CodeEditor | null): CompletionGround {
  const file = bench.desk.file.peek();
  const document = bench.sound.peek()?.guideline.document ?? null;
  return {
    file,
    schema: schemas[file],
    known: {
      vocabulary: bench.library.vocabulary,
      own: ownIds(file, editor?.state() ?? null, document),
      textOf: (text) => textIn(text, speech.peek().language),
    },
  };
}

root.replaceChildren();
render(<Page bench={bench} speech={speech} onLanguage={speak} ground={ground} />, root);
