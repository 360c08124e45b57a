import type { LocatedJson } from '../schema/located.ts';
import type { Text } from '../schema/text.ts';
import { FINDING_CODES, type FindingCode } from './finding-code.ts';
import type { Remark } from './remark.ts';

/** Something wrong in a rule file, in words its author can act on. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** File as given to the parser, e.g. `rules/low-back-pain-imaging/guideline.json`. */
  readonly file: string;
  /** JSON pointer (RFC 6901) into the file. */
  readonly pointer: string;
  /** 1-based; absent where no text was at hand. */
  readonly line?: number;
  readonly column?: number;
  /** What is wrong. */
  readonly message: Text;
  /** What to do about it. */
  readonly remedy: Text;
}

/** A remark with its place in the file and the severity of its code. */
export function findingOf({ code, path, message, remedy }: Remark, file: string, located?: LocatedJson): Finding {
  const { severity } = FINDING_CODES[code];
  return { code, severity, file, pointer: pointerOf(path), ...located?.locate(path), message, remedy };
}

/** A path as a JSON pointer (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
