import type { ValueSet, ValueSetInclude } from '../core/guideline/library.ts';
import {
  comparableCodings,
  type NormalCode,
  normalCode,
  type RecordedCoding,
  sameCode,
  systemsUnder,
} from './coding.ts';

type Test = (code: NormalCode) => boolean;

interface Membership {
  readonly included: readonly Test[];
  readonly excluded: readonly Test[];
}

/** Systems whose codes hold their hierarchy in the code itself, so that `is-a` is a prefix. */
const HIERARCHY_IN_CODE = ['sks', 'diagnosis', 'http://www.whocc.no/atc'];

/** Tests are made once per value set: a record is read against the same few value sets over and over. */
const memberships = new WeakMap<ValueSet, Membership>();

/**
 * The first coding of a CodeableConcept that belongs to the value set, as recorded; undefined where none does.
 * FHIR R4 valueset.html#compositions: a code belongs when an include holds and no exclude does. Any of several codings
 * is enough, since they say the same in several systems. Text alone never belongs.
 */
export function codingInValueSet(concept: unknown, valueSet: ValueSet): RecordedCoding | undefined {
  const { included, excluded } = membershipOf(valueSet);
  const member = comparableCodings(concept).find(
    ({ normal }) =>
      normal.code !== '' && included.some((test) => test(normal)) && !excluded.some((test) => test(normal)),
  );
  return member?.recorded;
}

function membershipOf(valueSet: ValueSet): Membership {
  const known = memberships.get(valueSet);
  if (known) return known;
  const made = {
    included: valueSet.compose.include.map((include) => testOf(include, false)),
    excluded: (valueSet.compose.exclude ?? []).map((exclude) => testOf(exclude, true)),
  };
  memberships.set(valueSet, made);
  return made;
}

/** `ifUnreadable` is what a pattern that is no regular expression comes to: nothing is let in by it, all is kept out. */
function testOf({ system, concept, filter }: ValueSetInclude, ifUnreadable: boolean): Test {
  const systems = systemsUnder(system);
  if (concept) {
    const codes = concept.map(({ code }) => normalCode({ system, code }));
    return (candidate) => codes.some((code) => sameCode(code, candidate));
  }
  const tests = (filter ?? []).map(({ op, value }) =>
    op === 'is-a' ? descendantTest(system, value) : patternTest(system, value, ifUnreadable),
  );
  return (candidate) => systems.includes(candidate.system) && tests.every((test) => test(candidate));
}

/** FHIR `is-a`: the code itself and everything under it. */
function descendantTest(system: string, value: string): Test {
  const top = normalCode({ system, code: value });
  const byPrefix = HIERARCHY_IN_CODE.includes(top.system);
  return (candidate) =>
    sameCode(top, candidate) ||
    (byPrefix && top.code !== '' && candidate.system === top.system && candidate.code.startsWith(top.code));
}

/** FHIR `regex`, over the whole code as its system writes it: SKS diagnoses with D, ICD-10 with or without dot. */
function patternTest(system: string, value: string, ifUnreadable: boolean): Test {
  const pattern = patternOf(value);
  if (pattern === undefined) return () => ifUnreadable;
  const sks = systemsUnder(system).includes('sks');
  return ({ system: key, code }) => {
    if (key !== 'diagnosis') return pattern.test(code);
    const dotted = code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
    return (sks ? [`D${code}`] : [code, dotted]).some((written) => pattern.test(written));
  };
}

function patternOf(value: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${value})$`, 'u');
  } catch {
    // Not a regular expression: the caller is told by undefined, and errs on the side of not matching.
    return undefined;
  }
}
