import resourceTypes from 'virtual:indikation-resource-types';
import { daFailure } from '../i18n/da-failure.ts';
import { chooseLanguage } from '../i18n/language.ts';
import { authorize } from '../smart/launch.ts';
import type { LaunchFailure } from '../smart/port.ts';
import { fetchSite } from '../smart/site.ts';

/** launch.html: authorizes, nothing else. What goes wrong is told in words, with the way on. */
async function launch(): Promise<void> {
  const location = new URL(window.location.href);
  const site = await fetchSite(location);
  if ('kind' in site) return tell(site);
  const outcome = await authorize(location, site, resourceTypes);
  if (outcome !== 'redirecting') await tell(outcome);
}

async function tell({ code, detail }: LaunchFailure): Promise<void> {
  const language = chooseLanguage(window.location.search);
  const words = language === 'en' ? (await import('../i18n/en-failure.ts')).enFailure : daFailure;
  const { title, text, next } = words.failure[code];
  document.documentElement.lang = language;
  document.title = `Indikation – ${title}`;
  write('title', title);
  write('text', text);
  write('next', next);
  write('detail', detail === undefined ? '' : `${words.failureDetail}: ${code} – ${detail}`);
  write('by-hand', words.byHandLink);
  for (const hidden of document.querySelectorAll<HTMLElement>('[data-on-failure]')) hidden.hidden = false;
  document.getElementById('title')?.focus();
}

function write(id: string, words: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = words;
}

await launch();
