import type { GapReason } from '../fhir/context.ts';
import { textAt } from '../fhir/element.ts';
import { type ReportForm, reportKind } from '../fhir/imaging/report-form.ts';
import { problemOf } from './gap.ts';
import { isJsonObject, parseJson } from './json-object.ts';
import { type Answer, type Connection, isOnServer } from './request.ts';

/** A report as a document. Its content stays in memory. */
export type ReportDocument =
  | { readonly kind: 'text' | 'html'; readonly title?: string; readonly text: string }
  | { readonly kind: 'pdf'; readonly title?: string; readonly content: Blob };

/** Why a form of a report cannot be shown. */
export type ReportMiss =
  /** It is not on the FHIR server: the token goes nowhere else, so it is not fetched. The host, or what else its address is. */
  | { readonly kind: 'elsewhere'; readonly host: string }
  /** A type that the page does not show; empty where none is stated. */
  | { readonly kind: 'unshown'; readonly contentType: string }
  | { readonly kind: 'unread'; readonly reason: GapReason };

/** The access has expired: nothing more can be read. */
export interface Expired {
  readonly kind: 'expired';
}

/** What a form came to. */
export type FormOutcome = ReportDocument | ReportMiss | Expired;

const MALFORMED: ReportMiss = { kind: 'unread', reason: 'malformed' };

/** Reads one form of a report: what it has with it, else what its address gives. @param timeoutMs for a request, in milliseconds */
export async function readForm(form: ReportForm, connection: Connection, timeoutMs: number): Promise<FormOutcome> {
  const { data, url = '', contentType } = form;
  if (data !== undefined) return shown(decoded(data, contentType), form);
  const base = `${connection.serverUrl}/`;
  const address = URL.canParse(url, base) ? new URL(url, base) : null;
  if (address === null || !isOnServer(base, address))
    return { kind: 'elsewhere', host: address?.host || (address?.protocol ?? url) };
  const accept = [contentType, 'application/fhir+json;q=0.5'].filter((type) => type !== '').join(', ');
  const answer = await connection.request(address.href, { headers: { accept }, asContent: true, timeoutMs });
  if (answer.kind !== 'answered') return missOf(answer);
  const { body } = answer;
  if (!(body instanceof Blob)) return MALFORMED;
  return shown(/\bjson\b/.test(body.type) ? unwrapped(await body.text()) : body, form);
}

/** Whether a form can be shown. */
export function isDocument(outcome: FormOutcome): outcome is ReportDocument {
  return outcome.kind === 'text' || outcome.kind === 'html' || outcome.kind === 'pdf';
}

/** A request that failed, as what was missed. */
export function missOf(failure: Exclude<Answer, { readonly kind: 'answered' }>): ReportMiss | Expired {
  return failure.kind === 'expired' ? failure : { kind: 'unread', reason: problemOf(failure).reason };
}

/** A server may give the content inside a Binary resource (FHIR R4 binary.html#rest). Null where it is none. */
function unwrapped(text: string): Blob | null {
  const binary = parseJson(text);
  if (!isJsonObject(binary) || binary.resourceType !== 'Binary' || typeof binary.data !== 'string') return null;
  return decoded(binary.data, textAt(binary, 'contentType') ?? '');
}

function decoded(base64: string, contentType: string): Blob | null {
  try {
    const bytes = Uint8Array.from(globalThis.atob(base64), (sign) => sign.charCodeAt(0));
    return new Blob([bytes], { type: contentType });
  } catch {
    // atob throws on what is not base64 (Infra standard, "forgiving-base64 decode").
    return null;
  }
}

async function shown(content: Blob | null, { contentType, title }: ReportForm): Promise<FormOutcome> {
  if (content === null) return MALFORMED;
  // What came says what it is; a type that says nothing leaves it to what was promised.
  const isStated = content.type !== '' && !content.type.startsWith('application/octet-stream');
  const type = isStated ? content.type : contentType;
  const kind = reportKind(type);
  const named = title === undefined ? {} : { title };
  if (kind === undefined) return { kind: 'unshown', contentType: type };
  if (kind === 'pdf') return { ...named, kind, content: content.slice(0, content.size, 'application/pdf') };
  return { ...named, kind, text: decodeText(await content.arrayBuffer(), type) };
}

/** By the charset that the type states (RFC 2046 section 4.1.2), else as UTF-8. */
function decodeText(bytes: ArrayBuffer, type: string): string {
  const label = /charset="?([\w:.-]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // TextDecoder knows no such encoding.
    return new TextDecoder().decode(bytes);
  }
}
