import type { Guideline } from '../../schema/guideline.ts';
import type { Text } from '../../schema/text.ts';
import type { Path, Remark } from '../remark.ts';
import { rungsOf } from '../walk.ts';

/** Rungs and screens that share a name. */
export function lintIds(guideline: Guideline): readonly Remark[] {
  const rungs = rungsOf(guideline).map(({ part, path }) => ({ id: part.id, path: [...path, 'id'] }));
  const screens = guideline.screens.map(({ id }, index) => ({ id, path: ['screens', index, 'id'] }));
  return [
    ...repeated(rungs, TWO.rungs, {
      da: 'Giv hvert sit eget id: det står i det, der bliver skrevet på henvisningen.',
      en: 'Give each its own id: it stands in what is written on the order.',
    }),
    ...repeated(screens, TWO.screens, { da: 'Giv hvert sit eget id.', en: 'Give each its own id.' }),
  ];
}

/** What there are two of, as the sentence begins. */
export const TWO = {
  rungs: { da: 'To trin', en: 'Two recommendations' },
  screens: { da: 'To skærme', en: 'Two screens' },
  vignettes: { da: 'To sygehistorier', en: 'Two vignettes' },
} as const satisfies Readonly<Record<string, Text>>;

/** The second and later of those that have a name together. */
export function repeated(
  named: readonly { readonly id: string; readonly path: Path }[],
  two: Text,
  remedy: Text,
): readonly Remark[] {
  const ids = named.map(({ id }) => id);
  return named
    .filter(({ id }, index) => ids.indexOf(id) !== index)
    .map(({ id, path }) => ({
      code: 'duplicate-id',
      path,
      message: { da: `${two.da} hedder "${id}".`, en: `${two.en} are called "${id}".` },
      remedy,
    }));
}
