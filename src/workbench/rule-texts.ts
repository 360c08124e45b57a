import type { RuleFiles } from '../library/build.ts';

const TEXTS = import.meta.glob<string>(
  [
    '../../rules/site.json',
    '../../rules/vocabulary/**/*.json',
    '../../rules/*/{guideline,vignettes}.json',
    '../../rules/*/CHANGELOG.md',
    '../../rules/schema/{guideline,vignettes}.schema.json',
  ],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** The rule files that the page works with, as text, by their path inside `rules`. */
export const ruleTexts: RuleFiles = Object.fromEntries(
  Object.entries(TEXTS).map(([path, text]) => [path.replace(/^(?:\.\.\/)+rules\//, ''), text]),
);
