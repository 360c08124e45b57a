import { interact } from '../fhir/interact.ts';
import type { Caller } from '../fhir/permission.ts';
import type { FhirServer } from '../fhir/server.ts';

/**
 * Reads what a service wants sent along (CDS Hooks 2.0, "Prefetch Template"). A template that needs something this EHR
 * does not know, or whose reading fails, is left out; what is read and not there is null.
 * @param context the hook's context, of which members of the first level can stand in a template
 */
export async function readPrefetch(
  server: FhirServer,
  caller: Caller,
  templates: Readonly<Record<string, unknown>>,
  context: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const read = Object.entries(templates).map(async ([key, template]): Promise<[string, unknown][]> => {
    const query = typeof template === 'string' ? fillTemplate(template, context) : undefined;
    if (query === undefined) return [];
    const [path = '', search = ''] = query.split('?');
    const call = { method: 'GET', path, query: new URLSearchParams(search), strict: false };
    const { status, resource } = await interact(server, caller, call);
    if (status === 404 || status === 410) return [[key, null]];
    return status === 200 ? [[key, resource]] : [];
  });
  return Object.fromEntries((await Promise.all(read)).flat());
}

/** A template with the context's own values in it; undefined where one is missing or no plain value. */
export function fillTemplate(template: string, context: Readonly<Record<string, unknown>>): string | undefined {
  let isComplete = true;
  const filled = template.replace(/\{\{\s*([^}]*?)\s*\}\}/g, (_, token: string) => {
    const [, name = ''] = /^context\.(\w+)$/.exec(token) ?? [];
    const value = context[name];
    if (typeof value === 'string') return value;
    isComplete = false;
    return '';
  });
  return isComplete ? filled : undefined;
}
