import type { JsonPlace } from './json-place.ts';
import type { JsonPath } from './json-tree.ts';
import { AT_CURSOR, type Proposal } from './proposal.ts';

type Schema = Readonly<Record<string, unknown>>;

/** What a file's JSON Schema allows at a place: keys not yet there, and values of a fixed choice. */
export function schemaProposals(root: unknown, place: JsonPlace): readonly Proposal[] {
  if (!isSchema(root)) return [];
  const candidates = schemasAt(root, place.path);
  return place.kind === 'key' ? keys(root, candidates, place) : candidates.flatMap(fixedValues);
}

function keys(root: Schema, candidates: readonly Schema[], { siblings, hasValue }: JsonPlace): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  const fitting = candidates.filter((one) => [...siblings.keys()].every((key) => key in propertiesOf(one)));
  for (const [key, property] of fitting.flatMap((one) => Object.entries(propertiesOf(one)))) {
    if (siblings.has(key) || found.has(key)) continue;
    const resolved = isSchema(property) ? resolve(root, property) : [];
    const info = resolved.map(({ description }) => description).find((text) => typeof text === 'string');
    const required = fitting.some((one) => Array.isArray(one.required) && one.required.includes(key));
    found.set(key, {
      kind: 'key',
      name: key,
      text: hasValue ? JSON.stringify(key) : `${JSON.stringify(key)}: ${skeleton(resolved)}`,
      ...(required ? { detail: '•' } : {}),
      ...(info === undefined ? {} : { info }),
    });
  }
  return [...found.values()];
}

/** What a value of that shape begins as; `${}` is where the cursor goes. */
function skeleton(candidates: readonly Schema[]): string {
  const [first] = candidates;
  if (first === undefined || candidates.length > 1) return AT_CURSOR;
  const properties = Object.keys(propertiesOf(first));
  if (properties.join() === 'da,en') return `{ "da": "${AT_CURSOR}", "en": "${AT_CURSOR}" }`;
  if (first.type === 'object') return `{ ${AT_CURSOR} }`;
  if (first.type === 'array') return `[${AT_CURSOR}]`;
  return first.type === 'string' ? `"${AT_CURSOR}"` : AT_CURSOR;
}

function fixedValues(schema: Schema): readonly Proposal[] {
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  if (schema.type === 'boolean' && values.length === 0) values.push(true, false);
  if (schema.type === 'null') values.push(null);
  return values.map((value) => ({ kind: 'value', name: String(value), text: JSON.stringify(value) }));
}

/** Every schema that can hold at a path: all branches of a choice. */
function schemasAt(root: Schema, path: JsonPath): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (schemas, step) =>
      schemas.flatMap((schema) => {
        const next =
          typeof step === 'number' ? schema.items : (propertiesOf(schema)[step] ?? schema.additionalProperties);
        return isSchema(next) ? resolve(root, next) : [];
      }),
    resolve(root, root),
  );
}

/** Follows references and opens choices; a reference back to itself is followed once. */
function resolve(root: Schema, schema: Schema, seen: readonly Schema[] = []): readonly Schema[] {
  if (seen.includes(schema)) return [];
  const within = [...seen, schema];
  if (typeof schema.$ref === 'string') {
    const target = pointed(root, schema.$ref);
    return target ? resolve(root, target, within) : [];
  }
  const branches = [schema.anyOf, schema.oneOf].find(Array.isArray);
  if (!branches) return [schema];
  const description = typeof schema.description === 'string' ? { description: schema.description } : {};
  return branches.filter(isSchema).flatMap((branch) => resolve(root, { ...description, ...branch }, within));
}

/** A JSON pointer within the schema, e.g. `#/$defs/Text`. */
function pointed(root: Schema, reference: string): Schema | null {
  const found = reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((step) => step !== '')
    .reduce<unknown>((inner, step) => (isSchema(inner) ? inner[step] : undefined), root);
  return isSchema(found) ? found : null;
}

function propertiesOf(schema: Schema): Schema {
  return isSchema(schema.properties) ? schema.properties : {};
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
