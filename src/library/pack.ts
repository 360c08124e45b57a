import type { CompiledGuideline } from '../core/guideline/compile.ts';
import type { ValueSet, Vocabulary } from '../core/guideline/library.ts';
import type { LocalChange, LocalGuideline } from '../core/guideline/site.ts';
import { valueSetsOf } from '../core/guideline/value-sets-of.ts';
import type { Condition, Guideline, Recommendation } from '../core/schema/guideline.ts';
import type { Coding, FactDefinition, OrderDefinition } from '../core/schema/vocabulary.ts';

/** A rung as it travels: its sources, and whom to call, are in the reading. */
type PackedRung<Rung extends Recommendation> = Omit<Rung, keyof RungReading>;

/** What of a rung is read after its words. */
type RungReading = Pick<Recommendation, 'evidence' | 'disagrees' | 'call'>;

/**
 * A guideline's document as it travels: parameters already stand as numbers in the conditions. `local` is there, and empty,
 * when the site has changed some: which ones is in the reading.
 */
export interface PackedDocument
  extends Omit<Guideline, '$schema' | 'parameters' | 'recommendations' | 'otherwise' | keyof GuidelineReading> {
  readonly recommendations: readonly PackedRung<Guideline['recommendations'][number]>[];
  readonly otherwise: PackedRung<Recommendation>;
  readonly local?: readonly LocalChange[];
}

/** One search of the record, as it is derived from the rules (fhir/requirements.ts). */
export interface RecordSearch {
  readonly resourceType: string;
  readonly params: Readonly<Record<string, string>>;
  readonly since?: { readonly param: string; readonly days: number };
}

/** What the guidelines of an order need: facts, with those they are derived from, and what to search for. */
export interface RecordNeeds {
  readonly facts: readonly string[];
  readonly searches: readonly RecordSearch[];
}

/** What speaks about an order, with the part of the vocabulary it needs: what is needed until guidance is on screen. */
export interface GuidelinePack {
  readonly documents: readonly PackedDocument[];
  readonly searches: readonly RecordSearch[];
  readonly facts: Vocabulary['facts'];
  readonly valueSets: Vocabulary['valueSets'];
}

/** What is read beside the guidance: sources, whom it is not for, the patient's text, whom to call, what the site has changed. */
export interface GuidelineReading
  extends Pick<LocalGuideline, 'publisher' | 'notFor' | 'evidence' | 'patientInformation' | 'local'> {
  /** By id of the rung. */
  readonly rungs: Readonly<Record<string, RungReading>>;
}

/** The readings of the guidelines in a pack, by id. */
export type GuidelineReadings = Readonly<Record<string, GuidelineReading>>;

/** Takes guidelines apart for the page. */
export function packGuidelines(
  guidelines: readonly CompiledGuideline[],
  vocabulary: Vocabulary,
  needs: RecordNeeds,
): { readonly pack: GuidelinePack; readonly readings: GuidelineReadings } {
  const facts = needs.facts.flatMap((id) => factEntry(id, vocabulary.facts[id]));
  const valueSets = facts
    .flatMap(([, { read, hints }]) => [...read, ...hints].flatMap(valueSetsOf))
    .flatMap((id) => valueSetEntry(id, vocabulary.valueSets[id]));
  return {
    pack: {
      documents: guidelines.map(({ document }) => packDocument(document)),
      searches: needs.searches,
      facts: Object.fromEntries(facts),
      valueSets: Object.fromEntries(valueSets),
    },
    readings: Object.fromEntries(guidelines.map(({ document }) => [document.id, readingOf(document)])),
  };
}

function packDocument(document: LocalGuideline): PackedDocument {
  const { $schema, publisher, notFor, evidence, patientInformation, parameters, local, ...rest } = document;
  const numbers = (condition: Condition): Condition => withNumbers(condition, parameters);
  const criteria = Object.entries(rest.criteria).map(([id, { label, when }]) => [id, { label, when: numbers(when) }]);
  return {
    ...rest,
    appliesTo: { ...rest.appliesTo, when: numbers(rest.appliesTo.when) },
    criteria: Object.fromEntries(criteria),
    recommendations: rest.recommendations.map((rung) => ({ ...withoutReading(rung), when: numbers(rung.when) })),
    otherwise: withoutReading(rest.otherwise),
    ...(local ? { local: [] } : {}),
  };
}

function readingOf({
  publisher,
  notFor,
  evidence,
  patientInformation,
  local,
  ...rest
}: LocalGuideline): GuidelineReading {
  const rungs = [...rest.recommendations, rest.otherwise];
  return {
    publisher,
    notFor,
    evidence,
    ...(patientInformation ? { patientInformation } : {}),
    ...(local ? { local } : {}),
    rungs: Object.fromEntries(
      rungs.map(({ id, evidence: sources, disagrees, call }) => [
        id,
        { evidence: sources, disagrees, ...(call ? { call } : {}) },
      ]),
    ),
  };
}

/** An examination without what the page never shows: where a dose stands, and names of codes that are only read. */
export function packOrder({ codes, dose, ...order }: OrderDefinition): OrderDefinition {
  const [written, ...read] = codes;
  return {
    ...order,
    codes: [...(written ? [{ ...written, unverified: undefined }] : []), ...read.map(withoutName)],
    ...(dose ? { dose: { mSv: dose.mSv, ...(dose.to === undefined ? {} : { to: dose.to }), source: '' } } : {}),
  };
}

function withoutName({ system, code }: Coding): Coding {
  return { system, code };
}

function withoutReading<Rung extends Recommendation>({ evidence, disagrees, call, ...rung }: Rung): PackedRung<Rung> {
  return rung;
}

function withNumbers(condition: Condition, parameters: Guideline['parameters']): Condition {
  const number = (kid: Condition): Condition => withNumbers(kid, parameters);
  if ('all' in condition) return { all: condition.all.map(number) };
  if ('any' in condition) return { any: condition.any.map(number) };
  if ('not' in condition) return { not: number(condition.not) };
  if ('condition' in condition) return condition;
  const { value } = condition;
  const parameter = typeof value === 'object' && 'fact' in value ? parameters[value.fact] : undefined;
  return parameter ? { ...condition, value: parameter.value } : condition;
}

/** Where a limit comes from is for authors; what a choice covers stands in the list of reasons (by-reason.ts). */
function factEntry(id: string, definition: FactDefinition | undefined): readonly [string, FactDefinition][] {
  if (!definition) return [];
  const { basis, ...all } = definition;
  const fact = all.type === 'choice' ? { ...all, choices: all.choices.map(({ covers, ...choice }) => choice) } : all;
  const withoutBasis = <R extends object>(readings: readonly R[]): R[] =>
    readings.map((reading) => ({ ...reading, basis: undefined }));
  return [[id, { ...fact, read: withoutBasis(fact.read), hints: withoutBasis(fact.hints) }]];
}

/** A value set is matched by its codes: the record's own words are shown, never the value set's. */
function valueSetEntry(id: string, valueSet: ValueSet | undefined): readonly [string, ValueSet][] {
  if (!valueSet) return [];
  const { include, exclude } = valueSet.compose;
  const codes = (parts: typeof include) =>
    parts.map(({ system, concept, filter }) => ({
      system,
      ...(concept ? { concept: concept.map(({ code }) => ({ code })) } : {}),
      ...(filter ? { filter } : {}),
    }));
  return [[id, { compose: { include: codes(include), ...(exclude ? { exclude: codes(exclude) } : {}) } }]];
}
