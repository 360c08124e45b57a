import type { Guideline } from '../../schema/guideline.ts';
import type { Text } from '../../schema/text.ts';
import type { Remark } from '../remark.ts';

/** Whether the changelog has a heading for the guideline's version, e.g. `## 1.2.0 (2026-03-01)`. */
export function lintChangelog({ id, version }: Guideline, changelog: string): readonly Remark[] {
  const headings = changelog.split('\n').filter((line) => /^##\s/.test(line));
  const versions = headings.map((line) => /^##\s+\[?v?([0-9]+\.[0-9]+\.[0-9]+)/.exec(line)?.[1]);
  if (versions.includes(version)) return [];
  return [
    {
      code: 'changelog-entry-missing',
      path: ['version'],
      message: {
        da: `rules/${id}/CHANGELOG.md har intet om ${version}.`,
        en: `rules/${id}/CHANGELOG.md has no entry for ${version}.`,
      },
      remedy: {
        da: `Skriv en overskrift "## ${version}" i den: hvilke patienter det berører, hvordan det var før, og hvorfor.`,
        en: `Add a heading "## ${version}" to it: which patients are affected, how it was before, and why.`,
      },
    },
  ];
}

/** How far a version must be raised, by what changes for patients. */
export type VersionStep = 'major' | 'minor' | 'patch';

/**
 * The remark of the behaviour comparison (`rules -- diff`) when the version step is too small for what it found.
 * `because` says in a sentence which patients get another answer.
 */
export function versionNotRaised(version: string, before: string, step: VersionStep, because: Text): Remark {
  const least = raised(before, step);
  return {
    code: 'version-not-raised',
    path: ['version'],
    message: {
      da: `${because.da} Fra ${before} til ${version} er et for lille skridt til det.`,
      en: `${because.en} From ${before} to ${version} is too small a step for that.`,
    },
    remedy: {
      da: `Hæv versionen til mindst ${least}, og skriv i CHANGELOG.md, hvem det berører.`,
      en: `Raise the version to ${least} at least, and say in the changelog who is affected.`,
    },
  };
}

function raised(version: string, step: VersionStep): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
