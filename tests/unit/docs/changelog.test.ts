import { describe, expect, test } from 'vitest';
import { changelogMarkup } from '../../../src/docs/changelog.ts';

const markup = (text: string): string => changelogMarkup(text).markup;

describe('a changelog as markup', () => {
  test('its title is left out, and its headings go on below the page’s own', () => {
    expect(markup('# Changelog of x\n\n## 0.2.0\n\n### Why')).toBe('<h3>0.2.0</h3><h4>Why</h4>');
  });

  test('lines of a paragraph are one, but a line that begins with a bold label is its own', () => {
    expect(markup('One\nparagraph.')).toBe('<p>One paragraph.</p>');
    expect(markup('**Affects**: all.\n**Why**: the\nsource.')).toBe(
      '<p><strong>Affects</strong>: all.<br/><strong>Why</strong>: the source.</p>',
    );
  });

  test('an entry of a list goes on over its lines, and a list ends a paragraph', () => {
    expect(markup('Limits:\n- one\n  that goes on\n- two')).toBe(
      '<p>Limits:</p><ul class="bullets"><li>one that goes on</li><li>two</li></ul>',
    );
  });

  test('a table keeps its columns', () => {
    expect(markup('| limit | stands in |\n| --- | --- |\n| 6 | `weeks` |')).toContain(
      '<thead><tr><th scope="col">limit</th><th scope="col">stands in</th></tr></thead><tbody><tr><td>6</td><td><code>weeks</code></td></tr></tbody>',
    );
  });

  test('code inside emphasis and links of the web are kept; other addresses are shown as written', () => {
    expect(markup('**Rung `child`**')).toBe('<p><strong>Rung <code>child</code></strong></p>');
    expect(markup('[SNC](https://example.org/snc)')).toContain('<a href="https://example.org/snc"');
    expect(markup('[x](javascript:alert)')).toBe('<p>[x](javascript:alert)</p>');
  });

  test('what looks like markup is text', () => {
    expect(markup('fewer than 6 <b>weeks</b> & "more"')).toBe(
      '<p>fewer than 6 &lt;b&gt;weeks&lt;/b&gt; &amp; &quot;more&quot;</p>',
    );
  });
});
