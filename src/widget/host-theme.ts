import { CONTRASTS, hostTokens, type Tokens } from '../ui/host-tokens.ts';

/** A style is small and near; one that does not come soon is done without. */
const PATIENCE_MS = 3000;

/** Tokens that move what stands on the page: taken before there is something to read, or not at all. */
const MOVING = ['--scale', '--font'];

/**
 * Lets the page look like its host where its contrasts allow it (SMART App Launch 2.2, `smart_style_url`). The style is
 * fetched from the EHR's own origin, as the launch has made sure; where it cannot be had or read, the page looks as ever.
 * @param isRead whether there is something to read on the page
 */
export async function wearHostTheme(url: string, isRead: () => boolean): Promise<void> {
  const style = await fetchStyle(url);
  if (style === null) return;
  const tokens = hostTokens(style, ownTokens());
  if (!isRead())
    for (const name of MOVING) if (tokens[name]) document.documentElement.style.setProperty(name, tokens[name]);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  wearInScheme(sheet, dark.matches, tokens);
  // Another scheme has other colours of ours, and the host's have to hold beside them.
  dark.addEventListener('change', () => wearInScheme(sheet, dark.matches, hostTokens(style, ownTokens())));
}

const COLOURS = [...new Set(CONTRASTS.flatMap(({ token, on }) => [token, ...on])), '--line'];

async function fetchStyle(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** The page's own colours, in the scheme it shows now. */
function ownTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(name).trim()]));
}

/**
 * Colours and shapes of the host hold for the scheme they were measured in, and on a screen: in the same moment as the scheme changes
 * the page has its own again.
 */
function wearInScheme(sheet: CSSStyleSheet, dark: boolean, tokens: Tokens): void {
  sheet.replaceSync(`@media screen and (prefers-color-scheme: ${dark ? 'dark' : 'light'}) { :root {} }`);
  const [scheme] = sheet.cssRules;
  const [root] = scheme instanceof CSSMediaRule ? scheme.cssRules : [];
  if (!(root instanceof CSSStyleRule)) return;
  for (const [name, value] of Object.entries(tokens)) if (!MOVING.includes(name)) root.style.setProperty(name, value);
}
