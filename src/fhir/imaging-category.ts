import { codingsOf } from './coding.ts';
import { type Element, elementsAt, isElement, textAt } from './element.ts';

/** HL7 v2 table 0074, LOINC, SNOMED CT and observation-category codes that say "imaging". */
const IMAGING = [
  ...['RAD', 'CT', 'NMR', 'NMS', 'RX', 'RUS', 'VUS', 'OUS', 'IMG', 'XRC'],
  ...['LP29684-5', '18748-4', '363679005', '394914008', 'imaging'],
];
/** The same systems' codes for what is certainly something else: laboratory, pathology, function tests, notes on care. */
const OTHER = [
  ...['LAB', 'AU', 'BG', 'BLB', 'CG', 'CH', 'CP', 'EC', 'EN', 'GE', 'HM', 'IMM', 'MB', 'MCB', 'MYC', 'NRS'],
  ...['PAR', 'PAT', 'PF', 'PHR', 'SP', 'SR', 'TX', 'VR'],
  ...['LP7839-6', '26436-6', '108252007', 'laboratory'],
];
/** Words that make an examination out of a procedure or order without a code we know. They never answer; they only keep a "no" back. */
const IMAGING_WORDS =
  /\b(MR|MRI|CT|PET|DXA|R[ØO]NTGEN|X-?RAY|ULTRASOUND|ULTRALYD)\b|SKANNING|SCANNING|TOMOGRA|RADIOGRA|RØNTGEN/i;

/**
 * Whether a report, procedure or order whose code we do not know may be an imaging examination. A report may be one
 * unless its categories say otherwise; a procedure or an order only if its category or its own words say so, since most
 * are something else.
 */
export function mayBeImaging(resource: Element): boolean {
  const categories = categoriesOf(resource);
  const codes = categories.flatMap((category) => codingsOf(category).map(({ code }) => code));
  if (codes.some((code) => IMAGING.includes(code))) return true;
  if (resource.resourceType === 'DiagnosticReport')
    return codes.length === 0 || !codes.every((code) => OTHER.includes(code));
  return wordsOf(resource.code).some((words) => IMAGING_WORDS.test(words));
}

/** `category` is a list on reports and orders and a single concept on procedures. */
function categoriesOf(resource: Element): readonly Element[] {
  return isElement(resource.category) ? [resource.category] : elementsAt(resource, 'category');
}

function wordsOf(concept: unknown): readonly string[] {
  const displays = elementsAt(concept, 'coding').map((coding) => textAt(coding, 'display'));
  return [textAt(concept, 'text'), ...displays].filter((words) => words !== undefined);
}
