import type { Vocabulary } from '../../core/guideline/library.ts';
import { timeAt } from '../date.ts';
import { ordersOf } from '../order.ts';
import { linkedKeys, ownKeys } from './links.ts';
import { conceptsOf, firstOf, type Member, timeOf } from './member.ts';

/** Members of one examination together: by the links between them, else by examination and day. `now` in milliseconds. */
export function groupMembers(
  members: readonly Member[],
  wide: Vocabulary,
  now: number,
): readonly (readonly Member[])[] {
  return sameDayTogether(together(members, now), wide, now);
}

/** Members of one examination together: by the links between them. */
function together(members: readonly Member[], now: number): readonly (readonly Member[])[] {
  const groups: Member[][] = [];
  const byKey = new Map<string, Member[][]>();
  const enter = (group: Member[], member: Member): void => {
    group.push(member);
    for (const key of [...ownKeys(member.resource), ...linkedKeys(member.resource)])
      byKey.set(key, [...(byKey.get(key) ?? []), group]);
  };
  for (const member of members) {
    const keys = [...ownKeys(member.resource), ...linkedKeys(member.resource)];
    const linked = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].filter((group) =>
      belongs(member, group, now),
    );
    // An order stands behind all that was made on it; anything else is of one examination.
    const chosen = member.type === 'ServiceRequest' ? linked : linked.slice(0, 1);
    for (const group of chosen) enter(group, member);
    if (chosen.length === 0) {
      const group: Member[] = [];
      groups.push(group);
      enter(group, member);
    }
  }
  return groups;
}

/** An order may be carried out again and again: two studies are two examinations, and so is a time ahead after images. */
function belongs(member: Member, group: readonly Member[], now: number): boolean {
  if (member.type === 'ImagingStudy') {
    const own = ownKeys(member.resource);
    return group.some((one) => ownKeys(one.resource).some((key) => own.includes(key)));
  }
  if (member.type !== 'Appointment' || member.stated.state === 'done') return true;
  const start = timeAt(member.resource, 'start')?.range;
  return (
    !group.some(({ stated }) => stated.state === 'done') ||
    (start !== undefined && start !== null && start.latest < now)
  );
}

/**
 * Groups that no link joins but that tell of one examination all the same: of one kind, on one day, each by resources that the
 * other has not (a study without its report, and the report).
 */
function sameDayTogether(
  groups: readonly (readonly Member[])[],
  wide: Vocabulary,
  now: number,
): readonly (readonly Member[])[] {
  const joined: Member[][] = [];
  const byKey = new Map<string, Member[][]>();
  for (const group of groups) {
    const key = sameDayKey(group, wide, now);
    const sameDay = key === undefined ? [] : (byKey.get(key) ?? []);
    const types = group.map(({ type }) => type);
    const other = sameDay.find((one) => !one.some(({ type }) => types.includes(type)));
    if (other) other.push(...group);
    else {
      const own = [...group];
      joined.push(own);
      if (key !== undefined) byKey.set(key, [...sameDay, own]);
    }
  }
  return joined;
}

/** The examination and the day of images; undefined where either is not known. */
function sameDayKey(group: readonly Member[], wide: Vocabulary, now: number): string | undefined {
  const done = group.filter(({ stated }) => stated.state === 'done');
  const day = firstOf(done, (member) => timeOf(member, now)?.text?.slice(0, DAY_LENGTH));
  const [order] = group.flatMap((member) => conceptsOf(member).flatMap((concept) => ordersOf(concept, wide)));
  return day?.length === DAY_LENGTH && order !== undefined ? `${order} ${day}` : undefined;
}

/** Of `YYYY-MM-DD`. */
const DAY_LENGTH = 10;
