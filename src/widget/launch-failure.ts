import { chooseLanguage } from '../i18n/language.ts';
import { stageWords } from '../i18n/stage-words.ts';
import type { LaunchFailure } from '../smart/port.ts';

/** Tells on launch.html in words what went wrong, with the way on. Fetched only then. */
export function tellFailure({ code, detail }: LaunchFailure): void {
  const language = chooseLanguage(window.location.search);
  const { failure, failureDetail, byHandLink } = stageWords[language];
  const { title, text, next } = failure[code];
  document.documentElement.lang = language;
  document.title = `Indikation – ${title}`;
  write('title', title);
  write('text', text);
  write('next', next);
  write('detail', detail === undefined ? '' : `${failureDetail}: ${code} – ${detail}`);
  write('by-hand', byHandLink);
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-on-failure]')) hidden.hidden = false;
  document.getElementById('title')?.focus();
}

function write(id: string, words: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = words;
}
