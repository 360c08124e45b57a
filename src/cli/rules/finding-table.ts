import { FINDING_CODES } from '../../core/guideline/finding-code.ts';
import { da } from '../words/da.ts';

/** rules/findings.md: everything the checker can say. Written by `npm run schema`; a test keeps it fresh. */
export function findingTable(): string {
  const rows = Object.entries(FINDING_CODES).map(
    ([code, { severity, means }]) => `| \`${code}\` | ${da.severity[severity]} | ${means.da} | ${means.en} |`,
  );
  return `# What the checker can say · Hvad kontrollen kan sige

Made from the program by \`npm run schema\`: do not edit. How to check: [README.md](README.md).

An **error** (fejl) must be put right: \`npm run rules\` ends with status 1, and an error in a guideline, the vocabulary or the site
file keeps the guideline out of use. An error in vignettes or changelog does not, but the check fails. A **warning**
(advarsel) is something to look at. Each is printed with its line and column, what is wrong, and what to do: in Danish, or with
\`--language en\` in English. The codes stay the same.

| code | | på dansk | in English |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}
