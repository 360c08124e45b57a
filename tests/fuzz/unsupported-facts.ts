import type { Fact, KnownFact } from '../../src/core/facts/fact.ts';
import type { Vocabulary } from '../../src/core/guideline/library.ts';
import { valueSetsOf } from '../../src/core/guideline/value-sets-of.ts';
import type { ReferralContext } from '../../src/fhir/context.ts';
import { readFacts } from '../../src/fhir/read-facts.ts';

/** What was found in one record. */
export interface Support {
  /** Facts that are known. */
  readonly known: readonly string[];
  /** Known facts that nothing in the record supports: there must be none. */
  readonly unsupported: readonly string[];
}

/**
 * Reads every fact, and looks whether each known one is carried: by resources that are in the record, are not entered in
 * error and hold one of the fact's codes; by another known fact; or by what finding nothing is declared to mean. Written
 * apart from the readers, by text, so that both would have to be wrong in the same way.
 */
export function supportOf(
  vocabulary: Vocabulary,
  context: ReferralContext,
  order: string | null,
  now: string,
): Support {
  const facts = readFacts(vocabulary, Object.keys(vocabulary.facts), context, order, now);
  const texts = textsOf(context);
  const known = [...facts].filter((entry): entry is [string, KnownFact] => entry[1].known);
  const unsupported = known.filter(([id, fact]) => !isSupported(id, fact, vocabulary, texts, facts));
  return { known: known.map(([id]) => id), unsupported: unsupported.map(([id]) => id) };
}

/** A Condition says it in its verification status, everything else in its status. */
const IN_ERROR =
  /^\{(?!"RESOURCETYPE":"CONDITION").*"STATUS":"ENTERED-IN-ERROR"|"VERIFICATIONSTATUS":\{"CODING":\[\{"CODE":"ENTERED-IN-ERROR"/;

function isSupported(
  id: string,
  { value, provenance }: KnownFact,
  vocabulary: Vocabulary,
  texts: ReadonlyMap<string, ResourceText>,
  facts: ReadonlyMap<string, Fact>,
): boolean {
  const definition = vocabulary.facts[id];
  if (definition === undefined || provenance.kind === 'clinician') return false;
  if (provenance.kind === 'derived') return provenance.from.every((source) => facts.get(source)?.known);
  if (provenance.references.length === 0) return definition.none !== 'unknown' && definition.none.is === value;
  const codes = definition.read.flatMap(valueSetsOf).flatMap((set) => codesOf(vocabulary, set));
  return provenance.references.every(({ reference }) => {
    const text = texts.get(reference.split('#')[0] ?? '');
    if (text === undefined || IN_ERROR.test(text.own)) return false;
    return codes.length === 0 || codes.some((code) => text.own.includes(code) || text.medicines.includes(code));
  });
}

/** Beginnings that some code of the value set has, as text without dots; a pattern's letter is enough. */
function codesOf({ valueSets }: Vocabulary, id: string): readonly string[] {
  const includes = valueSets[id]?.compose.include ?? [];
  return includes.flatMap(({ system, concept = [], filter = [] }) => {
    const codes = [...concept.map(({ code }) => code), ...filter.map(({ value }) => value)];
    // An SKS diagnosis may stand in its ICD-10 form, without the D; of a pattern, what comes before its first bracket.
    const isSks = system.startsWith('urn:oid:1.2.208.176.2.4');
    return codes.map((code) => (code.split(/[([]/)[0] ?? '').replace(isSks ? /^D/ : /^$/, ''));
  });
}

/** A resource, and the record's Medications where it points at one, as text without dots and in capitals. */
interface ResourceText {
  readonly own: string;
  readonly medicines: string;
}

function plain(text: string): string {
  return text.replaceAll('.', '').toUpperCase();
}

/** Each resource by its reference. */
function textsOf({ patient, order, resources }: ReferralContext): ReadonlyMap<string, ResourceText> {
  const medicines = JSON.stringify(resources.get('Medication') ?? []);
  const all: readonly unknown[] = [patient, order, ...[...resources.values()].flat()];
  const texts = new Map<string, ResourceText>();
  for (const resource of all) {
    if (typeof resource !== 'object' || resource === null) continue;
    const { resourceType, id } = resource as { resourceType?: unknown; id?: unknown };
    const reference =
      typeof id === 'string' && id.trim() !== '' ? `${resourceType}/${id.trim()}` : String(resourceType);
    const own = JSON.stringify(resource);
    const pointedAt = own.includes('medicationReference') ? medicines : '';
    texts.set(reference, { own: plain((texts.get(reference)?.own ?? '') + own), medicines: plain(pointedAt) });
  }
  return texts;
}
