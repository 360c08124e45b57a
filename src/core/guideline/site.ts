import type { Guideline } from '../schema/guideline.ts';
import type { SiteChanges } from '../schema/site.ts';
import type { Text } from '../schema/text.ts';

/** A parameter that the site has given another value than its guideline. */
export interface LocalChange {
  readonly parameter: string;
  readonly label: Text;
  /** The guideline's own value, in `unit`. */
  readonly was: number;
  readonly value: number;
  readonly unit: string;
  /** Who decided it, as the site file says. */
  readonly source: string;
}

/** A guideline as a site uses it; `local` is there only when the site has changed a number, and pages then say so. */
export type LocalGuideline = Guideline & { readonly local?: readonly LocalChange[] };

/** A guideline with the site's changes laid over it. Parameters it does not have are left out (lint/site.ts names them). */
export function changeLocally(document: Guideline, changes: SiteChanges): LocalGuideline {
  const local = Object.entries(changes.parameters).flatMap(([parameter, { value, source }]): LocalChange[] => {
    const own = document.parameters[parameter];
    if (!own || own.value === value) return [];
    return [{ parameter, label: own.label, was: own.value, value, unit: own.unit, source }];
  });
  const changed = local.map(({ parameter, label, unit, value, source }) => [parameter, { label, value, unit, source }]);
  return {
    ...document,
    status: changes.retired === undefined ? document.status : 'retired',
    parameters: { ...document.parameters, ...Object.fromEntries(changed) },
    ...(local.length > 0 ? { local } : {}),
  };
}
