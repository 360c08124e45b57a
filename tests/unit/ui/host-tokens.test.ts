import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast, parseColour } from '../../../src/ui/contrast.ts';
import { hostTokens, type Tokens, weakPairs } from '../../../src/ui/host-tokens.ts';

const css = readFileSync(join(import.meta.dirname, '../../../src/ui/tokens.css'), 'utf8');
const [LIGHT = {}, dark = {}] = css
  .split('@media')
  .map(
    (part): Tokens =>
      Object.fromEntries([...part.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value])),
  );
const DARK: Tokens = { ...LIGHT, ...dark };

describe('the page’s own colours', () => {
  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('stand out from one another as they must, %s', (_, tokens) => {
    expect(weakPairs(tokens)).toEqual([]);
  });
});

describe('what is taken of a host’s style', () => {
  test('is its surface and highlight, where every contrast holds', () => {
    const style = {
      color_background: '#f4f6f8',
      color_text: '#1a1f24',
      color_highlight: '#0b5c8a',
      dim_border_radius: '4px',
    };
    expect(hostTokens(style, LIGHT)).toMatchObject({
      '--paper': '#f4f6f8',
      '--ink': '#1a1f24',
      '--accent': '#0b5c8a',
      '--on-accent': '#ffffff',
      '--radius': '4px',
    });
  });

  test('is the surface alone where the highlight is too faint on it', () => {
    const taken = hostTokens({ color_background: '#fffdf5', color_text: '#111111', color_highlight: '#ffd76a' }, LIGHT);
    expect(taken['--paper']).toBe('#fffdf5');
    expect(taken['--accent']).toBeUndefined();
  });

  test('is no colour at all of a hostile one: grey on grey, or dark where the page is light', () => {
    const hostile = [
      { color_background: '#777777', color_text: '#808080', color_highlight: '#7a7a7a' },
      { color_background: '#000000', color_text: '#ffffff', color_highlight: '#ffff00' },
      { color_background: 'red;}', color_text: 'url(//x)', color_highlight: '#12' },
    ];
    for (const style of hostile)
      expect(Object.keys(hostTokens(style, LIGHT)).filter((name) => name !== '--radius')).toEqual([]);
  });

  test('is a size that can be read and a font that is a name, whatever it says', () => {
    expect(hostTokens({ dim_font_size: '6px', dim_border_radius: '400px' }, LIGHT)).toEqual({
      '--scale': '100%',
      '--radius': '16px',
    });
    expect(hostTokens({ dim_font_size: '90px' }, LIGHT)).toEqual({ '--scale': '133%' });
    expect(hostTokens({ font_family_body: "Georgia, 'Times New Roman', serif" }, LIGHT)).toHaveProperty('--font');
    for (const font of ['url(https://x.example/f)', 'x; color: red', 'a}b', 3])
      expect(hostTokens({ font_family_body: font }, LIGHT)).toEqual({});
  });

  test.each([null, 'text', 3, [], {}])('is nothing of %j', (style) => {
    expect(hostTokens(style, LIGHT)).toEqual({});
  });

  const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);

  test('never breaks a contrast, light or dark', () => {
    fc.assert(
      fc.property(colour, colour, colour, fc.constantFrom(LIGHT, DARK), (background, text, highlight, ours) => {
        const style = { color_background: background, color_text: text, color_highlight: highlight };
        expect(weakPairs({ ...ours, ...hostTokens(style, ours) })).toEqual([]);
      }),
      { seed: 11, numRuns: 600 },
    );
  }, 30_000);
});

test('contrast is the ratio of WCAG', () => {
  const of = (one: string, other: string) => contrast(parseColour(one) ?? [0, 0, 0], parseColour(other) ?? [0, 0, 0]);
  expect(of('#000', '#fff')).toBeCloseTo(21, 1);
  expect(of('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(of('#0a5a87', '#0a5a87')).toBe(1);
});
