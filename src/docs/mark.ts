import { type Html, html, NOTHING } from './html.ts';
import type { PageSource } from './source.ts';

/** What the clinical basis writes for a limit that no source gives, and for what stands in no source that was read. */
const MARK = /\[(proposed|unverified)\]/;

/** An author's note on where a limit comes from, with `[proposed]` and `[unverified]` as marks. These notes are in English. */
export function basisText(source: PageSource, basis: string): Html {
  const pieces = basis.split(new RegExp(MARK, 'g'));
  const parts = pieces.map((piece, index) => {
    if (index % 2 === 0) return html`${piece}`;
    return piece === 'proposed' ? proposedMark(source) : unverifiedMark(source);
  });
  return source.language === 'en' ? html`${parts}` : html`<span lang="en">${parts}</span>`;
}

/** Says that no source gives a number. */
export function proposedMark({ words, language }: PageSource): Html {
  return html`<span class="mark" lang="${language}" title="${words.mark.proposedMeaning}">${words.mark.proposed}</span>`;
}

/** Says that something stands in no source that was read. */
export function unverifiedMark({ words, language }: PageSource): Html {
  return html`<span class="mark" lang="${language}" title="${words.mark.unverifiedMeaning}">${words.mark.unverified}</span>`;
}

/** A mark where it is due. */
export function markedIf(due: boolean | undefined, mark: Html): Html {
  return due === true ? html` ${mark}` : NOTHING;
}
