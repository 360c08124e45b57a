import { type Parameter, parametersOf } from './definitions.ts';

/** A search as this server understands it (FHIR R4 search.html). */
export type SearchQuery = {
  /** The parameters that choose resources, references spelt out, ready for Medplum. */
  readonly filters: URLSearchParams;
  /** The parameters that were understood, as they were written: the self link. */
  readonly understood: URLSearchParams;
  readonly sort: readonly { readonly parameter: Parameter; readonly descending: boolean }[];
  /** Resources on a page; 0 asks for the total alone. */
  readonly count: number;
  /** Top-level elements that are wanted; all if absent. */
  readonly elements?: readonly string[];
  /** `_summary=true`: only what the definitions mark as summary. */
  readonly isSummary?: boolean;
  /** `Type:parameter` to include. */
  readonly include: readonly string[];
  /** What was not understood and is left out. */
  readonly ignored: readonly string[];
};

const defaultCount = 50;
const LARGEST_COUNT = 200;

/** Accepted without effect: the answer is JSON in any case, and the total is always counted. */
const accepted = ['_format', '_pretty', '_total'];

/** A value or modifier that must not be ignored, since then the search would find something else than was asked for. */
export class SearchFault extends Error {}

/**
 * Reads the query of a search of one type.
 * @param base FHIR base URL: absolute references to this server are made relative
 * @throws SearchFault for an unreadable value or a modifier that this server does not have
 */
export function parseSearchQuery(
  type: string,
  base: string,
  parameters: URLSearchParams,
  largestCount = LARGEST_COUNT,
): SearchQuery {
  const known = parametersOf(type);
  const filters = new URLSearchParams();
  const understood = new URLSearchParams();
  const ignored: string[] = [];
  const draft: {
    sort?: SearchQuery['sort'];
    count?: number;
    elements?: readonly string[];
    isSummary?: boolean;
    include?: readonly string[];
  } = {};
  for (const [key, value] of parameters) {
    const [name = '', modifier] = key.split(':');
    const parameter = known.get(name);
    if (parameter) filters.append(...readFilter(parameter, modifier, value, base));
    else if (name === '_count') draft.count = readCount(value, largestCount);
    else if (name === '_summary' && value === 'count') draft.count = 0;
    else if (name === '_summary' && value === 'true') draft.isSummary = true;
    else if (name === '_elements') draft.elements = value.split(',');
    else if (name === '_sort' && readSort(known, value)) draft.sort = readSort(known, value) ?? [];
    else if (name === '_include' && !modifier && isIncludable(type, known, value)) {
      draft.include = [...(draft.include ?? []), value];
    } else if (!accepted.includes(name) && !(name === '_summary' && value === 'false')) {
      ignored.push(`${key}=${value}`);
      continue;
    }
    understood.append(key, value);
  }
  return { filters, understood, ignored, sort: [], include: [], count: Math.min(defaultCount, largestCount), ...draft };
}

function readFilter(parameter: Parameter, modifier: string | undefined, value: string, base: string): [string, string] {
  const { name, kind, targets } = parameter;
  if (value === '') throw new SearchFault(`${name} has no value`);
  if (modifier === 'missing' && (value === 'true' || value === 'false')) return [`${name}:missing`, value];
  if (modifier === 'not' && kind === 'token') return [`${name}:not`, value];
  if (modifier === 'contains' && kind === 'string') return [name, value];
  if (kind === 'reference' && (modifier === undefined || targets.includes(modifier))) {
    const types = modifier ? [modifier] : targets;
    const spelt = value.split(',').flatMap((text) => spellOut(text, types, base));
    return [name, spelt.join(',')];
  }
  // FHIR R4 search.html#modifiers: servers SHALL reject a modifier that they do not support.
  if (modifier !== undefined) throw new SearchFault(`${name} has no modifier ${modifier} here`);
  return [name, value];
}

/** A bare id may be of any type that can stand there, and Medplum wants the type. */
function spellOut(text: string, types: readonly string[], base: string): string[] {
  const relative = text.startsWith(`${base}/`) ? text.slice(base.length + 1) : text;
  return relative.includes('/') ? [relative] : types.map((type) => `${type}/${relative}`);
}

function readCount(value: string, largestCount: number): number {
  if (!/^\d{1,6}$/.test(value)) throw new SearchFault('_count must be a whole number');
  return Math.min(Number(value), largestCount);
}

function readSort(known: ReadonlyMap<string, Parameter>, value: string): SearchQuery['sort'] | undefined {
  const rules = value.split(',').map((rule) => {
    const parameter = known.get(rule.replace(/^-/, ''));
    return parameter && { parameter, descending: rule.startsWith('-') };
  });
  return rules.every((rule) => rule !== undefined) ? rules : undefined;
}

function isIncludable(type: string, known: ReadonlyMap<string, Parameter>, value: string): boolean {
  const [source, name = '', ...rest] = value.split(':');
  return source === type && known.get(name)?.kind === 'reference' && rest.length === 0;
}
