/** Markup that is safe to put into a page: everything that came from outside was escaped on its way in. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text (escaped), markup, lists of either, and nothing at all. */
export type Content = Html | string | number | null | readonly Content[];

/** The empty piece of markup. */
export const NOTHING: Html = { markup: '' };

/**
 * HTML from a template: what stands in the template is markup, what is put in is escaped unless it is markup already.
 * The pages are written so that they are well-formed XML too (every element closed, every attribute quoted).
 */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const pieces = template.map((piece, index) => piece + markupOf(contents[index] ?? null));
  return { markup: pieces.join('') };
}

function markupOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(markupOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Several pieces of markup with something between them. */
export function joined(pieces: readonly Content[], between: Content): readonly Content[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
}

/** A list, or nothing where there is nothing to list. */
export function bullets(entries: readonly Content[], className = 'bullets'): Html {
  if (entries.length === 0) return NOTHING;
  return html`<ul class="${className}">${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}

/** A link to an outside source, in a window of its own; only the web's own schemes become links. */
export function outward(url: string | undefined, words: Content, opensElsewhere: string): Html {
  if (url === undefined || !/^https?:\/\//i.test(url)) return html`<span>${words}</span>`;
  return html`<a href="${url}" target="_blank" rel="noopener noreferrer">${words}<span class="visually-hidden"> (${opensElsewhere})</span></a>`;
}
