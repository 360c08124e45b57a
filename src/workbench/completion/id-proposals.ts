import type { Vocabulary } from '../../core/guideline/library.ts';
import { suitableOperators } from '../../core/guideline/lint/comparisons.ts';
import type { Text } from '../../core/schema/text.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import type { FileName } from '../desk.ts';
import type { JsonPlace } from './json-place.ts';
import type { JsonPath } from './json-tree.ts';
import { AT_CURSOR, type Proposal } from './proposal.ts';

/** Ids that the guideline itself defines, as its text has them now. */
export interface OwnIds {
  readonly criteria: readonly string[];
  readonly evidence: readonly string[];
  readonly parameters: readonly string[];
  readonly recommendations: readonly string[];
}

/** What ids are proposed from. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly own: OwnIds;
  readonly textOf: (text: Text) => string;
}

/** Ids and values that can stand at a place: what the schema calls a string, and only the vocabulary and the guideline know. */
export function idProposals(file: FileName, place: JsonPlace, known: Known): readonly Proposal[] {
  return file === 'guideline.json' ? inGuideline(place, known) : inVignettes(place, known);
}

function inGuideline(place: JsonPlace, known: Known): readonly Proposal[] {
  const { path, kind, siblings } = place;
  const last = path.at(-1);
  const above = path.at(-2);
  if (kind === 'key') return last === 'ratings' ? keysLeft(orders(known), siblings) : [];
  if (last === 'fact' && above === 'value') return ids(known.own.parameters);
  if (last === 'fact') return facts(known);
  if (last === 'operator') return operators(siblings.get('fact'), known);
  if (last === 'condition') return ids(known.own.criteria);
  if (last === 'evidence' || above === 'evidence') return ids(known.own.evidence);
  if (above === 'orders') return orders(known);
  if (above === 'facts' && path[0] === 'screens') return facts(known, ({ question }) => question !== undefined);
  if (last === 'value') return comparands(definitionOf(siblings.get('fact'), known), siblings.get('operator'), known);
  return [];
}

function inVignettes(place: JsonPlace, known: Known): readonly Proposal[] {
  const { path, kind, siblings } = place;
  const last = path.at(-1);
  const above = path.at(-2);
  if (kind === 'key') {
    if (last === 'given' || last === 'answers') return keysLeft(facts(known), siblings);
    if (last === 'ratings') return keysLeft(orders(known), siblings);
    return last === 'criteria' ? keysLeft(ids(known.own.criteria), siblings) : [];
  }
  if (last === 'order') return orders(known);
  if (last === 'recommendation') return ids(known.own.recommendations);
  if (above === 'asks' || above === 'asksAlso') return facts(known);
  if (above === 'given' || above === 'answers') return valuesOf(definitionOf(last, known), known);
  return isGivenList(path) ? valuesOf(definitionOf(above, known), known, 'member') : [];
}

/** A member of a list under `given`, e.g. of `reason`. */
function isGivenList(path: JsonPath): boolean {
  const room = path.at(-3);
  return typeof path.at(-1) === 'number' && (room === 'given' || room === 'answers');
}

function definitionOf(id: unknown, { vocabulary }: Known): FactDefinition | undefined {
  return typeof id === 'string' ? vocabulary.facts[id] : undefined;
}

function facts({ vocabulary, textOf }: Known, wanted: (definition: FactDefinition) => boolean = () => true) {
  return Object.entries(vocabulary.facts)
    .filter(([, definition]) => wanted(definition))
    .map(
      ([id, { label, question }]): Proposal => ({
        kind: 'id',
        name: id,
        text: JSON.stringify(id),
        detail: textOf(label),
        ...(question ? { info: textOf(question) } : {}),
      }),
    );
}

function orders({ vocabulary, textOf }: Known): readonly Proposal[] {
  return Object.entries(vocabulary.orders).map(([id, { label }]) => ({
    kind: 'id',
    name: id,
    text: JSON.stringify(id),
    detail: textOf(label),
  }));
}

function ids(known: readonly string[]): readonly Proposal[] {
  return known.map((id) => ({ kind: 'id', name: id, text: JSON.stringify(id) }));
}

function operators(fact: unknown, known: Known): readonly Proposal[] {
  const definition = definitionOf(fact, known);
  return definition ? ids(suitableOperators(definition)).map((one) => ({ ...one, kind: 'value' })) : [];
}

/** What a fact can be compared with: its choices, yes and no, and for a number the guideline's parameters. */
function comparands(definition: FactDefinition | undefined, operator: unknown, known: Known): readonly Proposal[] {
  if (definition?.type === 'number')
    return known.own.parameters.map((id) => ({ kind: 'id', name: id, text: `{ "fact": ${JSON.stringify(id)} }` }));
  const one = definition?.type === 'choice' && operator !== 'in' && operator !== 'notIn';
  return valuesOf(definition, known, one ? 'member' : 'whole');
}

function valuesOf(
  definition: FactDefinition | undefined,
  { textOf }: Known,
  form: 'whole' | 'member' = 'whole',
): readonly Proposal[] {
  if (!definition) return [];
  if (definition.type === 'boolean') return ['true', 'false'].map((text) => ({ kind: 'value', name: text, text }));
  if (definition.type === 'number') {
    const { suggestions, min, max, unit } = definition;
    return suggestions.map((value) => ({
      kind: 'value',
      name: String(value),
      text: String(value),
      detail: `${min}–${max} ${unit}`,
    }));
  }
  const isList = definition.multiple && form === 'whole';
  return definition.choices.map(({ id, label }) => ({
    kind: 'id',
    name: id,
    text: isList ? `[${JSON.stringify(id)}]` : JSON.stringify(id),
    detail: textOf(label),
  }));
}

/** Ids as keys: those not yet there, with a colon after. */
function keysLeft(known: readonly Proposal[], siblings: ReadonlyMap<string, unknown>): readonly Proposal[] {
  return known
    .filter(({ name }) => !siblings.has(name))
    .map((proposal) => ({ ...proposal, kind: 'key', text: `${proposal.text}: ${AT_CURSOR}` }));
}
