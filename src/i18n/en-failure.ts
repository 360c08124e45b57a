import type { daFailure } from './da-failure.ts';

/** Everything that can go wrong, in English; each with a next step. */
export const enFailure: typeof daFailure = {
  failure: {
    'launched-without-parameters': {
      title: 'Opened outside the record system',
      text: 'This page has to be opened from the record system, with a patient and an order.',
      next: 'Open Indikation from the record system, or check an indication without a patient.',
    },
    'issuer-not-allowed': {
      title: 'Unknown record system',
      text: 'The page was opened from a record system it is not set up for. Nothing has been sent.',
      next: 'Contact IT support and give them the detail below.',
    },
    'site-configuration-unreadable': {
      title: 'The set-up cannot be read',
      text: "This site's configuration of Indikation is missing or wrong.",
      next: 'Contact IT support.',
    },
    'server-not-smart': {
      title: 'The record system does not answer as expected',
      text: 'The record system does not offer the secure launch (SMART on FHIR with PKCE) that is required.',
      next: 'Contact IT support.',
    },
    'authorization-refused': {
      title: 'Access refused',
      text: 'The record system did not give access.',
      next: 'Open Indikation from the record system again. If it happens again, contact IT support.',
    },
    'token-refused': {
      title: 'The launch could not be completed',
      text: 'The record system refused the last step of the launch. Often it has just grown too old.',
      next: 'Open Indikation from the record system again.',
    },
    'no-patient': {
      title: 'No patient chosen',
      text: 'The record system did not say which patient this is about.',
      next: 'Open the patient in the record system, and open Indikation from there.',
    },
    'session-lost': {
      title: 'Open again from the record system',
      text: 'The page was reloaded or opened long ago, so access is gone. Nothing from an earlier patient is shown.',
      next: 'Open Indikation from the record system again.',
    },
    offline: {
      title: 'No connection',
      text: 'The record system could not be reached.',
      next: 'Check the connection and try again.',
    },
    expired: {
      title: 'Access has expired',
      text: 'The record system gives access for a short time only.',
      next: 'Open Indikation from the record system again.',
    },
    'order-unreadable': {
      title: 'The order could not be read',
      text: 'The draft could not be fetched from the record system.',
      next: 'Try again. If it happens again, contact IT support.',
    },
    'patient-unreadable': {
      title: 'The patient could not be read',
      text: 'So it cannot be checked that the order belongs to the right patient, and nothing is shown.',
      next: 'Try again. If it happens again, contact IT support.',
    },
    'no-guidance': {
      title: 'No guidance',
      text: 'The assessment failed because of a fault in Indikation. That says nothing about the examination.',
      next: 'Carry on in the record system as usual, and report the fault to IT support.',
    },
  },
  failureDetail: 'For IT support',
  byHandLink: 'Check an indication without a patient',
  save: {
    conflict: {
      title: 'The order has changed meanwhile',
      text: 'Somebody changed the order after it was read. It has been read again. Your answers and your words are still here.',
      next: 'See what has changed, and write again if it still fits.',
    },
    'conflict-unread': {
      title: 'The order has changed meanwhile',
      text: 'The order was changed after it was read, and could not be read again. Your answers and your words are still here.',
      next: 'Try again in a moment.',
    },
    'other-order': {
      title: 'The order is no longer a draft',
      text: 'It has been sent, cancelled or replaced since it was read. Nothing has been written.',
      next: 'Check the order in the record system. The text below can be copied.',
    },
    refused: {
      title: 'The record system did not allow writing',
      text: 'The order is unchanged. Your answers and your words are still here.',
      next: 'Copy the text into the order, or try again.',
    },
    expired: {
      title: 'Access has expired',
      text: 'The order is unchanged. Your answers and your words stay here as long as the panel is open.',
      next: 'Copy the text, and open Indikation from the record system again.',
    },
    offline: {
      title: 'No connection',
      text: 'It is not certain whether the order was written. Your answers and your words are still here.',
      next: 'Try again when there is a connection. A changed order is never overwritten.',
    },
    differs: {
      title: 'The order was not saved as shown',
      text: 'The record system has stored something else than what you approved.',
      next: 'Check the order in the record system before you go on.',
    },
    unverified: {
      title: 'The order could not be read back',
      text: 'The record system accepted the change, but what stands there now could not be checked.',
      next: 'Check the order in the record system before you go on.',
    },
    failed: {
      title: 'It could not be written',
      text: 'The record system answered with an error. Your answers and your words are still here.',
      next: 'Try again, or copy the text into the order.',
    },
  },
  changedMeanwhile: 'Changed meanwhile',
  differsIn: (elements) => `Differs: ${elements}`,
  element: {
    code: 'examination',
    reasonCode: 'reason',
    reasonReference: 'reason',
    note: 'note',
    supportingInfo: 'supporting information',
    status: 'status',
    priority: 'priority',
  },
  nothingVisiblyChanged: 'Nothing that is shown here is different.',
  gap: {
    heading: 'Could not be read',
    soAsked: 'That is why you are asked.',
    partly: (what) => `Only partly read: ${what}.`,
    line: (what) => `Could not be read: ${what}.`,
  },
  gapReason: {
    'not-granted': 'access was not given',
    refused: 'refused by the record system',
    failed: 'fault in the record system',
    'timed-out': 'no answer in time',
    malformed: 'the answer made no sense',
    'cut-off': 'only part of it was fetched',
    offline: 'no connection',
  },
};
