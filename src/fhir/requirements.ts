import type { Library, ValueSet, Vocabulary } from '../core/guideline/library.ts';
import type { FactDefinition, Reading, Within } from '../core/schema/vocabulary.ts';
import { systemAliases } from './coding.ts';
import { entryOf } from './element.ts';
import { DISPENSED_LATELY } from './medication-use.ts';
import { typesNeeded, withSources } from './needs.ts';
import type { ObservationReading } from './readers/observation.ts';

/** One search of the patient's record that the loaded guidelines call for; the patient parameter is added by whoever searches. */
export interface Requirement {
  /** FHIR R4 resource type, e.g. `Condition`. */
  readonly resourceType: string;
  /** Search parameters besides patient, e.g. `{ code: 'http://loinc.org|1988-5' }`. */
  readonly params: Readonly<Record<string, string>>;
  /** Only what that date parameter puts within so many days before now; who searches knows what day it is. */
  readonly since?: { readonly param: string; readonly days: number };
}

const PAGE = '200';
/** A day on each side for the zones of those who write dates without one. */
const MARGIN = 1;
/**
 * What of a resource is asked for where the whole is large (docs/decisions/0013-large-records.md): not a study's instances,
 * not a report's documents and results. A choice element stands under each of its names, since servers differ.
 */
export const IN_PART: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ImagingStudy: { _summary: 'true' },
  DiagnosticReport: {
    _elements: [
      ...[
        'identifier',
        'basedOn',
        'status',
        'category',
        'code',
        'subject',
        'encounter',
        'effective',
        'effectiveDateTime',
      ],
      ...['effectivePeriod', 'issued', 'performer', 'resultsInterpreter', 'imagingStudy', 'conclusion'],
      ...['implicitRules', 'modifierExtension'],
    ].join(','),
  },
};
/** Read only when somebody opens a report, or asks who recorded what a fact rests on: scopes are asked for all the same. */
export const READ_ON_PRESS: readonly string[] = ['DocumentReference', 'Provenance'];
/** Reached by id, not by a search of the patient's record. */
const NOT_SEARCHED = 'Patient';

/**
 * The facts that the guidelines speaking about that order can need, with those they are derived from. Empty when the
 * draft's examination is none of the vocabulary's.
 */
export function factsFor({ vocabulary, guidelines }: Library, order: string | null): readonly string[] {
  if (order === null) return [];
  const speaking = guidelines.filter(({ document }) => document.appliesTo.orders.includes(order));
  return withSources(
    vocabulary,
    speaking.flatMap(({ facts }) => Object.keys(facts)),
  );
}

/**
 * What to search for that order, derived from the readings and hints of those facts: one search per resource type, the
 * narrowest that cannot miss what the readers look for (sundhedsloven § 42 a: no more of the record than needed). The
 * same list serves SMART searches and CDS Hooks prefetch.
 */
export function requirementsOf(library: Library, order: string | null): Requirement[] {
  return searchesFor(library.vocabulary, factsFor(library, order));
}

/** The same for whatever the order will turn out to be: all that the guidelines in service can need. */
export function allRequirements({ vocabulary, guidelines }: Library): Requirement[] {
  const facts = guidelines.flatMap((guideline) => Object.keys(guideline.facts));
  return searchesFor(vocabulary, withSources(vocabulary, facts));
}

function searchesFor(vocabulary: Vocabulary, facts: readonly string[]): Requirement[] {
  const definitions = facts.flatMap((id) => entryOf(vocabulary.facts, id) ?? []);
  const readings = definitions.flatMap(({ read, hints }) => [...read, ...hints]);
  const types = [...new Set(readings.flatMap((reading) => typesSearched(reading)))].sort();
  return types
    .filter((type) => type !== NOT_SEARCHED)
    .map((resourceType) => ({
      resourceType,
      params: {
        ...paramsOf(resourceType, readings, vocabulary),
        ...IN_PART[resourceType],
        _count: PAGE,
      },
      ...sinceOf(resourceType, definitions),
    }));
}

/**
 * What is older than this is left to the server to leave out, where nobody reads a meaning into not finding it. A date
 * parameter finds no undated resource, nor a result that has only been issued: where finding nothing means something
 * (`none`), all is fetched.
 */
function sinceOf(type: string, definitions: readonly FactDefinition[]): Pick<Requirement, 'since'> {
  if (type === 'MedicationDispense')
    return { since: { param: 'whenhandedover', days: DISPENSED_LATELY.days + MARGIN } };
  if (type !== 'Observation') return {};
  const measured = definitions.filter(({ read, hints }) => [...read, ...hints].some(isMeasured));
  if (measured.some(({ none }) => none !== 'unknown')) return {};
  const readings = measured.flatMap(({ read, hints }) => [...read, ...hints].filter(isMeasured));
  const days = Math.max(...readings.map(({ within }) => daysOf(within)));
  return { since: { param: 'date', days: Math.ceil(days) + MARGIN } };
}

/** Whether a reading looks for measurements or test results, by their codes. */
export function isMeasured(reading: Reading): reading is ObservationReading {
  return reading.reader.startsWith('observation');
}

/** A period in days, a month as its longest. */
export function daysOf({ months = 0, days = 0, hours = 0 }: Within): number {
  return months * 31 + days + hours / 24;
}

/** The order's reason may point at a Condition, which is found among the patient's. */
function typesSearched(reading: Reading): readonly string[] {
  return reading.reader === 'order-reason' || reading.reader === 'reason' ? ['Condition'] : typesNeeded(reading);
}

/**
 * Conditions, procedures and reports are searched whole: text-only and unknown codes must be seen, lest an examination
 * that stands under another code be taken for none. Statuses that never count are left to the server to leave out.
 */
function paramsOf(type: string, readings: readonly Reading[], vocabulary: Vocabulary): Record<string, string> {
  switch (type) {
    case 'Observation':
      return codeParam(readings, vocabulary);
    case 'MedicationRequest':
      return { status: 'active,unknown', _include: 'MedicationRequest:medication' };
    case 'MedicationStatement':
      return { status: 'active,intended,unknown', _include: 'MedicationStatement:medication' };
    case 'MedicationDispense':
      return { status: 'completed,unknown', _include: 'MedicationDispense:medication' };
    case 'ServiceRequest':
      return { status: 'completed,unknown' };
    default:
      return {};
  }
}

/** `code` as a list of tokens under every URI of each system; none where a value set cannot be listed. */
function codeParam(readings: readonly Reading[], vocabulary: Vocabulary): Record<string, string> {
  const valueSets = readings.flatMap((reading) =>
    isMeasured(reading) ? (entryOf(vocabulary.valueSets, reading.valueSet) ?? []) : [],
  );
  const tokens = valueSets.map(tokensOf);
  if (!tokens.every((listed) => listed !== undefined)) return {};
  return { code: [...new Set(tokens.flat())].sort().join(',') };
}

/** The tokens by which a listed value set is searched; undefined where it cannot be listed. */
export function tokensOf({ compose }: ValueSet): readonly string[] | undefined {
  if (!compose.include.every(({ concept }) => concept !== undefined)) return undefined;
  return compose.include.flatMap(({ system, concept = [] }) =>
    systemAliases(system).flatMap((uri) => concept.map(({ code }) => `${escaped(uri)}|${escaped(code)}`)),
  );
}

/** FHIR R4 search.html#escaping. */
function escaped(part: string): string {
  return part.replace(/[\\$,|]/g, (sign) => `\\${sign}`);
}
