import type { OperationOutcome } from 'fhir/r4';
import { type HookWords, hookWords } from '../i18n/hook-words.ts';
import type { Language } from '../i18n/language.ts';
import type { HooksResponse } from './http.ts';

/** Why a call was not answered with cards or thanks. */
export type FailureCode = keyof HookWords['failure'];

/** HTTP status and FHIR issue type (R4 valueset-issue-type) of each failure. CDS Hooks 2.0 names 412; the others are HTTP's own. */
const ANSWERS: Readonly<Record<FailureCode, { readonly status: number; readonly issue: string }>> = {
  'not-json': { status: 400, issue: 'structure' },
  'not-a-hook-request': { status: 400, issue: 'invalid' },
  'wrong-hook': { status: 400, issue: 'not-supported' },
  'wrong-patient': { status: 400, issue: 'conflict' },
  'data-missing': { status: 412, issue: 'required' },
  'not-found': { status: 404, issue: 'not-found' },
  'method-not-allowed': { status: 405, issue: 'not-supported' },
  'not-acceptable-media': { status: 415, issue: 'not-supported' },
  'too-large': { status: 413, issue: 'too-long' },
  unauthorized: { status: 401, issue: 'login' },
  'not-feedback': { status: 400, issue: 'invalid' },
  'not-stored': { status: 503, issue: 'transient' },
  failed: { status: 500, issue: 'exception' },
};

/** What went wrong; `diagnostics` is for who builds the client, in English, and holds nothing of the patient. */
export interface Failure {
  readonly code: FailureCode;
  readonly diagnostics?: string;
}

/** A failure as an answer: its status, and an OperationOutcome with words and a next step. */
export function failureResponse(
  { code, diagnostics }: Failure,
  language: Language,
  headers: Readonly<Record<string, string>> = {},
): HooksResponse {
  const { status, issue } = ANSWERS[code];
  const outcome: OperationOutcome = {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: issue as OperationOutcome['issue'][number]['code'],
        details: { text: hookWords[language].failure[code] },
        ...(diagnostics === undefined ? {} : { diagnostics }),
      },
    ],
  };
  return {
    status,
    headers: { 'content-type': 'application/fhir+json; charset=utf-8', ...headers },
    body: JSON.stringify(outcome),
  };
}
