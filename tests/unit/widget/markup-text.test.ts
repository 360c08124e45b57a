import { describe, expect, test } from 'vitest';
import { markupLines } from '../../../src/widget/markup-text.ts';

describe('markup of a report, as text', () => {
  test.each([
    ['paragraphs and breaks', '<p>Fund:<br/>ingen</p><p>Konklusion</p>', 'Fund:\ningen\n\nKonklusion'],
    ['two breaks', 'A<br><br>B<br>C', 'A\n\nB\nC'],
    ['blocks in blocks', '<div><div>A</div></div><div>B</div>C', 'A\nB\nC'],
    ['words that only look different', 'En <b>let</b> <span style="color:red">prolaps</span>', 'En let prolaps'],
    [
      'a table, a row on a line',
      '<table><tr><th>Niveau</th><th>Fund</th></tr><tr><td>L4</td><td>let</td></tr></table>',
      'Niveau Fund\nL4 let',
    ],
    ['lines of the source', 'ingen\n   prolaps', 'ingen prolaps'],
    [
      'scripts, styles and comments',
      '<style>p{}</style>A<script>if (a<b) alert("</p>")</script>B<!-- x > y -->C',
      'ABC',
    ],
    ['a comment that never ends', 'A<!-- <p>B', 'A'],
    ['a script that never ends', 'A<script>B', 'A'],
    ['a sign in an attribute', '<p title="a > b">A</p>', 'A'],
    ['a sign that is no tag', 'CRP < 5 og alder > 40', 'CRP < 5 og alder > 40'],
    ['references, for who reads them later', 'L4&nbsp;&lt;b&gt;', 'L4&nbsp;&lt;b&gt;'],
    ['lines of its own', '<pre>Fund:   ingen\n  L4/L5 normal</pre>', 'Fund: ingen\nL4/L5 normal'],
    ['a doctype', '<!DOCTYPE html><html><body>A</body></html>', 'A'],
    ['nothing', '', ''],
  ])('%s', (_, markup, text) => {
    expect(markupLines(markup)).toBe(text);
  });

  test('a megabyte of broken tags is read in one pass', () => {
    expect(markupLines('<a "<script '.repeat(90_000)).length).toBeGreaterThan(0);
    expect(markupLines('<script>'.repeat(90_000))).toBe('');
  });
});
