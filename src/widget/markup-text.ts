/** A tag, or a comment. What is no well-formed tag is text, and is shown. */
const TAG = /<!--[\s\S]*?(?:-->|$)|<(?:[!?]|(\/?)([a-z][\w:-]*))(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;
/** Elements of which a reader of the page sees nothing. */
const UNSEEN = ['script', 'style', 'template', 'title', 'noscript', 'iframe', 'object', 'svg', 'math'];
/** Elements that go on in the line they stand in; all others begin one of their own. */
const INLINE = [
  ...[
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'code',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'img',
    'ins',
    'kbd',
    'label',
  ],
  ...['mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
];
const CELLS = ['td', 'th'];
/** Elements that stand apart from what is before and after. */
const APART = ['p', 'table', 'ul', 'ol', 'dl', 'pre', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section'];
/** Where a line begins, and where something apart does; no text read has these signs. */
const LINE = '\u2028';
const PARAGRAPH = '\u2029';
const SPACE = /\s+/g;
/** In `pre` the lines are the author's. */
const SPACE_IN_LINE = /[^\S\n]+/g;

/**
 * The text of markup that came with a report, its references to characters still in it. No document is made of it, so that
 * nothing in it is run, fetched or styled.
 */
export function markupLines(markup: string): string {
  let text = '';
  let from = 0;
  let unseen: string | null = null;
  let gaps = SPACE;
  const read = (to?: number): string => (unseen === null ? markup.slice(from, to).replace(gaps, ' ') : '');
  for (const tag of markup.matchAll(TAG)) {
    text += read(tag.index);
    from = tag.index + tag[0].length;
    const [, slash = '', written = ''] = tag;
    const name = written.toLowerCase();
    if (unseen !== null) {
      if (name === unseen && slash === '/') unseen = null;
      continue;
    }
    if (name === 'pre') gaps = slash === '' ? SPACE_IN_LINE : SPACE;
    if (slash === '' && UNSEEN.includes(name) && !tag[0].endsWith('/>')) unseen = name;
    else text += breakAt(name);
  }
  return (text + read())
    .replace(/ {2,}/g, ' ')
    .replace(/ *[\n\u2028\u2029]\s*/g, (gap) => (gap.includes(PARAGRAPH) || /\n\s*\n/.test(gap) ? '\n\n' : '\n'))
    .trim();
}

/** What a tag of that name does to the line. */
function breakAt(name: string): string {
  if (name === '' || INLINE.includes(name)) return '';
  if (name === 'br') return '\n';
  if (CELLS.includes(name)) return ' ';
  return APART.includes(name) ? PARAGRAPH : LINE;
}

/** The same as it is read: a textarea knows references to characters and no elements (HTML standard, "RCDATA state"). */
export function markupText(markup: string): string {
  const reader = document.createElement('textarea');
  reader.innerHTML = markupLines(markup).replaceAll('<', '&lt;');
  return reader.value;
}
