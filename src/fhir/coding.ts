import { elementsAt, isElement, textAt } from './element.ts';

/**
 * Code systems that are compared as one. `diagnosis` is ICD-10 without dot and without the D that SKS puts before it,
 * so that SKS `DM545` and ICD-10 `M54.5` are the same code. Any other system stands for itself, by its URI.
 */
export type SystemKey = 'sks' | 'diagnosis' | 'icpc-2' | 'npu' | (string & {});

/** A code in the one form in which codes are compared. */
export interface NormalCode {
  readonly system: SystemKey;
  readonly code: string;
  /** SKS add-ons (`+UXZ10`), kept apart and never compared. */
  readonly addOns: readonly string[];
}

/** A coding as the record has it. */
export interface RecordedCoding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

const SKS = ['urn:oid:1.2.208.176.2.4', 'urn:oid:1.2.208.176.2.4.12'];
const ICD_10 = [
  'http://hl7.org/fhir/sid/icd-10',
  'http://hl7.dk/fhir/core/CodeSystem/icd10-da',
  'http://hl7.dk/fhir/core/CodeSystem/icd10-danish-extensions',
];
const ICPC_2 = ['urn:oid:1.2.208.176.2.31', 'http://hl7.org/fhir/sid/icpc-2'];
const NPU = ['urn:oid:1.2.208.176.2.1', 'http://npu-terminology.org'];

/** An SKS diagnosis: D, then an ICD-10 code. ICD-10's own chapter D never has a letter in second place. */
const SKS_DIAGNOSIS = /^D([A-Z]\d\d[0-9A-Z]*)$/;
const ICD_10_CODE = /^[A-Z]\d\d[0-9A-Z]*$/;
const ICPC_2_CODE = /^[A-Z]\d\d/;

/** A coding as recorded, with the form it is compared in. */
export interface ComparableCoding {
  readonly recorded: RecordedCoding;
  readonly normal: NormalCode;
}

/** Each concept is compared with many value sets; it is taken apart once. */
const takenApart = new WeakMap<object, readonly ComparableCoding[]>();

/** The codings of a CodeableConcept that have both a system and a code. */
export function codingsOf(concept: unknown): readonly RecordedCoding[] {
  return comparableCodings(concept).map(({ recorded }) => recorded);
}

/** The same with their normal codes. */
export function comparableCodings(concept: unknown): readonly ComparableCoding[] {
  if (!isElement(concept)) return [];
  const known = takenApart.get(concept);
  if (known) return known;
  const codings = elementsAt(concept, 'coding').flatMap((coding) => {
    const recorded = recordedCoding(coding);
    return recorded === undefined ? [] : [{ recorded, normal: normalCode(recorded) }];
  });
  takenApart.set(concept, codings);
  return codings;
}

/** A single FHIR Coding, where it has both a system and a code; a code without system is never matched. */
export function recordedCoding(coding: unknown): RecordedCoding | undefined {
  const system = textAt(coding, 'system');
  const code = textAt(coding, 'code');
  const display = textAt(coding, 'display');
  if (system === undefined || code === undefined) return undefined;
  return { system, code, ...(display === undefined ? {} : { display }) };
}

/**
 * The one form of a code. HL7 Denmark's own examples hold SKS diagnoses under the URI of ICPC-2 and the other way
 * round: `DM545` is an SKS diagnosis wherever it stands, since neither ICD-10 nor ICPC-2 has two letters in front; a
 * code such as `L03` under an SKS URI may be ICPC-2 (low back) or ICD-10 (cellulitis), and is left unmatched.
 */
export function normalCode({ system, code }: { readonly system: string; readonly code: string }): NormalCode {
  if (SKS.includes(system)) return normalSks(code);
  if (ICD_10.includes(system)) return normalIcd10(code);
  if (ICPC_2.includes(system)) {
    const upper = code.trim().toUpperCase();
    const diagnosis = SKS_DIAGNOSIS.test(upper.split('+')[0]?.trim() ?? '');
    return diagnosis ? normalSks(code) : { system: 'icpc-2', code: ICPC_2_CODE.test(upper) ? upper : '', addOns: [] };
  }
  if (NPU.includes(system)) return { system: 'npu', code: code.trim().toUpperCase(), addOns: [] };
  return { system, code: code.trim(), addOns: [] };
}

function normalSks(code: string): NormalCode {
  const [main = '', ...addOns] = code
    .toUpperCase()
    .split('+')
    .map((part) => part.trim());
  const stem = SKS_DIAGNOSIS.exec(main)?.[1];
  return stem === undefined ? { system: 'sks', code: main, addOns } : { system: 'diagnosis', code: stem, addOns };
}

/** ICD-10 is written with or without dot; dagger and asterisk mark the pair, not the code. */
function normalIcd10(code: string): NormalCode {
  const [main = '', ...addOns] = code
    .toUpperCase()
    .replace(/[.†*\s]/g, '')
    .split('+');
  const stem = SKS_DIAGNOSIS.exec(main)?.[1] ?? main;
  return { system: 'diagnosis', code: ICD_10_CODE.test(stem) ? stem : '', addOns };
}

/** Whether two codes are the same, after normalisation; nothing equals a code that could not be read. */
export function sameCode(a: NormalCode, b: NormalCode): boolean {
  return a.code !== '' && a.system === b.system && a.code === b.code;
}

/** The systems whose codes stand under that URI; SKS holds its diagnoses too. */
export function systemsUnder(system: string): readonly SystemKey[] {
  if (SKS.includes(system)) return ['sks', 'diagnosis'];
  if (ICD_10.includes(system)) return ['diagnosis'];
  if (ICPC_2.includes(system)) return ['icpc-2'];
  return NPU.includes(system) ? ['npu'] : [system];
}

/** Every URI under which codes of that system may be recorded, for searching. */
export function systemAliases(system: string): readonly string[] {
  return [SKS, ICD_10, ICPC_2, NPU].find((uris) => uris.includes(system)) ?? [system];
}

/** The record's own words for a concept, with the code that was recognised: "Lændesmerter UNS (DM545)". */
export function displayOf(concept: unknown, coding: RecordedCoding | undefined): string {
  const first = codingsOf(concept)[0];
  const code = coding?.code ?? first?.code;
  const words = coding?.display ?? textAt(concept, 'text') ?? first?.display;
  if (words === undefined) return code ?? '';
  return code === undefined ? words : `${words} (${code})`;
}
