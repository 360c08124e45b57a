import type { Language } from './language.ts';

/** Words of where a fact comes from. Fetched with what shows it. */
export interface OriginWords {
  readonly heading: string;
  readonly codes: string;
  readonly status: string;
  readonly recordedOn: string;
  readonly by: string;
  readonly from: string;
  readonly note: string;
  readonly noName: string;
  /** FHIR status codes; one that is not here is shown as it is. */
  readonly statuses: Readonly<Record<string, string>>;
}

const da: OriginWords = {
  heading: 'I journalen',
  codes: 'Står som',
  status: 'Status',
  recordedOn: 'Registreret',
  by: 'Af',
  from: 'Fra',
  note: 'Note',
  noName: 'fremgår ikke',
  statuses: {
    active: 'aktiv',
    recurrence: 'tilbagefald',
    relapse: 'tilbagefald',
    inactive: 'ikke aktiv',
    remission: 'i ro',
    resolved: 'overstået',
    confirmed: 'bekræftet',
    unconfirmed: 'ikke bekræftet',
    provisional: 'foreløbig',
    differential: 'differentialdiagnose',
    final: 'endelig',
    preliminary: 'foreløbig',
    amended: 'rettet',
    corrected: 'rettet',
    completed: 'afsluttet',
    available: 'tilgængelig',
    draft: 'kladde',
    'on-hold': 'på hold',
    stopped: 'stoppet',
    unknown: 'ukendt',
  },
};

const en: OriginWords = {
  heading: 'In the record',
  codes: 'Stands as',
  status: 'State',
  recordedOn: 'Recorded',
  by: 'By',
  from: 'Source',
  note: 'Remark',
  noName: 'not stated',
  statuses: {
    active: 'is active',
    recurrence: 'has recurred',
    relapse: 'has relapsed',
    inactive: 'not active',
    remission: 'in remission',
    resolved: 'is over',
    confirmed: 'is confirmed',
    unconfirmed: 'not confirmed',
    provisional: 'still provisional',
    differential: 'differential diagnosis',
    final: 'is final',
    preliminary: 'still preliminary',
    amended: 'was amended',
    corrected: 'was corrected',
    completed: 'is completed',
    available: 'is available',
    draft: 'a draft',
    'on-hold': 'on hold',
    stopped: 'was stopped',
    unknown: 'not known',
  },
};

export const originWords: Readonly<Record<Language, OriginWords>> = { da, en };
