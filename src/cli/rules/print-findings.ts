import type { Finding } from '../../core/guideline/finding.ts';
import type { Speech } from '../words/speech.ts';

const INDENT = '  ';

/** Findings as the terminal shows them: by file, in the order of its lines; what is wrong, and below it what to do. */
export function findingLines(findings: readonly Finding[], speech: Speech): readonly string[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) => [
    file,
    ...findings
      .filter((finding) => finding.file === file)
      .sort(byPlace)
      .flatMap((finding) => linesOf(finding, speech)),
    '',
  ]);
}

function linesOf(finding: Finding, { words, tell }: Speech): readonly string[] {
  const { line, column, severity, code, message, remedy } = finding;
  const place = line === undefined ? '-' : `${line}:${column ?? 1}`;
  const below = INDENT.repeat(3);
  return [
    `${INDENT}${place}  ${words.severity[severity]}  ${code}`,
    `${below}${tell(message)}`,
    `${below}${tell(remedy)}`,
  ];
}

function byPlace(one: Finding, other: Finding): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
