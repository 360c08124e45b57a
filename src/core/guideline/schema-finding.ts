import type { z } from 'zod';
import type { LocatedJson } from '../schema/located.ts';
import { type Finding, pointerOf } from './finding.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, in words for a person who does not program. */
export function issueFindings(file: string, located: LocatedJson, issues: readonly Issue[]): readonly Finding[] {
  return issues.flatMap((issue) => findingsOf(file, located, issue, []));
}

function findingsOf(
  file: string,
  located: LocatedJson,
  issue: Issue,
  above: readonly PropertyKey[],
): readonly Finding[] {
  const path = [...above, ...issue.path];
  const at = (place: readonly PropertyKey[], code: string, message: string, remedy: string): Finding => ({
    code,
    severity: 'error',
    file,
    pointer: pointerOf(place),
    ...located.locate(place),
    message,
    remedy,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        at([...path, key], 'unknown-key', `"${key}" is not known here.`, 'Check the spelling, or remove it.'),
      );
    case 'invalid_union': {
      const branch = nearest(issue.errors);
      if (branch.length === 0)
        return [at(path, 'not-a-condition', 'This has none of the forms that are allowed here.', FORMS)];
      return branch.flatMap((inner) => findingsOf(file, located, inner, path));
    }
    case 'too_small':
      if (issue.origin === 'array')
        return [
          at(path, 'empty-group', 'This list is empty.', 'Write at least one member, or remove the whole group.'),
        ];
      return [at(path, 'value-out-of-range', `${issue.message}.`, 'Give a value inside the range.')];
    case 'invalid_type': {
      const missing = valueAt(located.value, path) === undefined;
      const key = String(path.at(-1) ?? 'the file');
      if (missing && (key === 'da' || key === 'en'))
        return [
          at(path, 'missing-language', `The text lacks "${key}".`, 'Write it in both Danish (da) and English (en).'),
        ];
      if (missing) return [at(path, 'missing-key', `"${key}" is missing.`, `Add "${key}" (${issue.expected}).`)];
      return [at(path, 'wrong-type', `"${key}" should be ${issue.expected}.`, 'Give a value of that kind.')];
    }
    default:
      return [at(path, 'invalid-value', `${issue.message}.`, 'Give a value that is allowed here.')];
  }
}

const FORMS =
  'A condition is one of {"all": […]}, {"any": […]}, {"not": …}, {"condition": "<criterion>"} or {"fact": …, "operator": …, "value": …}.';

/** Of the forms that were tried, the one the author most likely meant: whose own keys fit and whose fault lies deepest. */
function nearest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fits = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code !== 'too_small'),
  );
  const candidates = fits.length > 0 ? fits : branches.filter((issues) => hasOnlyOwnKeysWrong(issues));
  const [best] = [...candidates].sort((one, two) => depth(two) - depth(one) || one.length - two.length);
  return best ?? [];
}

/** A form all of whose required keys are there; only some key is not its own. */
function hasOnlyOwnKeysWrong(issues: readonly Issue[]): boolean {
  return issues.every((issue) => issue.code === 'unrecognized_keys');
}

function depth(issues: readonly Issue[]): number {
  return Math.max(...issues.map(({ path }) => path.length));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return Object.entries(inner).find(([name]) => name === String(key))?.[1];
  }, value);
}
