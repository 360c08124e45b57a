import type { FindingCode } from '../../../../src/core/guideline/finding-code.ts';
import { SOUND_RULES } from './sound-rules.ts';

/**
 * A wrong snippet and its corrected twin. The twin stands in the sound rules; `«` marks where the finding must point, and
 * without it the finding is about the whole file.
 */
export interface Fault {
  readonly name: string;
  readonly code: FindingCode;
  /** Words the message or the remedy must hold. */
  readonly says: string;
  readonly right: string;
  readonly wrong: string;
  /** Inside the rules folder; the guideline unless told. */
  readonly file?: string;
  /** A change elsewhere that the fault needs. */
  readonly also?: { readonly file: string; readonly right: string; readonly wrong: string };
}

/** The sound rules with one fault in them, and where its finding must point. */
export interface Spoiled {
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export const GUIDELINE_FILE = 'test-guideline/guideline.json';
const MARK = '«';

/** Puts the wrong snippet in the place of its twin. Throws when the twin does not stand there exactly once. */
export function spoil({ right, wrong, file = GUIDELINE_FILE, also }: Fault): Spoiled {
  const marked = replaceOnce(file, right, wrong);
  const before = marked.slice(0, Math.max(0, marked.indexOf(MARK))).split('\n');
  return {
    files: {
      ...SOUND_RULES,
      ...(also ? { [also.file]: replaceOnce(also.file, also.right, also.wrong) } : {}),
      [file]: marked.replace(MARK, ''),
    },
    file: `rules/${file}`,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}

function replaceOnce(file: string, right: string, wrong: string): string {
  const sound = SOUND_RULES[file] ?? '';
  if (sound.split(right).length !== 2) throw new Error(`${file} does not hold once: ${right}`);
  return sound.replace(right, () => wrong);
}
