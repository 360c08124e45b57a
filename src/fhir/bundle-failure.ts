import type { Gap, GapReason } from './context.ts';
import { type Element, elementAt, elementsAt, numberAt, textAt } from './element.ts';
import { READ_TYPES } from './well-formed.ts';

/**
 * What an entry of a Bundle says could not be read: a batch's answer that is no success, or an OperationOutcome among the
 * results that tells of an error (FHIR R4 search.html, `search.mode` outcome). Warnings are no such thing. The gap is of
 * the resource type that the entry names, else of the whole record.
 */
export function failedEntry(entry: Element): Gap | null {
  const status = Number(/^\d{3}/.exec(textAt(elementAt(entry, 'response'), 'status') ?? '')?.[0] ?? 200);
  const outcomes = [elementAt(entry, 'resource'), elementAt(elementAt(entry, 'response'), 'outcome')];
  const issues = outcomes
    .filter((resource) => resource?.resourceType === 'OperationOutcome')
    .flatMap((outcome) => elementsAt(outcome, 'issue'));
  const refused = status < 200 || status > 299;
  if (!refused && !issues.some(isError)) return null;
  const named = typeNamed([
    ...[textAt(elementAt(entry, 'request'), 'url'), textAt(elementAt(entry, 'response'), 'location')],
    ...[textAt(entry, 'fullUrl'), JSON.stringify(issues)],
  ]);
  return { resourceType: named, reason: reasonOf(status), ...(refused ? { status } : {}) };
}

/** A searchset that is not the whole answer: it has a next page, or counts more than it holds. */
export function cutOff(bundle: Element): Gap | null {
  if (bundle.type !== 'searchset') return null;
  const links = elementsAt(bundle, 'link');
  const matches = elementsAt(bundle, 'entry').filter((entry) => {
    const mode = textAt(elementAt(entry, 'search'), 'mode');
    return mode === undefined || mode === 'match';
  });
  const more = links.some(({ relation }) => relation === 'next') || (numberAt(bundle, 'total') ?? 0) > matches.length;
  if (!more) return null;
  const self = links.find(({ relation }) => relation === 'self');
  return { resourceType: typeNamed([textAt(self, 'url')]), reason: 'cut-off' };
}

function isError({ severity, code }: Element): boolean {
  return severity === 'error' || severity === 'fatal' || code === 'incomplete';
}

function reasonOf(status: number): GapReason {
  return status === 403 ? 'refused' : 'failed';
}

/** The first resource type that one of the texts names. */
function typeNamed(texts: readonly (string | undefined)[]): string {
  const words = texts.flatMap((text) => text?.match(/[A-Za-z]+/g) ?? []);
  return words.find((word) => READ_TYPES.includes(word)) ?? 'Bundle';
}
