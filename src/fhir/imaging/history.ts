import type { RecordReference } from '../../core/facts/fact.ts';
import { type ImagingRules, reachOf } from '../../core/guideline/imaging-rules.ts';
import type { Vocabulary } from '../../core/guideline/library.ts';
import type { ReferralContext } from '../context.ts';
import { type RecordedTime, timeAt } from '../date.ts';
import { type Element, elementAt, elementsAt, textAt } from '../element.ts';
import { conceptsOfExamination, examinationDisplay } from '../examination.ts';
import { ordersOf } from '../order.ts';
import { timeOfExamination } from '../readers/imaging.ts';
import { type Doubt, recordReference } from '../readers/reading-result.ts';
import { draftOf, resourcesOf } from '../record.ts';
import { literalReference } from '../reference.ts';
import { keysAt, keysOfDraft, linkedKeys, ownKeys } from './links.ts';
import { isMadeBy, placeOf, requesterOf } from './performers.ts';
import { HISTORY_TYPES, type HistoryType, type ImagingState, type StatedState, stateOf } from './state.ts';

/** One resource behind an examination. */
export interface Member {
  readonly type: HistoryType;
  readonly resource: Element;
  readonly stated: Exclude<StatedState, 'never'>;
}

/** The answer to an examination, as far as it is in the record. */
export interface ImagingReport {
  readonly reference: string;
  readonly conclusion?: string;
  /** Address of the report as a document. */
  readonly url?: string;
  readonly preliminary: boolean;
}

/** One earlier or booked examination, put together from all resources that tell of it. */
export interface EarlierExamination {
  readonly members: readonly Member[];
  readonly references: readonly RecordReference[];
  readonly state: ImagingState;
  readonly doubts: readonly Doubt[];
  /** When images were made, or are to be. */
  readonly time?: RecordedTime;
  /** When it was asked for, as recorded. */
  readonly orderedOn?: RecordedTime;
  /** The record's words. */
  readonly display: string;
  readonly place?: string;
  readonly orderedBy?: string;
  /** Made by one of the private providers that the site names. */
  readonly isPrivate: boolean;
  readonly report?: ImagingReport;
}

/** Made once: every examination of the record is looked up in it. */
const wideVocabularies = new WeakMap<ImagingRules, Vocabulary>();

/** The vocabulary with every examination known for overlap, each with all regions it reaches. */
export function wideVocabulary(rules: ImagingRules): Vocabulary {
  const known = wideVocabularies.get(rules);
  if (known) return known;
  const orders = Object.entries(rules.examinations).map(([id, definition]) => [
    id,
    { ...definition, regions: [...reachOf(definition.regions, rules.regions)] },
  ]);
  const wide = { facts: {}, orders: Object.fromEntries(orders), valueSets: {} };
  wideVocabularies.set(rules, wide);
  return wide;
}

/**
 * Every examination that the record tells of, done, booked or ordered; the draft, and what is the draft, never. An order that
 * the draft carries out or replaces is none beside it.
 */
export function earlierExaminations(
  context: ReferralContext,
  rules: ImagingRules,
  wide: Vocabulary,
  now: number,
): readonly EarlierExamination[] {
  const draft = draftOf(context);
  const read = HISTORY_TYPES.flatMap((type) => resourcesOf(context, type)).filter(
    (resource) => resource !== draft && !isOfAnother(resource, context),
  );
  const own = keysOfDraft(draft, read);
  const superseded = new Set(draft === undefined ? [] : [...keysAt(draft, 'basedOn'), ...keysAt(draft, 'replaces')]);
  const members = read.flatMap((resource): readonly Member[] => {
    const type = HISTORY_TYPES.find((one) => one === resource.resourceType);
    const keys = ownKeys(resource);
    if (type === undefined || keys.some((key) => own.has(key))) return [];
    const stated = stateOf(resource, type);
    if (stated === 'never') return [];
    if (stated.state === 'ordered' && type === 'ServiceRequest' && keys.some((key) => superseded.has(key))) return [];
    return [{ type, resource, stated }];
  });
  return sameDayTogether(together(members, now), wide, now).map((group) =>
    examinationOf(group, { context, rules, wide, now }),
  );
}

/** An appointment names its patients among those who take part, not as its subject. */
function isOfAnother(resource: Element, { patient }: ReferralContext): boolean {
  const named = elementsAt(resource, 'participant').flatMap((participant) => {
    const literal = literalReference(textAt(elementAt(participant, 'actor'), 'reference'));
    return literal?.type === 'Patient' ? [literal.id] : [];
  });
  const id = textAt(patient, 'id');
  return id !== undefined && named.length > 0 && !named.includes(id);
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
  const joined: (readonly Member[])[] = [];
  for (const group of groups) {
    const key = sameDayKey(group, wide, now);
    const types = group.map(({ type }) => type);
    const at = joined.findIndex(
      (other) =>
        key !== undefined && sameDayKey(other, wide, now) === key && !other.some(({ type }) => types.includes(type)),
    );
    if (at < 0) joined.push(group);
    else joined[at] = [...(joined[at] ?? []), ...group];
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

interface Ground {
  readonly context: ReferralContext;
  readonly rules: ImagingRules;
  readonly wide: Vocabulary;
  readonly now: number;
}

function examinationOf(members: readonly Member[], { context, rules, wide, now }: Ground): EarlierExamination {
  const state = furthest(members);
  const telling = members.filter(({ stated }) => stated.state === state);
  const time = firstOf(telling, (member) => timeOf(member, now));
  const orderedOn = firstOf(members, ({ type, resource }) =>
    type === 'ServiceRequest' ? timeAt(resource, 'authoredOn') : undefined,
  );
  const place = firstOf([...telling, ...members], ({ type, resource }) => placeOf(resource, type, context));
  const orderedBy = firstOf(members, ({ type, resource }) => requesterOf(resource, type, context));
  const report = reportOf(members);
  return {
    members,
    references: members.map((member) => {
      const display = displayOf(member, wide);
      return recordReference(member.resource, display, timeOf(member, now));
    }),
    state,
    doubts: [...new Set(telling.flatMap(({ stated }) => stated.doubt ?? []))],
    ...(time === undefined ? {} : { time }),
    ...(orderedOn === undefined ? {} : { orderedOn }),
    display: firstOf(members, (member) => displayOf(member, wide) || undefined) ?? '',
    ...(place === undefined ? {} : { place }),
    ...(orderedBy === undefined ? {} : { orderedBy }),
    isPrivate: members.some(({ type, resource }) => isMadeBy(resource, type, context, rules.site.privateProviders)),
    ...(report === undefined ? {} : { report }),
  };
}

function furthest(members: readonly Member[]): ImagingState {
  const states: readonly ImagingState[] = ['done', 'booked', 'ordered'];
  return states.find((state) => members.some(({ stated }) => stated.state === state)) ?? 'ordered';
}

/** When images were made or are to be. An order or appointment without a time of its own has none. */
function timeOf({ type, resource, stated }: Member, now: number): RecordedTime | undefined {
  if (type === 'Appointment') return timeAt(resource, 'start');
  if (type === 'ServiceRequest' && stated.state !== 'done' && occurrence(resource) === undefined) return undefined;
  return timeOfExamination(resource, type, now);
}

function occurrence(order: Element): unknown {
  return order.occurrenceDateTime ?? order.occurrencePeriod;
}

/** The concepts by which a member says what is examined. An appointment says it under several names. */
export function conceptsOf({ type, resource }: Member): readonly Element[] {
  return type === 'Appointment' ? elementsAt(resource, 'serviceType') : conceptsOfExamination(resource);
}

function displayOf(member: Member, wide: Vocabulary): string {
  const { type, resource } = member;
  const display = examinationDisplay(resource, conceptsOf(member), wide);
  const nameless = display === '' || display.startsWith(`${type}/`);
  return nameless ? (textAt(resource, 'description') ?? '') : display;
}

function reportOf(members: readonly Member[]): ImagingReport | undefined {
  const reports = members.filter(({ type }) => type === 'DiagnosticReport');
  const [chosen] = [...reports.filter(({ stated }) => stated.doubt === undefined), ...reports];
  if (chosen === undefined || chosen.stated.state !== 'done') return undefined;
  const conclusion = textAt(chosen.resource, 'conclusion');
  const url = elementsAt(chosen.resource, 'presentedForm').flatMap((form) => textAt(form, 'url') ?? [])[0];
  return {
    reference: recordReference(chosen.resource, '').reference,
    ...(conclusion === undefined ? {} : { conclusion }),
    ...(url === undefined ? {} : { url }),
    preliminary: chosen.stated.doubt === 'preliminary',
  };
}

function firstOf<T>(members: readonly Member[], find: (member: Member) => T | undefined): T | undefined {
  for (const member of members) {
    const found = find(member);
    if (found !== undefined) return found;
  }
  return undefined;
}
