import { type Colour, colourText, contrast, luminance, mix, parseColour } from './contrast.ts';

/** Values of the page's tokens by name, e.g. `--ink`. */
export type Tokens = Readonly<Record<string, string>>;

const SOFT = ['appropriate', 'may-be', 'not', 'no-standard', 'not-covered', 'undetermined'].map(
  (verdict) => `--${verdict}-soft`,
);
const GROUNDS = ['--paper', '--ground'];

/** Which token must stand out from which, and how much (WCAG 2.2, 1.4.3 and 1.4.11). */
export const CONTRASTS: readonly { readonly token: string; readonly on: readonly string[]; readonly least: number }[] =
  [
    { token: '--ink', on: [...GROUNDS, ...SOFT, '--accent-soft', '--caution-soft'], least: 4.5 },
    { token: '--ink-soft', on: [...GROUNDS, ...SOFT, '--accent-soft'], least: 4.5 },
    { token: '--accent', on: [...GROUNDS, '--accent-soft'], least: 4.5 },
    { token: '--on-accent', on: ['--accent'], least: 4.5 },
    { token: '--caution', on: [...GROUNDS, '--caution-soft'], least: 4.5 },
    { token: '--today', on: ['--caution-soft'], least: 4.5 },
    { token: '--on-stop', on: ['--stop'], least: 4.5 },
    { token: '--edge', on: ['--paper'], least: 3 },
    ...SOFT.map((soft) => ({ token: soft.replace('-soft', ''), on: [soft, '--paper'], least: 4.5 })),
  ];

/** The pairs of tokens that do not stand out from one another as they must; a colour that cannot be read counts as one. */
export function weakPairs(tokens: Tokens): readonly string[] {
  return CONTRASTS.flatMap(({ token, on, least }) =>
    on
      .filter((ground) => {
        const [one, other] = [parseColour(tokens[token]), parseColour(tokens[ground])];
        return one === null || other === null || contrast(one, other) < least;
      })
      .map((ground) => `${token} on ${ground}`),
  );
}

/**
 * What the page takes of a host's style (SMART App Launch 2.2, "Styling apps"): surface and highlight colours, each only
 * where all of the page's contrasts hold with it; corners, type size and font within what the page can bear. All else of the
 * style, and whatever is no colour, size or font, is left.
 * @param style the style as it came
 * @param ours the page's own colours in the scheme it shows now
 * @returns the tokens to change
 */
export function hostTokens(style: unknown, ours: Tokens): Tokens {
  if (typeof style !== 'object' || style === null) return {};
  const said: Readonly<Record<string, unknown>> = { ...style };
  const surface = surfaceTokens(parseColour(said.color_background), parseColour(said.color_text), ours);
  const accent = (taken: Tokens) => accentTokens(parseColour(said.color_highlight), { ...ours, ...taken });
  const wishes = [{ ...surface, ...accent(surface) }, surface, accent({}), {}];
  const colours = wishes.find((wish) => weakPairs({ ...ours, ...wish }).length === 0) ?? {};
  return { ...colours, ...shapeTokens(said) };
}

/** The host's paper and ink, with the shades between them that the page needs; of the same lightness as the page's own. */
function surfaceTokens(paper: Colour | null, ink: Colour | null, ours: Tokens): Tokens {
  const own = parseColour(ours['--paper']);
  if (paper === null || ink === null || own === null) return {};
  if (luminance(paper) > 0.5 !== luminance(own) > 0.5) return {};
  const shade = (share: number): string => colourText(mix(paper, ink, share));
  return {
    '--paper': colourText(paper),
    '--ink': colourText(ink),
    '--ground': shade(0.05),
    '--line': shade(0.16),
    '--edge': shade(0.55),
    '--ink-soft': shade(0.78),
  };
}

function accentTokens(accent: Colour | null, tokens: Tokens): Tokens {
  const paper = parseColour(tokens['--paper']);
  if (accent === null || paper === null) return {};
  const black: Colour = [0, 0, 0];
  const white: Colour = [255, 255, 255];
  return {
    '--accent': colourText(accent),
    '--on-accent': colourText(contrast(white, accent) >= 4.5 ? white : black),
    '--accent-soft': colourText(mix(paper, accent, 0.1)),
  };
}

/** Corners up to 16 px, type from 15 to 20 px, and a font list without anything that could be more than names. */
function shapeTokens({
  dim_border_radius,
  dim_font_size,
  font_family_body,
}: Readonly<Record<string, unknown>>): Tokens {
  const radius = pixels(dim_border_radius);
  const size = pixels(dim_font_size);
  const isFont = typeof font_family_body === 'string' && /^[\p{L}\d\s,'"_-]{1,200}$/u.test(font_family_body);
  return {
    ...(radius === null ? {} : { '--radius': `${Math.min(radius, 16)}px` }),
    ...(size === null ? {} : { '--scale': `${Math.round((Math.min(Math.max(size, 15), 20) / 15) * 100)}%` }),
    ...(isFont ? { '--font': font_family_body } : {}),
  };
}

function pixels(text: unknown): number | null {
  const number = typeof text === 'string' ? /^(\d+(?:\.\d+)?)px$/.exec(text.trim())?.[1] : undefined;
  return number === undefined ? null : Number(number);
}
