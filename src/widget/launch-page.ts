import resourceTypes from 'virtual:indikation-resource-types';
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

/** The words are fetched when they are needed; where not even they can be had, one sentence stands in the page. */
async function tell(failure: LaunchFailure): Promise<void> {
  try {
    const { tellFailure } = await import('./launch-failure.ts');
    tellFailure(failure);
  } catch {
    for (const opening of document.querySelectorAll<HTMLElement>('#title, #text')) opening.hidden = true;
    for (const hidden of document.querySelectorAll<HTMLElement>('[data-without-words]')) hidden.hidden = false;
  }
}

launch();
