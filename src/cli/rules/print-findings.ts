import type { Finding } from '../../core/guideline/finding.ts';

const INDENT = '  ';

/** Findings as the terminal shows them: by file, in the order of its lines; what is wrong, and below it what to do. */
export function findingLines(findings: readonly Finding[]): readonly string[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => [
    file,
    ...findings
      .filter((finding) => finding.file === file)
      .sort(byPlace)
      .flatMap(linesOf),
    '',
  ]);
}

function linesOf({ line, column, severity, code, message, remedy }: Finding): readonly string[] {
  const place = line === undefined ? '-' : `${line}:${column ?? 1}`;
  const below = INDENT.repeat(3);
  return [`${INDENT}${place}  ${severity}  ${code}`, `${below}${message}`, `${below}${remedy}`];
}

function byPlace(one: Finding, other: Finding): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
