import type { Truth } from '../../core/facts/truth.ts';
import type { ImagingRules } from '../../core/guideline/imaging-rules.ts';
import type { Vocabulary } from '../../core/guideline/library.ts';
import type { ImagingWindow } from '../../core/schema/imaging.ts';
import type { Modality, Within } from '../../core/schema/vocabulary.ts';
import { comparableCodings, type NormalCode, normalCode, sameCode } from '../coding.ts';
import type { ReferralContext } from '../context.ts';
import { type InstantRange, isWithin, type Moment, momentOf } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf } from '../element.ts';
import { judgeExamination } from '../examination.ts';
import { identifyOrder, ordersOf } from '../order.ts';
import type { Doubt, Verdict } from '../readers/reading-result.ts';
import { draftOf } from '../record.ts';
import { type EarlierExamination, earlierExaminations, wideVocabulary } from './history.ts';
import { conceptsOf, type Member } from './member.ts';

/**
 * How an examination stands to the draft: the same; one that may answer it; one of the same region that does not; one of
 * which it cannot be told; or another.
 */
export type Relation = 'same-examination' | 'overlapping-region' | 'same-region' | 'unclear' | 'other';

/** An examination with its relation to the draft. */
export interface RelatedExamination {
  readonly examination: EarlierExamination;
  readonly relation: Relation;
  /** Regions of the draft that it reaches. */
  readonly regions: readonly string[];
}

/** Something worth knowing about the draft: never a verdict, never a block. */
export interface ImagingFinding extends RelatedExamination {
  readonly relation: 'same-examination' | 'overlapping-region';
  readonly window: ImagingWindow;
  /** Why it may not be so after all. */
  readonly doubts: readonly Doubt[];
}

/** Earlier and booked imaging beside a draft. */
export interface ImagingOverlap {
  /** The draft's examination, also where no guideline speaks about it; null where it cannot be told. */
  readonly order: string | null;
  /** Of the same and overlapping regions, newest first; what cannot be told last. */
  readonly related: readonly RelatedExamination[];
  readonly findings: readonly ImagingFinding[];
  /** The order says that it was planned at an MDT conference: then there are no findings. */
  readonly plannedByTeam: boolean;
}

const EVERY_MODALITY: readonly Modality[] = [
  ...(['CT', 'MR', 'X-ray', 'ultrasound'] as const),
  ...(['PET-CT', 'SPECT-CT', 'DXA', 'angiography'] as const),
];
/** SKS add-ons for the side of the body: right and left. */
const SIDES = ['TUL1', 'TUL2'];

/**
 * Earlier and booked imaging beside the draft of a record, and what of it may make the draft superfluous. Pure: `now` is an
 * ISO date-time. What was not read is not judged here: the record's gaps say it.
 */
export function findOverlap(context: ReferralContext, rules: ImagingRules, now: string): ImagingOverlap {
  const wide = wideVocabulary(rules);
  const moment = momentOf(now);
  const draft = draftOf(context);
  const order = identifyOrder(wide, draft);
  const plannedByTeam = isPlannedByTeam(draft, rules);
  const sought = soughtBy(draft, order, rules);
  const related = earlierExaminations(context, rules, wide, moment.instant)
    .map((examination) => relate(examination, sought, wide))
    .filter(({ relation }) => relation !== 'other')
    .sort(newestFirst);
  const left = rules.site.leaveOut.map(({ finding }) => finding);
  const findings = related.flatMap((one) => findingOf(one, order, rules, moment));
  return {
    order,
    related,
    findings: plannedByTeam ? [] : findings.filter(({ relation }) => !left.includes(relation)).sort(weightiestFirst),
    plannedByTeam,
  };
}

/** What the draft asks for. */
interface Sought {
  readonly order: string | null;
  readonly codes: readonly NormalCode[];
  readonly sides: readonly string[];
  readonly regions: readonly string[];
  readonly answering: readonly Modality[];
}

function soughtBy(draft: Element | undefined, order: string | null, rules: ImagingRules): Sought {
  const definition = order === null ? undefined : entryOf(rules.examinations, order);
  const concept = elementAt(draft, 'code');
  return {
    order,
    codes: comparableCodings(concept).map(({ normal }) => normal),
    sides: sidesOf([concept, ...elementsAt(draft, 'bodySite')]),
    regions: definition?.regions ?? [],
    answering: definition === undefined ? [] : (rules.answeredBy.modalities[definition.modality] ?? []),
  };
}

function relate(examination: EarlierExamination, sought: Sought, wide: Vocabulary): RelatedExamination {
  const { members } = examination;
  const reached = (modalities: readonly string[]): readonly string[] =>
    sought.regions.filter((region) => truthOf(members, wide, region, modalities) === 'true');
  const regions = reached(EVERY_MODALITY);
  const isSame = members.some((member) => conceptsOf(member).some((concept) => namesTheSame(concept, sought, wide)));
  const sides = sidesOf(
    members.flatMap(({ resource }) => [
      elementAt(resource, 'code'),
      ...elementsAt(resource, 'bodySite'),
      ...elementsAt(resource, 'procedureCode'),
    ]),
  );
  const otherSide = sought.sides.length === 1 && sides.length === 1 && sides[0] !== sought.sides[0];
  if (isSame && !otherSide) return { examination, relation: 'same-examination', regions };
  if (reached(sought.answering).length > 0 && !otherSide)
    return { examination, relation: 'overlapping-region', regions };
  if (isSame || regions.length > 0) return { examination, relation: 'same-region', regions };
  const open = sought.regions.some((region) => truthOf(members, wide, region, EVERY_MODALITY) === 'unknown');
  return { examination, relation: open ? 'unclear' : 'other', regions };
}

function namesTheSame(concept: Element, { order, codes }: Sought, wide: Vocabulary): boolean {
  if (order !== null && ordersOf(concept, wide).includes(order)) return true;
  return comparableCodings(concept).some(({ normal }) => codes.some((code) => sameCode(code, normal)));
}

/** Whether any member tells of an examination of the region by one of the modalities. */
function truthOf(members: readonly Member[], wide: Vocabulary, region: string, modalities: readonly string[]): Truth {
  const verdicts = members.map(
    (member): Verdict => judgeExamination(asExamination(member), wide, { region, modalities }),
  );
  return (
    (['true', 'unknown', 'false'] as const).find((truth) => verdicts.some((one) => one.truth === truth)) ?? 'false'
  );
}

/** An appointment says under other names what an order says. */
function asExamination({ type, resource }: Member): Element {
  if (type !== 'Appointment') return resource;
  const coding = elementsAt(resource, 'serviceType').flatMap((concept) => elementsAt(concept, 'coding'));
  const code = { coding, text: resource.description };
  return { resourceType: 'ServiceRequest', code, category: resource.serviceCategory };
}

function sidesOf(concepts: readonly (Element | undefined)[]): readonly string[] {
  const addOns = concepts.flatMap((concept) =>
    comparableCodings(concept).flatMap(({ normal }) => [...normal.addOns, normal.code]),
  );
  return SIDES.filter((side) => addOns.includes(side));
}

function findingOf(
  related: RelatedExamination,
  order: string | null,
  { windows }: ImagingRules,
  now: Moment,
): readonly ImagingFinding[] {
  const { relation, examination } = related;
  if (relation !== 'same-examination' && relation !== 'overlapping-region') return [];
  const own = order === null ? undefined : entryOf(windows.orders, order);
  const kind = relation === 'same-examination' ? 'same' : 'overlapping';
  const window = own?.[kind] ?? windows.default[kind];
  const near = isNear(examination, window.within, now);
  if (near === 'false') return [];
  const undecided: Doubt = examination.time?.range ? 'date-imprecise' : 'date-missing';
  return [
    { ...related, relation, window, doubts: [...examination.doubts, ...(near === 'unknown' ? [undecided] : [])] },
  ];
}

/**
 * Whether an examination lies within the window, back or ahead alike. What is ordered without a time is yet to come: it is
 * near when it was ordered within the window, and else it cannot be told.
 */
function isNear({ state, time, orderedOn }: EarlierExamination, window: Within, now: Moment): Truth {
  if (time?.range) return isWithinEitherWay(time.range, window, now);
  if (state === 'done') return 'unknown';
  return orderedOn && isWithinEitherWay(orderedOn.range, window, now) === 'true' ? 'true' : 'unknown';
}

/** Whether it lies within the period before now or, mirrored, after it. */
export function isWithinEitherWay(range: InstantRange | null, window: Within, now: Moment): Truth {
  if (range === null) return 'unknown';
  const mirrored = { earliest: 2 * now.instant - range.latest, latest: 2 * now.instant - range.earliest };
  const truths = [isWithin(range, window, now), isWithin(mirrored, window, now)];
  return (['true', 'unknown', 'false'] as const).find((truth) => truths.includes(truth)) ?? 'false';
}

function isPlannedByTeam(draft: Element | undefined, { site }: ImagingRules): boolean {
  const codes = site.plannedByTeam.map(normalCode);
  return [...elementsAt(draft, 'category'), ...elementsAt(draft, 'orderDetail')].some((concept) =>
    comparableCodings(concept).some(({ normal }) => codes.some((code) => sameCode(code, normal))),
  );
}

function newestFirst(a: RelatedExamination, b: RelatedExamination): number {
  return (
    Number(a.relation === 'unclear') - Number(b.relation === 'unclear') ||
    compareText(dateText(b.examination), dateText(a.examination))
  );
}

/** The same examination first, and what is certain before what is not; the order is kept else. */
function weightiestFirst(a: ImagingFinding, b: ImagingFinding): number {
  return (
    Number(b.relation === 'same-examination') - Number(a.relation === 'same-examination') ||
    a.doubts.length - b.doubts.length
  );
}

function dateText({ time, orderedOn }: EarlierExamination): string {
  return time?.text ?? orderedOn?.text ?? '';
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
