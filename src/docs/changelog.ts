import { type Content, type Html, html, joined } from './html.ts';

/**
 * An author's CHANGELOG.md as markup. It is read as far as changelogs use Markdown: headings, paragraphs, lists, tables,
 * emphasis, code and links; anything else stays as it is written. The first heading is left out: the page has its own.
 */
export function changelogMarkup(markdown: string): Html {
  return html`${blocksOf(markdown).map(block)}`;
}

/** Lines that belong together: separated by blank lines, and a heading always by itself. */
function blocksOf(markdown: string): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(open);
    open = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    if (line.trim() === '') close();
    else if (/^#{1,6} /.test(line)) {
      close();
      blocks.push([line]);
    } else {
      if (isEntry(line) && open.length > 0 && !isEntry(open[0] ?? '')) close();
      open.push(line);
    }
  }
  close();
  return blocks;
}

function isEntry(line: string): boolean {
  return /^[-*] /.test(line);
}

function block(lines: readonly string[]): Content {
  const [first = ''] = lines;
  const title = /^(#{1,6}) (.*)$/.exec(first);
  if (title) return headingMarkup(title[1]?.length ?? 1, title[2] ?? '');
  if (isEntry(first))
    return html`<ul class="bullets">${entriesOf(lines).map((entry) => html`<li>${inline(entry)}</li>`)}</ul>`;
  if (first.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[1] ?? '')) return tableMarkup(lines);
  return html`<p>${joined(labelled(lines).map(inline), html`<br/>`)}</p>`;
}

/** A paragraph's lines as one, but for those that begin with a bold label: they stay lines of their own. */
function labelled(lines: readonly string[]): readonly string[] {
  return lines
    .join('\n')
    .split(/\n(?=\*\*)/)
    .map((line) => line.replaceAll('\n', ' '));
}

function headingMarkup(depth: number, words: string): Content {
  if (depth === 1) return null;
  return depth === 2 ? html`<h3>${inline(words)}</h3>` : html`<h4>${inline(words)}</h4>`;
}

/** The entries of a list; lines that do not begin one go on with the one before. */
function entriesOf(lines: readonly string[]): readonly string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (isEntry(line)) entries.push(line.slice(2));
    else entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
  }
  return entries;
}

function tableMarkup(lines: readonly string[]): Html {
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${head.join(', ')}"><table><thead><tr>${head.map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead><tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** Emphasis, code and links within a line. */
function inline(text: string): Html {
  const pieces = text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\(https?:[^)\s]+\))/);
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : marked(piece)))}`;
}

function marked(piece: string): Html {
  if (piece.startsWith('**')) return html`<strong>${inline(piece.slice(2, -2))}</strong>`;
  if (piece.startsWith('`')) return html`<code>${piece.slice(1, -1)}</code>`;
  const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(piece);
  return link
    ? html`<a href="${link[2] ?? ''}" rel="noopener noreferrer" target="_blank">${link[1] ?? ''}</a>`
    : html`${piece}`;
}
