/** The files that were built for the page opened by hand, by their paths below the worker's folder. */
export interface KeptFiles {
  /** Address of the folder that the worker stands in, with a slash at the end. */
  readonly folder: string;
  readonly files: readonly string[];
}

/** What is looked at of a request. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}

/** The page itself, as it is kept. */
export const PAGE = 'index.html';

/**
 * What the worker answers a request with: the page opened by hand (from the network while there is one), or a file whose
 * name holds a hash of its content (from what is kept). Null for all else, which the browser does as if there were no
 * worker: a launch and its way back, any other origin, anything that is not GET, any address with parameters but the
 * language. So nothing clinical comes by here, and nothing but what was built is ever kept.
 */
export function keptFor({ method, url, mode }: Asked, { folder, files }: KeptFiles): string | null {
  const { origin, pathname, searchParams } = new URL(url);
  const path = origin + pathname;
  if (method !== 'GET' || !path.startsWith(folder)) return null;
  const name = path.slice(folder.length);
  const parameters = [...searchParams.keys()];
  if (mode === 'navigate') {
    const isPage = (name === '' || name === PAGE) && parameters.every((parameter) => parameter === 'lang');
    return isPage ? PAGE : null;
  }
  return name !== PAGE && parameters.length === 0 && files.includes(name) ? name : null;
}
