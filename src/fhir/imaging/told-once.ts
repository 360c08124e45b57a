import type { Fact, RecordReference } from '../../core/facts/fact.ts';
import type { ReferralContext } from '../context.ts';
import { elementAt, elementsAt, textAt } from '../element.ts';
import { IMAGING_TYPES } from '../readers/imaging.ts';
import { referenceTo, resourcesOf } from '../record.ts';

/** How resources of one examination name one another, what tells the most of it first. */
const NAMES = ['imagingStudy', 'procedureReference', 'report', 'basedOn'];
/** Of `YYYY-MM-DD`. */
const DAY_LENGTH = 10;

/**
 * A fact that rests on examinations, each told once: one may stand as an order, a study and a report. What the others name, or
 * what tells by another kind of resource of the same examination on the same day, is marked as told by the first (`of`). All
 * references stay.
 */
export function toldOnce(fact: Fact, context: ReferralContext): Fact {
  if (!fact.known || fact.provenance.kind !== 'record') return fact;
  const { provenance } = fact;
  if (!provenance.references.some((one) => isImagingType(typeIn(one)))) return fact;
  return { ...fact, provenance: { ...provenance, references: markTold(provenance.references, namesIn(context)) } };
}

function markTold(
  references: readonly RecordReference[],
  names: ReadonlyMap<string, readonly string[]>,
): readonly RecordReference[] {
  const groups: RecordReference[][] = [];
  return references.map((one) => {
    // Two studies are two examinations, though one order stand behind them.
    const free = groups.filter((members) => !members.some((other) => typeIn(other) === typeIn(one)));
    const group = groupNamedBy(one, free, names) ?? free.find((members) => members.some((other) => isOne(other, one)));
    if (group === undefined) groups.push([one]);
    else group.push(one);
    const head = group?.[0];
    return head === undefined ? one : { ...one, of: head.reference };
  });

  function isOne(other: RecordReference, one: RecordReference): boolean {
    return names.get(other.reference)?.includes(one.reference) === true || isOneDay(other, one);
  }
}

/** By the name that tells the most. */
function groupNamedBy(
  { reference }: RecordReference,
  groups: readonly RecordReference[][],
  names: ReadonlyMap<string, readonly string[]>,
): RecordReference[] | undefined {
  for (const name of names.get(reference) ?? []) {
    const group = groups.find((members) => members.some((member) => member.reference === name));
    if (group !== undefined) return group;
  }
  return undefined;
}

/** By reference, what each resource names. */
function namesIn(context: ReferralContext): ReadonlyMap<string, readonly string[]> {
  return new Map(
    IMAGING_TYPES.flatMap((type) => resourcesOf(context, type)).map((resource) => [
      referenceTo(resource),
      NAMES.flatMap((name) => [elementAt(resource, name), ...elementsAt(resource, name)]).flatMap(
        (named) => textAt(named, 'reference') ?? [],
      ),
    ]),
  );
}

function isOneDay(one: RecordReference, other: RecordReference): boolean {
  const day = one.date?.slice(0, DAY_LENGTH);
  return one.display === other.display && day?.length === DAY_LENGTH && day === other.date?.slice(0, DAY_LENGTH);
}

function typeIn({ reference }: RecordReference): string {
  return reference.split('/')[0] ?? '';
}

function isImagingType(type: string): boolean {
  const types: readonly string[] = IMAGING_TYPES;
  return types.includes(type);
}
