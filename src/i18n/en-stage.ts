import type { daStage } from './da-stage.ts';

/** Words of every stage but guidance, in English: what goes wrong, each with a next step, and choosing what to assess. */
export const enStage: typeof daStage = {
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
  wrongPatient: {
    title: 'Not the same patient',
    text: 'The patient in the record system and the patient on the order are not the same. So nothing is shown.',
    next: 'Close the panel, open the right patient, and open Indikation from there again.',
  },
  noOrder: {
    title: 'There is no draft to assess',
    text: 'The patient has no imaging order in preparation.',
    next: 'Make a draft in the record system, and search again.',
    again: 'Search again',
    forPatient: 'Check an indication for the patient',
  },
  severalOrders: {
    title: 'Which order?',
    text: 'The patient has several drafts. Choose the one you are writing.',
    unnamed: 'Examination without a name',
    written: (date) => `made ${date}`,
  },
};
