/** Something wrong in a rule file, in words its author can act on. */
export interface Finding {
  /** Stable code, e.g. `unknown-fact`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** File as given to the parser, e.g. `rules/low-back-pain-imaging/guideline.json`. */
  readonly file: string;
  /** JSON pointer (RFC 6901) into the file. */
  readonly pointer: string;
  /** 1-based; absent where no text was at hand. */
  readonly line?: number;
  readonly column?: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A path as a JSON pointer (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
