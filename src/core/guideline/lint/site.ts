import type { Guideline } from '../../schema/guideline.ts';
import type { SiteChanges } from '../../schema/site.ts';
import type { Vocabulary } from '../library.ts';
import { NONE, type Path, quoted, type Remark, unknownId } from '../remark.ts';
import { entryOf, leavesOfGuideline, parameterOf } from '../walk.ts';
import { lintValue } from './value.ts';

/** Guidelines of the site file that do not exist; `ids` are all folders, those out of service as well. */
export function lintSiteGuidelines(named: readonly string[], ids: readonly string[]): readonly Remark[] {
  return named
    .filter((id) => !ids.includes(id))
    .map((id) =>
      unknownId('unknown-guideline', NONE.guideline, id, ids, ['guidelines', id], {
        da: `Der er: ${quoted(ids)}.`,
        en: `There is: ${quoted(ids)}.`,
      }),
    );
}

/** Whether the guideline has the parameters that the site changes, and every fact compared with one can be its new value. */
export function lintSiteChanges(guideline: Guideline, changes: SiteChanges, vocabulary: Vocabulary): readonly Remark[] {
  const known = Object.keys(guideline.parameters);
  const leaves = leavesOfGuideline(guideline);
  return Object.entries(changes.parameters).flatMap(([id, { value }]) => {
    const path: Path = ['guidelines', guideline.id, 'parameters', id];
    if (!known.includes(id)) return [unknownId('unknown-parameter', NONE.parameter, id, known, path)];
    const facts = leaves.flatMap(({ part }) => ('fact' in part && parameterOf(part) === id ? [part.fact] : []));
    return [...new Set(facts)].flatMap((fact) => {
      const definition = entryOf(vocabulary.facts, fact);
      return definition ? lintValue(definition, fact, value, [...path, 'value'], 'whole') : [];
    });
  });
}
