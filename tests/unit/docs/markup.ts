/** What a page says, without its markup. */
export function textOf(page: string): string {
  const text = page
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ');
}

/** Every value of an attribute, in order. */
export function attributes(page: string, name: string): readonly string[] {
  return [...page.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '');
}

/** The part of a page from an element with this id to the next with an id of the same kind: `rung-`, `criterion-`. */
export function partOf(page: string, id: string): string {
  const start = page.indexOf(` id="${id}"`);
  if (start < 0) throw new Error(`nothing on the page is called ${id}`);
  const kind = `${id.split('-')[0]}-`;
  const end = page.indexOf(` id="${kind}`, start + id.length);
  return page.slice(start, end < 0 ? page.indexOf('</section>', start) : end);
}

/** What is wrong with how a page's elements are opened and closed, as an XML reader would say. */
export function nestingFaults(page: string): readonly string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const [, closing, name = '', rest = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/gi)) {
    if (rest.endsWith('/')) continue;
    if (closing === '') open.push(name);
    else if (open.pop() !== name) faults.push(`</${name}> closes what was not open`);
  }
  return [...faults, ...open.map((name) => `<${name}> is not closed`)];
}

/** Levels of the headings, in order. */
export function headingLevels(page: string): readonly number[] {
  return [...page.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
}
