import type { Demand } from '../../core/analysis/tally.ts';

/** The author's commands in Danish. `CliWords` is the type of this object, so a word missing in English does not compile. */
export const da = {
  unknownCommand: (name: string) => `Der er ingen kommando "${name}".`,
  known: (names: readonly string[]) => `Der er: ${names.join(', ')}.`,
  unknownLanguage: (given: string) => `Sproget kan være da eller en, ikke "${given}": --language en`,
  noGuideline: (id: string) => `Der er ingen retningslinje "${id}".`,
  outOfService: (id: string) => `${id} er ude af brug: npm run rules siger hvorfor.`,
  noVignettes: (id: string) => `rules/${id}/vignettes.json kan ikke bruges: npm run rules siger hvorfor.`,

  patient: {
    nothingFound: 'ingen fund',
    not: (fact: string) => `ikke ${fact}`,
    and: 'og',
  },

  severity: { error: 'fejl', warning: 'advarsel' },
  check: {
    usage: 'Nævn én retningslinje, eller ingen for at kontrollere alt: npm run rules -- check [<id>]',
    guidelines: (names: readonly string[]) => `Retningslinjer: ${names.join(', ') || 'ingen'}`,
    retired: 'taget ud af brug',
    outOfService: 'ude af brug på grund af fejl',
    local: (guideline: string, parameter: string, value: string, was: number, source: string) =>
      `Ændret lokalt: ${guideline}, ${parameter}: ${value} i stedet for ${was} (${source})`,
    passed: (count: number) => (count === 1 ? '1 sygehistorie består.' : `${count} sygehistorier består.`),
    total: (errors: number, warnings: number, files: number) =>
      `${errors} fejl, ${warnings} ${warnings === 1 ? 'advarsel' : 'advarsler'}${files === 0 ? '' : ` i ${files} ${files === 1 ? 'fil' : 'filer'}`}.`,
  },

  /** Of what is looked for in vignettes and not found. */
  addVignettes: 'Tilføj i vignettes.json:',
  coverage: {
    vignettes: (count: number) => (count === 1 ? '1 sygehistorie' : `${count} sygehistorier`),
    demand: {
      comparisons: 'sammenligninger opfyldt, ikke opfyldt og ukendt',
      criteria: 'kriterier opfyldt, ikke opfyldt og ukendt',
      recommendations: 'trin nået',
      pairs: 'sammenligninger, der alene ændrer svaret',
    } satisfies Record<Demand, string>,
    figures: (covered: number, demanded: number, impossible: number) =>
      `${covered} af ${demanded}${impossible > 0 ? `, og ${impossible}, som ingen sygehistorie kan vise (bevist, nedenfor)` : ''}`,
    impossible: 'umuligt',
    notCovered: 'ikke dækket',
    proved: 'Det kan ingen sygehistorie vise: bevist over alle svar.',
    explained: 'CHANGELOG.md siger, hvorfor det står der.',
    explain: (ids: readonly string[]) =>
      `Gør reglen enklere, eller skriv i CHANGELOG.md, hvorfor det står der, med ${ids.map((id) => `\`${id}\``).join(' og ')}.`,
  },
  mutate: {
    figures: (total: number, killed: number, equivalent: number, survivors: number, undecided: number) =>
      `${total} mutanter, ${killed} fanget, ${equivalent} bevist uden virkning, ${survivors} overlever, ${undecided} uafgjort`,
    equivalent: 'uden virkning',
    undecided: 'uafgjort',
    survives: 'overlever',
  },

  analyse: {
    marks: {
      holds: 'holder',
      fault: 'UNDTAGELSE',
      open: 'uafgjort',
      note: 'bemærk',
      known: 'kendt',
      screens: 'skærme',
    },
    stale: (line: string) => `i exceptions.json, men ikke længere sådan: ${line}`,
    sameContent: (rung: string) => `uden "${rung}" får alle de samme vurderinger og hast, i andre ord`,
    samePlace: (pointer: string, says: string) => `uden ${pointer} (${says}) kommer alle til det samme trin`,
    size: (facts: number, combinations: string) => `${facts} oplysninger, ${combinations} kombinationer af svar`,
    tooLarge: 'beslutningsdiagrammet er for stort: afgjort ved grænser, hvor det kunne lade sig gøre',
    exact: (nodes: number) => `beslutningsdiagram på ${nodes} knuder, så det følgende er eksakt`,
    openAnswers: 'om hver kombination får et svar, der er skrevet',
    answers: 'hver kombination får et svar',
    openRungs: (rungs: string) => `om nogen når ${rungs}`,
    rungs: (count: number) => `intet trin er dødt eller skjult: alle ${count} nås, det sidste med`,
    settled: 'intet svar ændrer et afgjort udfald: afgjort er, at ét trin er tilbage, hvad der end svares',
    openFalls: 'om en hast, der vises, mens der er spørgsmål, kan falde',
    falls: 'ingen hast, der vises, mens der er spørgsmål, falder',
    openFlags: 'om et rødt flag sænker støtte eller hast',
    flags: (count: number) =>
      `ingen af ${count} røde flag sænker støtte eller hast, undtagen hvor det er kendt og ment`,
    meant: (count: number, guideline: string) =>
      `${count} undtagelser, med grunde i rules/${guideline}/exceptions.json`,
    unaskable: (fact: string) => `svaret afhænger af ${fact}, som ikke har noget spørgsmål`,
    unrated: (rung: string, order: string, patient: string) => `"${rung}" vurderer ikke ${order}: ${patient}`,
    dead: (rung: string) => `"${rung}" er dødt: ingen patient opfylder dets betingelse, eller ingen er tilbage til det`,
    hidden: (rung: string, by: string) => `"${rung}" er skjult: alle, som det holder for, tages af ${by}`,
    fall: (reached: string, shown: string, patient: string) =>
      `"${reached}" haster mindre og står over "${shown}": den hast, der vises, mens der er spørgsmål, kan falde. Mindste patient: ${patient}`,
    lowers: {
      urgency: () => 'hasten',
      imaging: (examinations: string) => `støtten til billeddiagnostik (${examinations})`,
      examination: (examinations: string) => `støtten til ${examinations}, til fordel for en anden undersøgelse`,
    },
    way: (to: string, from: string) => `til "${to}" fra ${from}`,
    mightLower: (what: string, flags: string, way: string) => `kan sænke ${what}: ${flags}, ${way} (uafgjort)`,
    lowering: (what: string, flags: string, way: string, patient: string, flag: string) =>
      `sænker ${what}: ${flags}, ${way}. Mindste patient: ${patient}; så ${flag}`,
    openScreens: 'hvor mange skærme et svar tager',
    screens: (known: readonly number[], given: string, unknown: readonly number[]) =>
      `længst ${known[0]}, median ${known[1]} af alle kombinationer, ${known[2]}, når intet findes (${given} og alder kendt; alder ukendt: længst ${unknown[0]}, median ${unknown[1]})`,
    redFlags: (flags: string) => `røde flag: ${flags}`,
    none: 'ingen',
    longestWay: 'længste vej:',
    smallest: 'mindste patient for hvert trin (hvad der ikke nævnes, er negativt eller uden betydning):',
    together: (names: string, longest: number, median: number, states: number) =>
      `${names} sammen, indikation ukendt, alder kendt: længst ${longest} skærme, median ${median} af alle kombinationer (eksakt, ${states} tilstande)`,
    togetherOpen: (names: string) => `${names} sammen: uafgjort, hvor mange skærme et svar tager`,
    fresh: (faults: number) =>
      faults === 0 ? 'Ingen nye undtagelser.' : `${faults} ${faults === 1 ? 'ny undtagelse' : 'nye undtagelser'}.`,
  },

  diff: {
    becomes: (patient: string, to: string, from: string) =>
      `Patienter (den mindste: ${patient}) kommer til ${to} i stedet for ${from}.`,
    noAnswer: 'intet svar (gælder ikke)',
    onlyWords: 'Dens spørgsmål, ord eller kilder er nogle andre end før.',
    usage: 'Sig, hvad der skal sammenlignes: npm run rules -- diff [<id>] [--from <git-revision>]',
    nothingCompared: (why: string) => `Intet er sammenlignet: ${why}.`,
    notCompared: (id: string, why: string) => `${id}: ikke sammenlignet, ${why}.`,
    noGit: 'git er ikke installeret',
    noRepository: 'mappen med regler ligger ikke i et git-arkiv med en commit',
    shallow: ' (klonen er lav: dens historie slutter tidligt)',
    noRevision: (revision: string) => `der er ingen revision "${revision}" her`,
    noOtherVersion: (version: string) => `ingen commit har en anden version end ${version}`,
    isNew: (id: string, version: string, at: string) =>
      `${id} ${version}: den fandtes ikke ved ${at}, så alt i den er nyt.`,
    unreadable: (at: string, why: string) => `filen ved ${at} kan ikke læses efter reglerne i dag: ${why}`,
    heading: (id: string, before: string, at: string, now: string) => `${id}: ${before} ved ${at} → ${now} her`,
    undecided: 'uafgjort: diagrammerne er for store, eller en oplysning er blevet af en anden slags',
    firstVersion: (version: string) => `${version} er den første version, så intet skridt kan være for lille endnu`,
    noStep: 'kræver ingen ny version',
    step: (step: string, needed: string) =>
      step === needed ? `kræver et ${step}-skridt` : `kræver et ${step}-skridt: under 1.0.0 er et ${needed}-skridt nok`,
    vocabulary: (facts: string) => `defineret anderledes i ordforrådet (ord, grænser eller læsninger): ${facts}`,
    sameAnswers: 'ingen patient får et andet svar',
    otherAnswers: (n: number) => `${n} ${n === 1 ? 'slags patient' : 'slags patienter'} får et andet svar:`,
    sameQuestions: 'ingen patient bliver spurgt om noget andet',
    otherQuestions: (n: number) => `${n} ${n === 1 ? 'slags patient' : 'slags patienter'} får andre spørgsmål:`,
    question: { asked: 'spørges der nu om', 'not asked': 'spørges der ikke længere om' },
    shownOtherwise: (rung: string) =>
      `"${rung}" holder anderledes hos patienter, der kommer til samme trin, så dets hast kan vises på et andet tidspunkt:`,
    silent: 'tavs',
    none: 'ingen',
    urgency: 'hast',
    changed: (rung: string) => `${rung}, ændret`,
    sameContent: 'samme vurderinger og hast',
    smallest: 'mindste patient',
  },

  new: {
    usage: 'Giv den nye retningslinje et id: npm run rules -- new <id>, fx knee-mr',
    badId: (id: string, form: string) => `"${id}" kan ikke være et id: ${form}.`,
    exists: (id: string) => `rules/${id} findes allerede. Vælg et andet id, eller skriv i de filer, der er der.`,
    notWritten: (id: string) =>
      `Intet blev skrevet: rules/${id} ville ikke bestå kontrollen. Ret først det, der står ovenfor.`,
    written: (paths: readonly string[]) => `Skrevet: ${paths.join(', ')}.`,
    next: (id: string) => [
      'Den består kontrollen, som den er, og siger ikke noget endnu. Nu kan du:',
      '  1. skrive over alle tekster, hvor der står SKABELON; rules/README.md viser hvordan',
      `  2. npm run rules -- check ${id}`,
      '  3. npm start, for at se den, som klinikeren vil',
    ],
  },
};

/** Every word of the author's commands in one language. */
export type CliWords = typeof da;
