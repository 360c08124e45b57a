import { type Hint, NOT_ASKED, type RecordReference } from '../../core/facts/fact.ts';
import { type ImagingRules, reachOf } from '../../core/guideline/imaging-rules.ts';
import type { Text } from '../../core/schema/text.ts';
import type { Coding, Modality } from '../../core/schema/vocabulary.ts';
import { comparableCodings, displayOf, normalCode } from '../coding.ts';
import { clinicalState, conditionTime, verification } from '../condition-status.ts';
import type { ReferralContext } from '../context.ts';
import { ageAt, momentOf } from '../date.ts';
import { type Element, elementAt, elementsAt, entryOf, textAt } from '../element.ts';
import { measurementsOf, possiblyLatest } from '../readers/measurement.ts';
import { readMedication } from '../readers/medication.ts';
import { readObservation } from '../readers/observation.ts';
import { type ReadingInput, type ReadingResult, recordReference } from '../readers/reading-result.ts';
import { draftOf, incompleteTypes, resourcesOf } from '../record.ts';
import { codingInValueSet } from '../value-set.ts';

/** Something to remember before the examination: a question or a reminder, never a verdict, and it stops nothing. */
export interface SafetyPrompt {
  readonly kind: 'pregnancy' | 'implant' | 'kidney-function' | 'metformin';
  readonly say: Text;
  readonly source: Text;
  readonly url?: string;
  /** What the record says of it. */
  readonly references: readonly RecordReference[];
  /** Resource types that could not be read completely, so that more may be there. */
  readonly unread: readonly string[];
}

/** What an examination's prompts rest on. */
interface Asked {
  readonly context: ReferralContext;
  readonly rules: ImagingRules;
  readonly modality: Modality;
  readonly regions: readonly string[];
  readonly input: ReadingInput;
}

/**
 * The prompts of the draft's examination. Pure: `now` is an ISO date-time. None for an examination that nobody here knows:
 * whether it gives radiation cannot be told of it.
 */
export function safetyPrompts(
  context: ReferralContext,
  rules: ImagingRules,
  order: string | null,
  now: string,
): readonly SafetyPrompt[] {
  const definition = order === null ? undefined : entryOf(rules.examinations, order);
  if (definition === undefined) return [];
  const vocabulary = { facts: {}, orders: {}, valueSets: rules.valueSets };
  const input = { context, vocabulary, order, now: momentOf(now) };
  const asked: Asked = { context, rules, modality: definition.modality, regions: definition.regions, input };
  const left = rules.site.leaveOut.map(({ finding }): string => finding);
  return [...pregnancy(asked), ...implant(asked), ...kidneyFunction(asked), ...metformin(asked)].filter(
    ({ kind }) => !left.includes(kind),
  );
}

/** A man is not asked about; whoever's age or gender is not known is. */
function pregnancy({ context, rules, modality, regions, input }: Asked): readonly SafetyPrompt[] {
  const { from, to, status, ...rule } = rules.safety.pregnancy;
  if (!isNearWomb(rules, { modality, regions })) return [];
  const age = ageAt(textAt(context.patient, 'birthDate') ?? '', input.now);
  if (textAt(context.patient, 'gender') === 'male' || (age !== null && (age < from || age > to))) return [];
  const found = conditionsIn(rule.valueSet, context, rules).filter(
    (condition) => clinicalState(condition, 'active', input.now).truth !== 'false',
  );
  const references = [...found.map(asReference), ...statusesIn(status, input)];
  return [prompt('pregnancy', rule, references, incompleteTypes(context, ['Condition', 'Observation']))];
}

/** Whether an examination gives ionising radiation near the womb. */
export function isNearWomb(
  { safety: { pregnancy: rule }, regions: all }: ImagingRules,
  { modality, regions }: { readonly modality: Modality; readonly regions: readonly string[] },
): boolean {
  const reached = reachOf(regions, all);
  return rule.modalities.includes(modality) && rule.regions.some((region) => reached.has(region));
}

/** What may be the latest pregnancy status, with its value as it stands: also a »not pregnant«, which answers nothing today. */
function statusesIn(
  { valueSet: id, within }: ImagingRules['safety']['pregnancy']['status'],
  input: ReadingInput,
): readonly RecordReference[] {
  const valueSet = entryOf(input.vocabulary.valueSets, id);
  if (valueSet === undefined) return [];
  return possiblyLatest(measurementsOf({ within }, valueSet, input)).map(({ part, reference }) => {
    const value = displayOf(part.valueCodeableConcept, undefined);
    return value === '' ? reference : { ...reference, display: `${reference.display}: ${value}` };
  });
}

/** Only where the record names an implant, or could not be read. Every Device of the record is shown: what it is, it says itself. */
function implant({ context, rules, modality }: Asked): readonly SafetyPrompt[] {
  const rule = rules.safety.implant;
  if (!rule.modalities.includes(modality)) return [];
  const devices = resourcesOf(context, 'Device').filter(
    (device) => !['inactive', 'entered-in-error'].includes(textAt(device, 'status') ?? ''),
  );
  const references = [
    ...conditionsIn(rule.valueSet, context, rules).map(asReference),
    ...devices.map((device) => recordReference(device, deviceName(device))),
  ];
  const unread = incompleteTypes(context, IMPLANT_TYPES);
  return references.length + unread.length === 0 ? [] : [prompt('implant', rule, references, unread)];
}

/** Where an implant may stand. */
export const IMPLANT_TYPES = ['Condition', 'Device'];

function kidneyFunction({ context, rules, input }: Asked): readonly SafetyPrompt[] {
  const limit = rules.site.contrast.kidneyFunction;
  if (limit === undefined || !isWithContrast(draftOf(context), rules.safety.contrast.codings)) return [];
  const { valueSet, unit, ...rule } = rules.safety.contrast.kidneyFunction;
  const read = (bound: { readonly min?: number; readonly below?: number }): ReadingResult =>
    readObservation(
      { reader: 'observation', valueSet, unit, pick: 'latest', within: limit.within, gives: true, ...bound },
      input,
      () => NOT_ASKED,
    );
  if (read({ min: limit.below }).kind === 'hit') return [];
  const low = read({ below: limit.below });
  return [prompt('kidney-function', rule, shownBy(low), incompleteTypes(context, ['Observation']))];
}

function metformin({ context, rules, input }: Asked): readonly SafetyPrompt[] {
  if (rules.site.contrast.metformin === undefined) return [];
  if (!isWithContrast(draftOf(context), rules.safety.contrast.codings)) return [];
  const { valueSet, ...rule } = rules.safety.contrast.metformin;
  const references = shownBy(readMedication({ reader: 'medication', valueSet, gives: true }, input));
  const unread = incompleteTypes(context, ['MedicationRequest', 'MedicationStatement']);
  return references.length + unread.length === 0 ? [] : [prompt('metformin', rule, references, unread)];
}

/** Whether the draft says contrast: by its code, an add-on code, or a detail of the order. */
export function isWithContrast(draft: Element | undefined, codings: readonly Coding[]): boolean {
  const said = [elementAt(draft, 'code'), ...elementsAt(draft, 'orderDetail')].flatMap((concept) =>
    comparableCodings(concept).flatMap(({ normal: { system, code, addOns } }) =>
      [code, ...addOns].map((one) => `${system}|${one}`),
    ),
  );
  return codings.map(normalCode).some(({ system, code }) => said.includes(`${system}|${code}`));
}

function conditionsIn(valueSetId: string, context: ReferralContext, { valueSets }: ImagingRules): readonly Element[] {
  const valueSet = entryOf(valueSets, valueSetId);
  if (valueSet === undefined) return [];
  return resourcesOf(context, 'Condition').filter(
    (condition) =>
      codingInValueSet(condition.code, valueSet) !== undefined && verification(condition).truth !== 'false',
  );
}

function asReference(condition: Element): RecordReference {
  return recordReference(condition, displayOf(condition.code, undefined), conditionTime(condition));
}

function deviceName(device: Element): string {
  const name = elementsAt(device, 'deviceName').flatMap((one) => textAt(one, 'name') ?? [])[0];
  const words = displayOf(device.type, undefined);
  return words === '' ? (name ?? 'Device') : words;
}

function shownBy(result: ReadingResult): readonly (RecordReference | Hint)[] {
  return result.kind === 'hit' ? [...result.references, ...result.hints] : result.hints;
}

interface PromptRule {
  readonly say: Text;
  readonly source: Text;
  readonly url?: string | undefined;
}

function prompt(
  kind: SafetyPrompt['kind'],
  { say, source, url }: PromptRule,
  references: readonly RecordReference[],
  unread: readonly string[],
): SafetyPrompt {
  return { kind, say, source, ...(url === undefined ? {} : { url }), references, unread };
}
