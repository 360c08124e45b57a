import { signal } from '@preact/signals-core';
import { render } from 'preact';
import { da, type Words } from '../i18n/da.ts';
import { chooseLanguage, type Language } from '../i18n/language.ts';
import type { Speech } from '../i18n/sentence.ts';
import { shelf } from '../library/shelf.ts';
import { openSession } from '../smart/session.ts';
import { GUIDANCE_PARTS } from '../ui/guidance-view.tsx';
import { createLater } from '../ui/later.ts';
import { keepDrawn } from './keep-drawn.ts';
import { isAnythingKept } from './kept-key.ts';
import laterStyles from './later.css?url';
import { createOpenRules } from './open-rules.ts';
import { Page } from './page.tsx';
import { addStyleSheet } from './style-sheet.ts';
import { createModel } from './widget-model.ts';

const rules = createOpenRules(shelf);
const speech = signal<Speech>({ words: da, language: 'da' });

/** English is fetched when it is wanted. Where it cannot be had, the page goes on in the language it speaks. */
async function speak(language: Language): Promise<void> {
  try {
    const words = language === 'en' ? await fetchEnglish() : da;
    speech.value = { words, language };
    document.documentElement.lang = language;
    document.title = `${words.app} – ${words.tagline}`;
  } catch {
    document.documentElement.lang = speech.value.language;
  }
}

async function fetchEnglish(): Promise<Words> {
  const [{ en }] = await Promise.all([import('../i18n/en.ts'), rules.learnEnglish()]);
  return en;
}

/** Without its sources guidance still stands: they come when they can be fetched. */
async function fetchEvidence(): Promise<void> {
  try {
    await rules.learnEvidence();
  } catch {
    return;
  }
}

let styled: Promise<void> | undefined;
/** Styles of what is fetched later come with the first of it. */
function addLaterStyles(): Promise<void> {
  styled ??= addStyleSheet(laterStyles);
  return styled;
}

/** Fetched while the record is read; guidance does not wait for it, and where it cannot be had the page looks as ever. */
async function wearTheme(url: string): Promise<void> {
  try {
    const { wearHostTheme } = await import('./host-theme.ts');
    await wearHostTheme(url, () => document.querySelector('.head') !== null);
  } catch {
    return;
  }
}

const otherStage = createLater(async () => {
  const [{ OtherStageView }] = await Promise.all([import('./other-stage.tsx'), addLaterStyles()]);
  return OtherStageView;
});
const model = createModel({
  rules,
  now: new Date().toISOString(),
  openSession: async () => {
    const outcome = await openSession(new URL(location.href));
    if (outcome.kind === 'session' && outcome.session.styleUrl) wearTheme(outcome.session.styleUrl);
    return outcome;
  },
  // Where it cannot be fetched, what is asked is asked again.
  openRecall: async (session) =>
    isAnythingKept()
      ? import('./recall.ts').then(
          ({ recallFor }) => recallFor(session, window),
          () => null,
        )
      : null,
  loadSequel: async () => {
    const [{ createSequel }, { listenForShortcuts }] = await Promise.all([
      import('./sequel.tsx'),
      import('./shortcuts.ts'),
      // Fetched by the session when something is written; here beforehand, should the connection break meanwhile.
      import('../smart/record-writer.ts'),
      addLaterStyles(),
      fetchEvidence(),
    ]);
    listenForShortcuts();
    return (ports) => createSequel(ports, fetchEvidence, window, window);
  },
});

/** Not awaited at the top of this module: what is fetched later imports from its chunk, and would wait for it for ever. */
async function open(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app');
  const starting = model.start();
  await speak(chooseLanguage(location.search));
  root.replaceChildren();
  const draw = () => render(<Page model={model} speech={speech} onLanguage={speak} otherStage={otherStage} />, root);
  keepDrawn(draw, GUIDANCE_PARTS);
  await starting;
  // Beforehand: should the connection break later, there are words for it.
  await otherStage.fetch();
}

open();
