import type { Vocabulary } from '../core/guideline/library.ts';
import type { OrderDefinition } from '../core/schema/vocabulary.ts';
import { codingsOf, displayOf, normalCode, recordedCoding } from './coding.ts';
import { type Element, elementAt, elementsAt, entryOf, textAt } from './element.ts';
import { mayBeImaging } from './imaging-category.ts';
import { ordersOf } from './order.ts';
import type { Doubt, Verdict } from './readers/reading-result.ts';
import { referenceTo } from './record.ts';

/** What is looked for: a region of the vocabulary, and the modalities that could answer; undefined where the draft's examination is unknown. */
export interface Sought {
  readonly region: string;
  readonly modalities: readonly string[] | undefined;
}

const YES: Verdict = { truth: 'true' };
const NO: Verdict = { truth: 'false' };

/** DICOM modalities (PS3.3 C.7.3.1.1.1) as the vocabulary names them; a hybrid study carries two. */
const DICOM_MODALITY: Readonly<Record<string, string>> = {
  MR: 'MR',
  CT: 'CT',
  CR: 'X-ray',
  DX: 'X-ray',
  RG: 'X-ray',
  US: 'ultrasound',
};
/** SKS radiology codes: UX, modality letter, region letter (structure read in the SKS extract of 2018). */
const SKS_RADIOLOGY = /^UX([A-Z])([A-Z])\d/;
const SKS_MODALITY: Readonly<Record<string, string>> = { M: 'MR', C: 'CT', R: 'X-ray', U: 'ultrasound' };
const SKS_WHOLE_BODY = 'H';
/** DICOM body parts (PS3.16 annex L) that name one region beyond mistake; those the vocabulary has stand under its id. */
const BODY_PART: Readonly<Record<string, string>> = {
  LSPINE: 'lumbar-spine',
  TSPINE: 'thoracic-spine',
  CSPINE: 'cervical-spine',
  HEAD: 'head',
  BRAIN: 'head',
  CHEST: 'thorax',
  ABDOMEN: 'abdomen',
  PELVIS: 'pelvis',
  NECK: 'neck',
  BREAST: 'breast',
  SHOULDER: 'shoulder',
  ELBOW: 'elbow',
  HAND: 'hand',
  HIP: 'hip',
  KNEE: 'knee',
  ANKLE: 'ankle',
  FOOT: 'foot',
};

/**
 * Whether an ImagingStudy, DiagnosticReport, Procedure or ServiceRequest is an examination of the region by one of the
 * modalities: by its code, where the vocabulary's orders know it; else by an SKS code's letters, which can only rule out;
 * else by a study's own modality and body part. Words never answer. What is imaging but of a region that cannot be told
 * does not decide: it may be the one looked for.
 */
export function judgeExamination(resource: Element, vocabulary: Vocabulary, sought: Sought): Verdict {
  const judged = conceptsOfExamination(resource).map((concept) => judgeConcept(concept, vocabulary, sought));
  const said = judged.filter((verdict) => verdict !== undefined);
  if (said.length > 0 && said.length === judged.length) return anyVerdict(said);
  if (resource.resourceType === 'ImagingStudy') return anyVerdict([...said, judgeStudy(resource, sought)]);
  return anyVerdict([...said, mayBeImaging(resource) ? unclear('examination-unclear') : NO]);
}

/** Undefined where the concept's codes say nothing. */
function judgeConcept(concept: Element, vocabulary: Vocabulary, sought: Sought): Verdict | undefined {
  const orders = ordersOf(concept, vocabulary).flatMap((id) => entryOf(vocabulary.orders, id) ?? []);
  if (orders.length > 0) return anyVerdict(orders.map((order) => judgeOrder(order, sought)));
  const letters = codingsOf(concept)
    .map(sksLetters)
    .filter((pair) => pair !== undefined);
  return letters.length === 0 ? undefined : anyVerdict(letters.map((pair) => judgeLetters(pair, vocabulary, sought)));
}

/** The concepts that say what was examined. */
export function conceptsOfExamination(resource: Element): readonly Element[] {
  if (resource.resourceType === 'ImagingStudy') return elementsAt(resource, 'procedureCode');
  const code = elementAt(resource, 'code');
  return code === undefined ? [] : [code];
}

/** The record's words for an examination. */
export function examinationDisplay(resource: Element, concepts: readonly Element[], vocabulary: Vocabulary): string {
  for (const concept of concepts) {
    const known = codingsOf(concept).find((coding) => ordersOf({ coding: [coding] }, vocabulary).length > 0);
    const words = displayOf(concept, known);
    if (words !== '') return words;
  }
  const modalities = modalitiesOf(resource).join('+');
  return [textAt(resource, 'description'), modalities].find((text) => text) ?? referenceTo(resource);
}

function judgeOrder({ regions, modality }: OrderDefinition, { region, modalities }: Sought): Verdict {
  if (!regions.includes(region)) return NO;
  return judgeModality(modality, modalities);
}

function judgeModality(modality: string | undefined, modalities: readonly string[] | undefined): Verdict {
  if (modalities === undefined) return unclear('modality-unclear');
  if (modalities.length === 0) return NO;
  if (modality === undefined) return unclear('modality-unclear');
  return modalities.includes(modality) ? YES : NO;
}

function sksLetters(coding: {
  readonly system: string;
  readonly code: string;
}): readonly [modality: string, region: string] | undefined {
  const { system, code } = normalCode(coding);
  const [, modality, region] = system === 'sks' ? (SKS_RADIOLOGY.exec(code) ?? []) : [];
  return modality === undefined || region === undefined ? undefined : [modality, region];
}

/** The region's letters are those of the vocabulary's own codes for it; another letter is another region. */
function judgeLetters([modality, letter]: readonly [string, string], { orders }: Vocabulary, sought: Sought): Verdict {
  const letters = Object.values(orders)
    .filter(({ regions }) => regions.includes(sought.region))
    .flatMap(({ codes }) => codes.flatMap((code) => sksLetters(code)?.[1] ?? []));
  if (letter !== SKS_WHOLE_BODY && letters.length > 0 && !letters.includes(letter)) return NO;
  // A modality letter that is none of these (angiography) is a modality the vocabulary does not have.
  const judged = judgeModality(SKS_MODALITY[modality] ?? modality, sought.modalities);
  return judged.truth === 'true' ? unclear('region-unclear') : judged;
}

/** Each series with images by its own body part; the modality is the study's where it has one (a hybrid has several series). */
function judgeStudy(study: Element, sought: Sought): Verdict {
  const series = elementsAt(study, 'series').filter((one) => hasImages(codesUnder([elementAt(one, 'modality')])));
  const whole = modalityOf(modalitiesOf(study));
  return anyVerdict(
    (series.length > 0 ? series : [study]).map((part) => {
      const own = modalityOf(codesUnder([elementAt(part, 'modality')]));
      const modality = judgeModality(whole ?? own, sought.modalities);
      if (modality.truth === 'false') return NO;
      const bodyPart = recordedBodyPart(part);
      if (bodyPart === undefined) return unclear('region-unclear');
      return bodyPart === sought.region ? modality : NO;
    }),
  );
}

/** Reports and presentation states are series too (SR, KO, PR); a series without modality may hold images. */
function hasImages(codes: readonly string[]): boolean {
  return codes.every((code) => code === 'PT' || code === 'NM' || Object.hasOwn(DICOM_MODALITY, code));
}

function recordedBodyPart(series: Element): string | undefined {
  const code = textAt(elementAt(series, 'bodySite'), 'code')?.toUpperCase();
  return code !== undefined && Object.hasOwn(BODY_PART, code) ? BODY_PART[code] : undefined;
}

function modalitiesOf(study: Element): readonly string[] {
  const own = codesUnder(elementsAt(study, 'modality'));
  return own.length > 0 ? own : codesUnder(elementsAt(study, 'series').map((series) => elementAt(series, 'modality')));
}

function codesUnder(codings: readonly (Element | undefined)[]): readonly string[] {
  return [...new Set(codings.flatMap((coding) => recordedCoding(coding)?.code.toUpperCase() ?? []))];
}

/** One modality; undefined where it cannot be told. */
function modalityOf(codes: readonly string[]): string | undefined {
  if (codes.includes('PT')) return codes.includes('CT') ? 'PET-CT' : undefined;
  if (codes.includes('NM')) return codes.includes('CT') ? 'SPECT-CT' : undefined;
  const names = [
    ...new Set(codes.flatMap((code) => (Object.hasOwn(DICOM_MODALITY, code) ? [DICOM_MODALITY[code]] : []))),
  ];
  return names.length === 1 ? names[0] : undefined;
}

function anyVerdict(verdicts: readonly Verdict[]): Verdict {
  const yes = verdicts.find(({ truth }) => truth === 'true');
  return yes ?? verdicts.find(({ truth }) => truth === 'unknown') ?? NO;
}

function unclear(doubt: Doubt): Verdict {
  return { truth: 'unknown', doubt };
}
