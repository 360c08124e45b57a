/** Words of the cards an EHR shows at order time (CDS Hooks), in Danish. */
export const daHook = {
  service: {
    'order-select': {
      title: 'Indikation, når undersøgelsen vælges',
      description:
        'Vurderer en billeddiagnostisk kladde mod retningslinjer, mens den skrives. Tier, når undersøgelsen er indiceret eller ikke omfattet.',
      usageRequirements: 'Ingen retningslinje er klinisk godkendt. Kladden står i draftOrders med patientens id.',
    },
    'order-sign': {
      title: 'Indikation, før henvisningen underskrives',
      description:
        'Vurderer billeddiagnostiske kladder mod retningslinjer, før de underskrives. Tier, når undersøgelsen er indiceret eller ikke omfattet.',
      usageRequirements: 'Ingen retningslinje er klinisk godkendt. Alle kladder står i draftOrders.',
    },
  },
  /** What a card says in one sentence; `title` is the recommendation's own heading. */
  summary: {
    emergency: (order: string, title: string) => `Akut. ${title} (${order})`,
    sameDay: (order: string, title: string) => `Skal afklares i dag. ${title} (${order})`,
    rated: (order: string, verdict: string, title: string) => `${order}: ${verdict}. ${title}`,
    short: (order: string, verdict: string) => `${order}: ${verdict}`,
    /** @param presses how many answer everything where nothing of it is present; null where that cannot be said */
    undetermined: (order: string, n: number, presses: number | null) => {
      if (n === 1) return `${order}: ét svar mangler, før undersøgelsen kan vurderes`;
      const missing = `${order}: der mangler oplysninger, før undersøgelsen kan vurderes`;
      return presses === null ? missing : `${missing} (højst ${presses} tryk)`;
    },
    /** @param found entries of the record, in its own words */
    withRecord: (missing: string, found: readonly string[]) => `${missing}. I journalen: ${found.join('; ')}`,
    noGuidance: (order: string) => `${order}: ingen vurdering, en retningslinje er ude af drift`,
    sameTwice: (order: string) => `${order} er bestilt to gange`,
    overlapping: (one: string, other: string) => `${one} og ${other} dækker samme område`,
  },
  sameTwiceDetail: 'Kladderne bestiller den samme undersøgelse. Annullér den ene, hvis de ikke begge skal udføres.',
  overlappingDetail: (one: string, other: string) =>
    `${one} og ${other} omfatter samme del af kroppen. Spørgsmålet kan måske besvares af den ene.`,
  asks: 'Det kan stadig ændre vurderingen',
  moreAsks: 'og flere',
  inRecord: 'i journalen',
  /** @param all whether the presses answer everything */
  presses: (n: number, all: boolean) =>
    `Er intet af det til stede, besvares ${all ? 'det' : 'det meste'} med ${n === 1 ? 'ét' : `højst ${n}`} tryk i Indikation.`,
  onlyWhatIsWritten: 'Svar givet i Indikation tæller her, når de er skrevet på henvisningen.',
  moreSources: (n: number) => (n === 1 ? 'og én kilde til i retningslinjen' : `og ${n} kilder til i retningslinjen`),
  ruledOut: (labels: string) => `Nej til: ${labels}`,
  otherExaminations: 'Andre undersøgelser',
  draftGuideline: 'ikke klinisk godkendt',
  openApp: 'Åbn Indikation',
  answerInApp: 'Besvar i Indikation',
  changeTo: (order: string) => `Ændr til ${order}`,
  cancel: 'Annullér kladden',
  cancelSecond: (order: string) => `Annullér kladden: ${order}`,
  changeDescription: (from: string, to: string) => `Undersøgelsen ændres fra ${from} til ${to}`,
  cancelDescription: (order: string) => `Kladden annulleres: ${order}`,
  annotateDescription: (order: string) => `Vurderingen noteres på henvisningen: ${order}`,
  failure: {
    'not-json': 'Forespørgslen er ikke JSON. Send et JSON-objekt efter CDS Hooks 2.0.',
    'not-a-hook-request': 'Forespørgslen følger ikke CDS Hooks 2.0. Ret det, der er nævnt.',
    'wrong-hook': 'Tjenesten hører til en anden hook. Se /cds-services.',
    'wrong-patient': 'Kladden eller journalen er en anden patients end forespørgslens. Intet er vurderet.',
    'data-missing':
      'Nødvendige dele af journalen mangler. Send de prefetch-nøgler, der er nævnt, eller giv adgang til at læse dem.',
    'not-found': 'Der er ikke noget på denne adresse. Se /cds-services.',
    'method-not-allowed': 'Metoden kan ikke bruges her.',
    'not-acceptable-media': 'Send application/json uden indholdskodning.',
    'too-large': 'Forespørgslen er for stor.',
    unauthorized: 'Kalderen kunne ikke genkendes.',
    'not-feedback': 'Tilbagemeldingen følger ikke CDS Hooks 2.0. Intet er gemt.',
    'not-stored': 'Tilbagemeldingen kunne ikke gemmes. Send den igen senere.',
    failed: 'Tjenesten fejlede. Henvisningen kan skrives som ellers.',
  },
};
