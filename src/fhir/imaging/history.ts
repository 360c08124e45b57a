import type { RecordReference } from '../../core/facts/fact.ts';
import { type ImagingRules, reachOf } from '../../core/guideline/imaging-rules.ts';
import type { Vocabulary } from '../../core/guideline/library.ts';
import type { ReferralContext } from '../context.ts';
import { type RecordedTime, timeAt } from '../date.ts';
import { type Element, elementAt, elementsAt, textAt } from '../element.ts';
import { examinationDisplay } from '../examination.ts';
import { type Doubt, recordReference } from '../readers/reading-result.ts';
import { draftOf, resourcesOf } from '../record.ts';
import { literalReference } from '../reference.ts';
import { groupMembers } from './grouping.ts';
import { keysAt, keysOfDraft, ownKeys } from './links.ts';
import { conceptsOf, firstOf, isImaging, type Member, timeOf } from './member.ts';
import { isMadeBy, placeOf, requesterOf } from './performers.ts';
import { HISTORY_TYPES, type ImagingState, stateOf } from './state.ts';

/** The answer to an examination, as far as it is in the record. */
export interface ImagingReport {
  readonly reference: string;
  readonly conclusion?: string;
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
    const member = { type, resource, stated };
    return isImaging(member, draft, wide) ? [member] : [];
  });
  return groupMembers(members, wide, now).map((group) => examinationOf(group, { context, rules, wide, now }));
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
  return {
    reference: recordReference(chosen.resource, '').reference,
    ...(conclusion === undefined ? {} : { conclusion }),
    preliminary: chosen.stated.doubt === 'preliminary',
  };
}
