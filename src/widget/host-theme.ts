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
  wear(hostTokens(style, ownTokens()), isRead() ? MOVING : []);
  // Another scheme has other colours of ours, and the host's have to hold beside them.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    for (const name of COLOURS) document.documentElement.style.removeProperty(name);
    wear(hostTokens(style, ownTokens()), MOVING);
  });
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

function wear(tokens: Tokens, leaving: readonly string[]): void {
  for (const [name, value] of Object.entries(tokens))
    if (!leaving.includes(name)) document.documentElement.style.setProperty(name, value);
}
