import type { Guideline } from '../../schema/guideline.ts';
import type { Path, Remark } from '../remark.ts';
import { rungsOf } from '../walk.ts';

/** Rungs and screens that share a name. */
export function lintIds(guideline: Guideline): readonly Remark[] {
  const rungs = rungsOf(guideline).map(({ part, path }) => ({ id: part.id, path: [...path, 'id'] }));
  const screens = guideline.screens.map(({ id }, index) => ({ id, path: ['screens', index, 'id'] }));
  return [
    ...repeated(rungs, 'recommendations', 'Give each its own id: it appears in the audit record.'),
    ...repeated(screens, 'screens', 'Give each its own id.'),
  ];
}

/** The second and later of those that have a name together. */
export function repeated(
  named: readonly { readonly id: string; readonly path: Path }[],
  kind: string,
  remedy: string,
): readonly Remark[] {
  const ids = named.map(({ id }) => id);
  return named
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map(({ id, path }) => ({ code: 'duplicate-id', path, message: `Two ${kind} are called "${id}".`, remedy }));
}
