import type { LaunchFailure } from './port.ts';
import { TokenTimeout } from './time-limit.ts';

/** Errors of the token endpoint (RFC 6749 section 5.2). Only these words are passed on, never the server's own. */
const oauthErrors = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
];

/**
 * What an error of fhirclient's token exchange means. `offline` where nothing answered, else `token-refused`.
 * @throws whatever is no error of an exchange at all
 */
export function tokenFailure(error: unknown): LaunchFailure {
  if (error instanceof TokenTimeout) return { kind: 'failed', code: 'offline', detail: 'token endpoint: timed-out' };
  if (!(error instanceof Error)) throw error;
  const status = 'status' in error && typeof error.status === 'number' ? `HTTP ${error.status}` : undefined;
  // What fetch throws when nothing answers, or without leave to read the answer.
  if (status === undefined && error instanceof TypeError) {
    return { kind: 'failed', code: 'offline', detail: 'token endpoint' };
  }
  // fhirclient's HttpError puts the body's `error` on a line of its own, a description after a colon.
  const words = error.message.split('\n').map((line) => line.split(':', 1)[0]);
  const word = oauthErrors.find((known) => words.includes(known));
  const detail = [status, word].filter((part) => part !== undefined).join(' ');
  return { kind: 'failed', code: 'token-refused', ...(detail === '' ? {} : { detail }) };
}
