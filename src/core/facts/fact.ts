import type { Text } from '../schema/text.ts';

/** A fact's value: yes/no, a number in the vocabulary's unit, a choice, or several choices (`reason`). */
export type FactValue = boolean | number | string | readonly string[];

/**
 * Why a fact is unknown, in the words of FHIR's data-absent-reason code system:
 * `unknown` read completely and not there; `not-asked` nobody can have recorded it; `asked-unknown` the clinician does
 * not know; `error` the record could not be read; `unsupported` something is recorded that we do not vouch for reading.
 */
export type AbsentReason = 'unknown' | 'not-asked' | 'asked-unknown' | 'error' | 'unsupported';

/** One resource behind a value: what it says, in the record's own words, and when it was true. */
export interface RecordReference {
  /** Relative reference, e.g. `Condition/123`. */
  readonly reference: string;
  /** The record's own words, e.g. "Brystkræft UNS (DC509)". */
  readonly display: string;
  /** FHIR date or dateTime as recorded, at its own precision. */
  readonly date?: string;
  /** What its record has not confirmed, by FHIR R4 condition-ver-status; absent where it is no doubt. */
  readonly verification?: 'unconfirmed' | 'provisional' | 'differential' | undefined;
  /** The reference of another resource that tells of the same thing and is named in its place: a study, for its report. */
  readonly of?: string;
}

/** Where a known value came from. */
export type Provenance =
  | { readonly kind: 'record'; readonly references: readonly RecordReference[]; readonly searchedAt?: string }
  | { readonly kind: 'order'; readonly references: readonly RecordReference[] }
  | { readonly kind: 'clinician' }
  | { readonly kind: 'derived'; readonly from: readonly string[] };

/** Something in the record that is shown beside the question, never as its answer. */
export interface Hint extends RecordReference {
  readonly text?: Text;
}

export interface KnownFact {
  readonly known: true;
  readonly value: FactValue;
  readonly provenance: Provenance;
  readonly hints?: readonly Hint[];
  /** What the record said, where the clinician's answer has overruled it: both are kept. */
  readonly overruled?: KnownFact;
}

export interface UnknownFact {
  readonly known: false;
  readonly reason: AbsentReason;
  /** What could not be read or not be used: e.g. the resource types whose search failed, an unusable unit. */
  readonly because?: readonly string[];
  readonly hints?: readonly Hint[];
  /** What the record said, where the clinician has answered that it is not known. */
  readonly overruled?: KnownFact;
}

/** Never a bare value: known with provenance, or unknown with a reason. */
export type Fact = KnownFact | UnknownFact;

/** Facts by id. A fact that is absent from the map is unknown (`not-asked`). */
export type Facts = ReadonlyMap<string, Fact>;

export const NOT_ASKED: UnknownFact = { known: false, reason: 'not-asked' };

/**
 * The entries of the record beside a fact, newest first. One thing is told of by several resources: the same words stand once, of their newest
 * date.
 */
export function newestHints({ hints = [] }: Fact): readonly Hint[] {
  const byDate = hints.toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  return byDate.filter(({ display }, at) => byDate.findIndex((one) => one.display === display) === at);
}

/** The fact of that id, unknown where the map has none. */
export function factOf(facts: Facts, id: string): Fact {
  return facts.get(id) ?? NOT_ASKED;
}

/** The clinician's answer as a fact; what the record said is kept beside it. */
export function answeredFact(value: FactValue, before?: Fact): KnownFact {
  return { known: true, value, provenance: { kind: 'clinician' }, ...keptBeside(before) };
}

/** The clinician's answer that it is not known, as a fact; what the record said is kept beside it. */
export function answeredUnknown(before?: Fact): UnknownFact {
  return { known: false, reason: 'asked-unknown', ...keptBeside(before) };
}

function keptBeside(before: Fact | undefined): Pick<Fact, 'hints' | 'overruled'> {
  const hints = before?.hints;
  return {
    ...(hints ? { hints } : {}),
    ...(before?.known && before.provenance.kind !== 'clinician' ? { overruled: before } : {}),
  };
}
