import type { Evidence } from '../core/schema/guideline.ts';
import { whyWords } from '../i18n/why-words.ts';
import { type Html, html, joined, NOTHING, outward } from './html.ts';
import { type PageSource, stepsOf, told } from './source.ts';

/** Every source: what it says, kind, year, strength, whether it was read in the original, and where it is used. */
export function evidenceSection(source: PageSource): Html {
  const entries = Object.entries(source.guideline.document.evidence).map(([id, evidence]) =>
    entry(source, id, evidence),
  );
  return html`<ul class="entries sources">${entries}</ul>`;
}

function entry(source: PageSource, id: string, evidence: Evidence): Html {
  const why = whyWords[source.language];
  const { opensElsewhere } = source.speech.words.why;
  const { cite, says, url, year, type, strength, verified } = evidence;
  const facts = [
    why.evidenceType[type],
    ...(year === undefined ? [] : [String(year)]),
    ...(strength === undefined ? [] : [why.strength(strength)]),
  ].join(' · ');
  const read = verified ? html`<span>${why.verified}</span>` : html`<span class="mark">${why.notVerified}</span>`;
  return html`<li id="evidence-${id}"><p class="cite">${outward(url, cite, opensElsewhere)}</p>${says ? html`<p>${told(source, says)}</p>` : NOTHING}
<p class="fine">${facts} · ${read}</p>${usedIn(source, id)}</li>`;
}

function usedIn(source: PageSource, id: string): Html {
  const { words } = source;
  const rungs = stepsOf(source)
    .filter(
      ({ recommendation: { evidence, disagrees } }) =>
        evidence.includes(id) || disagrees.some((one) => one.evidence === id),
    )
    .map(
      ({ number, recommendation }) =>
        html`<a href="#rung-${recommendation.id}">${number}. ${told(source, recommendation.title)}</a>`,
    );
  if (rungs.length === 0) return html`<p class="fine">${words.evidence.notUsed}</p>`;
  return html`<p class="fine">${words.evidence.usedIn}: ${joined(rungs, ' · ')}</p>`;
}
