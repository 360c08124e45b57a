import type { daFailure } from './da-failure.ts';

/** What can go wrong when a decision is written, in English; each with a next step. */
export const enFailure: typeof daFailure = {
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
};
