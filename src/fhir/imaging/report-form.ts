import { type Element, elementAt, elementsAt, isElement, textAt } from '../element.ts';
import { literalReference } from '../reference.ts';
import type { EarlierExamination } from './history.ts';

/** How a report can be shown: text; markup, of which only the text is; or a PDF. */
export type ReportKind = 'text' | 'html' | 'pdf';

/** One form in which a report is there (FHIR R4 Attachment). */
export interface ReportForm {
  /** Undefined where no type is stated, or it is one that cannot be shown. */
  readonly kind: ReportKind | undefined;
  /** As stated, e.g. `text/plain; charset=iso-8859-1`; empty where none is. */
  readonly contentType: string;
  readonly title?: string;
  /** Base64. */
  readonly data?: string;
  /** Relative to the FHIR base, or absolute. */
  readonly url?: string;
}

/** Where the report of an examination may stand: ids on the same server. */
export interface ReportPlaces {
  readonly reports: readonly string[];
  /** DocumentReferences that a resource of the examination names. */
  readonly documents: readonly string[];
  /** `Type/id` of everything that a document may be filed under. */
  readonly related: readonly string[];
}

const KINDS: Readonly<Record<string, ReportKind>> = {
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
};
/** What is read most easily first; what cannot be shown last. */
const ORDER: readonly (ReportKind | undefined)[] = ['text', 'html', 'pdf', undefined];

/** How content of that type is shown (RFC 9110 section 8.3.1: parameters and case say nothing of it). */
export function reportKind(contentType: string): ReportKind | undefined {
  const [type = ''] = contentType.split(';', 1);
  const known = type.trim().toLowerCase();
  return Object.hasOwn(KINDS, known) ? KINDS[known] : undefined;
}

/**
 * The forms of a report, the easiest to read first, what has its content with it before what must be fetched. Several of one
 * resource say the same (FHIR R4 diagnosticreport.html, `presentedForm`), so one is enough.
 */
export function reportForms(resource: unknown): readonly ReportForm[] {
  const attachments: readonly Element[] = [
    ...elementsAt(resource, 'presentedForm'),
    ...elementsAt(resource, 'content')
      .map((content) => elementAt(content, 'attachment'))
      .filter(isElement),
  ];
  const forms = attachments.map(formOf).filter(({ data, url }) => data !== undefined || url !== undefined);
  return forms.sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(a.data === undefined) - Number(b.data === undefined),
  );
}

function formOf(attachment: Element): ReportForm {
  const contentType = textAt(attachment, 'contentType') ?? '';
  const title = textAt(attachment, 'title');
  const data = textAt(attachment, 'data');
  const url = textAt(attachment, 'url');
  return {
    kind: reportKind(contentType),
    contentType,
    ...(title === undefined ? {} : { title }),
    ...(data === undefined ? {} : { data }),
    ...(url === undefined ? {} : { url }),
  };
}

/** Where to look for the report of an examination. */
export function reportPlaces({ members }: Pick<EarlierExamination, 'members'>): ReportPlaces {
  const done = members.filter(({ stated }) => stated.state === 'done');
  const named = done.flatMap(({ resource }) => elementsAt(resource, 'report')).flatMap(localReference);
  return {
    reports: [
      ...new Set([
        ...done.flatMap(({ type, resource }) => (type === 'DiagnosticReport' ? (textAt(resource, 'id') ?? []) : [])),
        ...named.flatMap(({ type, id }) => (type === 'DiagnosticReport' ? [id] : [])),
      ]),
    ],
    documents: [...new Set(named.flatMap(({ type, id }) => (type === 'DocumentReference' ? [id] : [])))],
    related: members.flatMap(({ type, resource }) => {
      const id = textAt(resource, 'id');
      return id === undefined ? [] : [`${type}/${id}`];
    }),
  };
}

function localReference(reference: Element): readonly { readonly type: string; readonly id: string }[] {
  const literal = literalReference(textAt(reference, 'reference'));
  return literal === null || literal.base !== undefined ? [] : [literal];
}

/** Whether a document is in force and filed under one of these (`Type/id`). */
export function isDocumentOf(document: unknown, related: readonly string[]): boolean {
  if (textAt(document, 'status') !== 'current') return false;
  return elementsAt(elementAt(document, 'context'), 'related').some((reference) => {
    const literal = literalReference(textAt(reference, 'reference'));
    return literal !== null && related.includes(`${literal.type}/${literal.id}`);
  });
}
