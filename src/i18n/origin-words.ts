import type { Trail } from '../core/facts/origin.ts';
import type { Language } from './language.ts';

/** Words of where a fact comes from. Fetched with what shows it. */
export interface OriginWords {
  readonly heading: string;
  readonly codes: string;
  readonly status: string;
  readonly recordedOn: string;
  readonly changedOn: string;
  readonly by: string;
  readonly from: string;
  readonly note: string;
  readonly noName: string;
  /** The record's own trail: FHIR Provenance. */
  readonly trail: {
    readonly heading: string;
    readonly reading: string;
    readonly none: string;
    readonly again: string;
    readonly unread: Readonly<Record<Extract<Trail, { kind: 'unread' }>['reason'], string>>;
    /** HL7 provenance-participant-type codes; one that is not here is left out. */
    readonly parts: Readonly<Record<string, string>>;
    onBehalfOf(name: string): string;
    from(what: string): string;
  };
  /** FHIR status codes; one that is not here is shown as it is. */
  readonly statuses: Readonly<Record<string, string>>;
}

const da: OriginWords = {
  heading: 'I journalen',
  codes: 'Står som',
  status: 'Status',
  recordedOn: 'Registreret',
  changedOn: 'Senest ændret',
  by: 'Af',
  from: 'Fra',
  note: 'Note',
  noName: 'fremgår ikke',
  trail: {
    heading: 'Hvem har skrevet det i journalen',
    reading: 'Journalens spor læses …',
    again: 'Prøv igen',
    none: 'Journalen har ikke andre oplysninger om, hvem der har skrevet det.',
    unread: {
      'not-granted':
        'Indikation har ikke adgang til journalens spor over, hvem der har skrevet det. Se efter i journalen.',
      expired: 'Adgangen til journalen er udløbet. Åbn Indikation igen fra journalen.',
      failed:
        'Journalens spor over, hvem der har skrevet det, kunne ikke hentes. Prøv igen, eller se efter i journalen.',
    },
    parts: {
      author: 'forfatter',
      enterer: 'har indtastet',
      performer: 'udførende',
      verifier: 'har kontrolleret',
      attester: 'har bekræftet',
      informant: 'har oplyst',
      custodian: 'dataansvarlig',
      assembler: 'samlet af system',
      composer: 'sammensat af system',
    },
    onBehalfOf: (name) => `på vegne af ${name}`,
    from: (what) => `fra ${what}`,
  },
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
  changedOn: 'Last changed',
  by: 'By',
  from: 'Source',
  note: 'Remark',
  noName: 'not stated',
  trail: {
    heading: 'Who wrote it in the record',
    reading: 'Reading the trail of the record …',
    again: 'Try again',
    none: 'The record holds nothing more about who wrote it.',
    unread: {
      'not-granted': 'Indikation has no access to the trail of who wrote it. Look in the record.',
      expired: 'Access to the record has expired. Open Indikation again from the record.',
      failed: 'The trail of who wrote it could not be fetched. Try again, or look in the record.',
    },
    parts: {
      author: 'as author',
      enterer: 'entered it',
      performer: 'performed it',
      verifier: 'verified it',
      attester: 'attested it',
      informant: 'told it',
      custodian: 'as custodian',
      assembler: 'assembled by a system',
      composer: 'composed by a system',
    },
    onBehalfOf: (name) => `on behalf of ${name}`,
    from: (what) => `from ${what}`,
  },
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
