import type { Language } from './language.ts';

/** Words of the patient's leaflet, in the patient's language. */
export interface LeafletWords {
  readonly safetyNet: string;
  readonly notApproved: string;
  from(guideline: string, version: string): string;
}

export const leafletWords: Readonly<Record<Language, LeafletWords>> = {
  da: {
    safetyNet: 'Hvornår du skal kontakte læge',
    notApproved: 'Udkast. Ikke klinisk godkendt.',
    from: (guideline, version) => `Hører til: ${guideline}, version ${version}.`,
  },
  en: {
    safetyNet: 'When to contact a doctor',
    notApproved: 'Draft. Not clinically approved.',
    from: (guideline, version) => `Belongs to: ${guideline}, version ${version}.`,
  },
};

/** Words around the leaflet, for who hands it out. */
export interface PatientPanelWords {
  /** The leaflet in another language. */
  readonly inLanguage: Readonly<Record<Language, string>>;
  readonly print: string;
  none(recommendation: string): string;
  readonly open: string;
  readonly notCovered: string;
  readonly next: string;
  readonly notFetched: string;
}

export const patientPanelWords: Readonly<Record<Language, PatientPanelWords>> = {
  da: {
    inLanguage: { da: 'På dansk', en: 'På engelsk' },
    print: 'Udskriv',
    none: (recommendation) => `Der er ingen patientinformation til »${recommendation}«.`,
    open: 'Der er endnu ingen anbefaling, og derfor ingen patientinformation.',
    notCovered: 'Ingen retningslinje her taler om tilfældet, og derfor er der ingen patientinformation.',
    next: 'Giv beskeden mundtligt.',
    notFetched: 'Patientinformationen kunne ikke hentes. Vejledningen gælder stadig.',
  },
  en: {
    inLanguage: { da: 'In Danish', en: 'In English' },
    print: 'Print',
    none: (recommendation) => `There is no patient information for “${recommendation}”.`,
    open: 'There is no recommendation yet, and so no patient information.',
    notCovered: 'No guideline here speaks about the case, and so there is no patient information.',
    next: 'Tell the patient in your own words.',
    notFetched: 'The patient information could not be fetched. The guidance still stands.',
  },
};
