import { FINDING_CODES } from '../../core/guideline/finding-code.ts';

/** rules/findings.md: everything the checker can say. Written by `npm run schema`; a test keeps it fresh. */
export function findingTable(): string {
  const rows = Object.entries(FINDING_CODES).map(
    ([code, { severity, means }]) => `| \`${code}\` | ${severity} | ${means} |`,
  );
  return `# What the checker can say

Made from the program by \`npm run schema\`: do not edit. How to check: [README.md](README.md).

An **error** must be put right: \`npm run rules\` ends with status 1, and an error in a guideline, the vocabulary or the site file
keeps the guideline out of use. An error in vignettes or changelog does not, but the check fails. A **warning** is something to
look at. Each is printed with its line and column, what is wrong, and what to do.

| code | | what it means |
| --- | --- | --- |
${rows.join('\n')}
`;
}
