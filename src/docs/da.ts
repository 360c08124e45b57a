import type { Guideline } from '../core/schema/guideline.ts';

/** The page's own words in Danish. `PageWords` is the type of this object, so a word missing in English does not compile. */
export const da = {
  site: 'Indikation',
  otherLanguage: 'In English',
  index: {
    title: 'Retningslinjer',
    intro: 'De retningslinjer for henvisning til billeddiagnostik, som Indikation vurderer efter.',
    recommendations: (n: number) => `${n} anbefalinger`,
    all: 'Alle retningslinjer',
  },
  generated:
    'Siden er dannet af retningslinjens egne regler. Alle sætninger om, hvornår noget gælder, er lavet af den logik, som programmet regner med.',
  table: (of: string) => `Tabel: ${of}`,
  contents: 'Indhold',
  status: { draft: 'Udkast', active: 'I brug', retired: 'Trukket tilbage' } satisfies Record<
    Guideline['status'],
    string
  >,
  publisher: (publisher: string) => `Udgiver: ${publisher}`,
  reviewBy: (date: string) => `Skal gennemgås igen senest ${date}`,
  performing: (name: string) => `${name} (udfører undersøgelsen)`,

  scope: {
    heading: 'Hvem gælder den for?',
    for: 'Gælder for',
    orders: 'Undersøgelser',
    notFor: 'Gælder ikke for',
  },
  flow: {
    heading: 'Beslutningsgang',
    intro:
      'Anbefalingerne prøves oppefra. Den første, der passer, er svaret. Billedet viser det samme som listen i næste afsnit.',
    title: (from: number, to: number, of: number) => `Beslutningsgang: trin ${from}–${to} af ${of}`,
    start: 'Start',
    yes: 'ja',
    no: 'nej',
    otherwise: 'I alle andre tilfælde',
    all: 'alle undersøgelser',
    step: (number: number, when: string, title: string, ratings: string) =>
      `Trin ${number}. Betingelse: ${when}. Svar: ${title}. ${ratings}.`,
    last: (number: number, title: string, ratings: string) =>
      `Trin ${number}. I alle andre tilfælde: ${title}. ${ratings}.`,
  },
  ladder: {
    heading: 'Anbefalinger',
    intro: 'I den rækkefølge, de prøves. En anbefaling gælder kun, når ingen af dem over den passer.',
    when: 'Gælder, når',
    otherwise: 'Gælder, når ingen af anbefalingerne over den passer.',
    all: 'alle disse er opfyldt',
    any: 'mindst ét af disse er opfyldt',
    meansAll: 'det vil sige, at alle disse er opfyldt',
    meansAny: 'det vil sige, at mindst ét af disse er opfyldt',
    means: 'det vil sige',
    limits: 'Grænser',
    ratings: 'Undersøgelser',
    disagreement: 'Uenighed',
    examples: (n: number) => (n === 1 ? '1 eksempel' : `${n} eksempler`),
    sources: (n: number) => (n === 1 ? '1 kilde' : `${n} kilder`),
  },
  examples: {
    heading: 'Eksempler',
    base: 'Oplysningerne i eksemplerne',
    baseIntro: 'I hvert eksempel er alt som her, medmindre eksemplet siger andet.',
    asBase: 'Alt er som i udgangspunktet.',
    open: 'Når der mangler oplysninger',
    openIntro:
      'Så længe flere anbefalinger kan passe, gives ingen anbefaling. I stedet spørges der om det, der kan afgøre det.',
    asks: (facts: string) => `Der spørges om: ${facts}.`,
  },
  ratings: {
    heading: 'Vurdering af hver undersøgelse',
    intro: 'En række for hver anbefaling, en kolonne for hver undersøgelse.',
    step: 'Anbefaling',
    urgency: 'Hastegrad',
    none: 'ikke nævnt',
    meaning: 'Hvad vurderingerne betyder',
    dose: 'Typisk stråledosis',
  },
  criteria: {
    heading: 'Kriterier',
    intro: 'Navngivne kriterier, som anbefalingerne er bygget af.',
    holds: 'Opfyldt, når',
    usedIn: 'Bruges i',
    applies: 'hvem retningslinjen gælder for',
  },
  questions: {
    heading: 'Spørgsmål',
    intro: 'Der spørges kun om det, der kan ændre vurderingen, og som journalen ikke kan svare på.',
    noneOfThese: 'Har knappen »Ingen af disse«.',
    onScreen: (title: string) => `Skærmen »${title}«`,
    alone: 'Stilles hver for sig',
    notAsked: 'Der spørges ikke; oplysningen skal stå i journalen.',
    answers: 'Svarmuligheder',
    yesNo: 'ja eller nej',
    number: (unit: string, min: string, max: string) => `et tal fra ${min} til ${max}${unit === '' ? '' : ` ${unit}`}`,
    multiple: 'flere kan vælges',
    readFrom: 'Læses fra journalen',
    neverRead: 'Læses ikke fra journalen.',
    hints: 'Vises ved spørgsmålet, men svarer ikke',
    nothingFound: 'Findes intet i journalen',
    nothingUnknown: 'er oplysningen ukendt',
    nothingIs: (value: string) => `er svaret: ${value}`,
    basis: 'Grundlag',
  },
  parameters: {
    heading: 'Grænseværdier',
    intro: 'De tal, der kan ændres ét sted, med den kilde, de er taget fra.',
    name: 'Grænse',
    value: 'Værdi',
    source: 'Kilde',
    none: 'Retningslinjen har ingen navngivne grænser.',
    local: (was: string) => `ændret lokalt, i retningslinjen ${was}`,
  },
  mark: {
    proposed: 'foreslået',
    proposedMeaning: 'Ingen kilde giver tallet.',
    unverified: 'ikke efterprøvet',
    unverifiedMeaning: 'Står ikke i nogen kilde, der er læst.',
  },
  patient: {
    heading: 'Patientinformation',
    after: (titles: string) => `Udleveres efter: ${titles}.`,
    safetyNet: 'Hvornår patienten skal kontakte læge',
  },
  evidence: {
    heading: 'Kilder',
    intro: 'Ved hver kilde står, om den er læst i original.',
    usedIn: 'Bruges i',
    notUsed: 'Baggrund; ingen anbefaling henviser til den.',
  },
  codes: {
    heading: 'Kodelister',
    intro: 'Koderne, som oplysninger læses efter i journalen.',
    withSubgroups: 'med undergrupper',
    pattern: 'koder efter mønstret',
    except: 'undtagen',
    anyCode: 'alle koder',
  },
  changelog: { heading: 'Ændringer', none: 'Der er ingen ændringslog.' },
};

/** Every word of the pages in one language. */
export type PageWords = typeof da;
