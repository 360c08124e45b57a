import type { RuleFiles } from '../library/build.ts';

const TEXTS = import.meta.glob<string>(['../../rules/**/*.json', '../../rules/*/CHANGELOG.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every rule file that was built into the page, as text, by its path inside `rules`. */
export const ruleTexts: RuleFiles = Object.fromEntries(
  Object.entries(TEXTS).map(([path, text]) => [path.replace(/^(?:\.\.\/)+rules\//, ''), text]),
);
