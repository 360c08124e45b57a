import { z } from 'zod';

type SchemaNode = Readonly<Record<string, unknown>>;

/**
 * The keys a schema knows at a path of a document; empty where it knows none or takes any. Walks the JSON Schema that
 * editors get, so that checker and completion can never disagree.
 */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const keys = nodesAt(schema, path).flatMap(({ properties }) => (isNode(properties) ? Object.keys(properties) : []));
  return [...new Set(keys)];
}

/** The words a schema allows at a path: of an enumeration, or of the key that tells forms apart. */
export function knownWords(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const words = nodesAt(schema, path).flatMap((node) => [...(Array.isArray(node.enum) ? node.enum : []), node.const]);
  return [...new Set(words.filter((word) => typeof word === 'string'))];
}

function nodesAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly SchemaNode[] {
  const root: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (!isNode(root)) return [];
  return path.reduce<readonly SchemaNode[]>(
    (nodes, key) => nodes.flatMap((node) => step(root, node, key)),
    variants(root, root),
  );
}

function step(root: SchemaNode, node: SchemaNode, key: PropertyKey): readonly SchemaNode[] {
  const { properties, additionalProperties, items } = node;
  if (typeof key === 'number') return variants(root, items);
  if (isNode(properties) && typeof key === 'string' && Object.hasOwn(properties, key))
    return variants(root, properties[key]);
  return variants(root, additionalProperties);
}

/** A node as its forms: references followed, unions laid out. */
function variants(root: SchemaNode, node: unknown): readonly SchemaNode[] {
  if (!isNode(node)) return [];
  if (typeof node.$ref === 'string') {
    const definitions = root.$defs;
    const name = node.$ref.split('/').at(-1) ?? '';
    if (node.$ref === '#') return variants(root, { ...root, $ref: undefined });
    return isNode(definitions) ? variants(root, definitions[name]) : [];
  }
  const forms = [node.anyOf, node.oneOf, node.allOf].find((list) => Array.isArray(list));
  return Array.isArray(forms) ? forms.flatMap((form) => variants(root, form)) : [node];
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
