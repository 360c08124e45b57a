import type { Truth } from '../core/facts/truth.ts';
import type { Verdict } from '../core/schema/rating.ts';
import type { Doubt } from '../fhir/readers/reading-result.ts';
import { da } from './da.ts';
import { asPhrase } from './sentence.ts';

/** Words of what is read beside the guidance, in Danish: the rest of why, sources, other examinations, answers given. */
export const daWhy = {
  decisive: 'Det afgørende',
  ruledOut: (n: number) => `Nej til ${n} forhold (vis og ret)`,
  verdictMeaning: {
    appropriate: 'En anbefaling støtter undersøgelsen.',
    'may-be-appropriate': 'Et skøn: en anbefaling tillader undersøgelsen, eller retningslinjer er uenige.',
    'not-appropriate': 'En anbefaling fraråder undersøgelsen, eller anbefaler noget andet først.',
    'no-standard': 'En myndighed har fastslået, at der ikke findes en faglig standard.',
    'no-criteria-apply': da.notCovered,
    undetermined: 'Der mangler oplysninger, som kan afgøre det.',
  } satisfies Record<Verdict, string>,
  /** The verdict as it opens the justification. */
  inASentence: {
    examination: 'Undersøgelsen',
    appropriate: (name: string) => `${name} er indiceret.`,
    mayBeBut: (name: string, better: string) => `${name} kan overvejes, men ${better} er indiceret.`,
    guidelinesDisagree: (name: string) => `${name} kan overvejes: anerkendte retningslinjer er uenige.`,
    judgement: (name: string) => `${name} kan overvejes efter et lægeligt skøn.`,
    butIndicated: (name: string, better: string) => `${name} anbefales ikke; i stedet er ${better} indiceret.`,
    butPossible: (name: string, other: string) => `${name} anbefales ikke; i stedet kan ${other} overvejes.`,
    firstSteps: (name: string) => `${name} anbefales ikke nu: gør først, som der står under »${da.whatToDo}«.`,
    noImaging: (name: string, steps: boolean) =>
      `${name} anbefales ikke, og der anbefales ingen anden billeddiagnostik i stedet${steps ? `: gør, som der står under »${da.whatToDo}«` : ''}.`,
    'no-standard': (name: string) =>
      `Der findes ingen faglig standard for ${asPhrase(name)} i dette tilfælde: valget er et lægeligt skøn.`,
    'no-criteria-apply': (name: string) =>
      `Retningslinjen tager ikke stilling til ${asPhrase(name)} i dette tilfælde; det siger intet for eller imod undersøgelsen.`,
    undetermined: (name: string) => `Der mangler svar, før ${asPhrase(name)} kan vurderes.`,
    byTelephone: 'Det er akut og afgøres telefonisk.',
    restsOn(findings: string, absent: number) {
      const denied = absent === 1 ? 'ét forhold' : `${absent} forhold`;
      return `Det afgørende: ${findings}.${absent > 0 ? ` Nej til ${denied}, der kunne ændre vurderingen.` : ''}`;
    },
    restsOnAbsence: (absent: number) =>
      absent === 1
        ? 'Det afgørende er et nej til ét forhold, der kunne ændre vurderingen.'
        : `Det afgørende er et nej til ${absent} forhold, der kunne ændre vurderingen.`,
  },
  source: {
    record: 'fra journalen',
    order: 'fra henvisningen',
    clinician: 'svaret her',
    derived: (from: string) => `følger af ${from}`,
    nothingFound: 'intet fundet i journalen',
    readAt: (date: string) => `læst ${date}`,
    recordSays: (value: string) => `Journalen siger: ${value}`,
    orderSays: (value: string) => `Henvisningen siger: ${value}`,
  },
  doubt: {
    'birth-date-unusable': 'fødselsdatoen mangler eller er ufuldstændig',
    'date-missing': 'datoen mangler',
    'date-imprecise': 'datoen er for unøjagtig',
    'start-missing': 'startdatoen mangler',
    'status-unclear': 'status er uklar',
    unconfirmed: 'ikke bekræftet',
    preliminary: 'foreløbig beskrivelse',
    'as-needed': 'kun efter behov',
    'dispensed-only': 'udleveret; det fremgår ikke, om det tages nu',
    'no-value': 'uden værdi',
    unit: 'enheden kendes ikke',
    comparator: 'kun angivet som over eller under en grænse',
    'examination-unclear': 'det fremgår ikke, hvilken undersøgelse det er',
    'region-unclear': 'det fremgår ikke, hvilken del af kroppen det er',
    'modality-unclear': 'det fremgår ikke, hvilken slags undersøgelse det er',
    'reference-unread': 'det, der henvises til, kunne ikke læses',
    'value-unusable': 'værdien kan ikke bruges',
    circular: 'fejl i retningslinjens ordliste',
    'value-set-missing': 'fejl i retningslinjens ordliste',
  } satisfies Record<Doubt, string>,
  rest: (n: number) => `Øvrige oplysninger (${n})`,
  criteria: 'Kriterier',
  notRead: 'Ikke læst',
  disagreement: 'Retningslinjer er uenige',
  thisGuideline: 'Her følges',
  otherGuideline: 'Anden retningslinje',
  evidence: 'Kilder',
  verified: 'læst i original',
  notVerified: 'ikke efterprøvet i original',
  evidenceType: {
    guideline: 'retningslinje',
    consensus: 'konsensus',
    authority: 'myndighed',
    study: 'studie',
    review: 'oversigt',
    law: 'lov',
  },
  strength: (strength: string) => `styrke: ${strength}`,
  truth: { true: 'opfyldt', false: 'ikke opfyldt', unknown: 'uafklaret' } satisfies Record<Truth, string>,
  notFor: 'Gælder ikke for',
  local: {
    heading: 'Ændret lokalt',
    instead: (value: string, was: string) => `${value} i stedet for ${was}.`,
    decided: (source: string) => `Besluttet: ${source}`,
  },
  alternatives: {
    heading: 'Andre undersøgelser',
    unsupported: (n: number) => `Anbefales ikke eller er ikke omfattet (${n})`,
    draft: 'din kladde',
    considered: 'den valgte undersøgelse',
    switchTo: 'Skift til denne',
    chosen: 'Valgt',
    noImaging: 'Ingen billeddiagnostik',
    doInstead: (heading: string) => `Gør i stedet, som der står under »${heading}«.`,
    safety: {
      magnet: 'Afklar pacemaker og implantater.',
      pregnancy: 'Afklar mulig graviditet (15–55 år).',
    },
  },
  radiation: {
    none: 'ingen ioniserende stråling',
    unknown: 'stråledosis ikke angivet',
    dose: (from: string, to: string | null) => (to === null ? `ca. ${from} mSv` : `ca. ${from}–${to} mSv`),
    background: (time: string) => `som ${time} baggrundsstråling`,
    days: (n: string) => `${n} dages`,
    months: (from: string, to: string | null) =>
      to === null ? (from === '1' ? '1 måneds' : `${from} måneders`) : `${from}–${to} måneders`,
    years: (n: string) => `${n} års`,
    unverified: 'ikke efterprøvet',
  },
  whatWouldChange: {
    heading: 'Hvad ville ændre vurderingen',
    when: (answers: string) => `hvis ${answers}`,
    yes: (labels: string) => `ja til ${labels}`,
    no: (labels: string) => `nej til ${labels}`,
    is: (label: string, value: string) => `${label} er ${value}`,
    or: ', eller ',
    others: (n: number) => (n === 1 ? ', eller på én anden måde' : `, eller på ${n} andre måder`),
    more: (n: number) => (n === 1 ? 'Én mulighed mere' : `${n} muligheder mere`),
    urgent: (n: number) => `Tegn, der haster (${n})`,
  },
  undo: 'Fortryd',
  undoAnswer: (label: string) => `Fortryd svaret om ${label}`,
  yourAnswers: 'Dine svar',
  answered: (n: number) => (n === 1 ? '1 svar' : `${n} svar`),
  keys: 'Genveje, når markøren står i spørgsmålene: 1–9 svarer, 0 er »ingen af disse«, ⌫ fortryder seneste svar.',
  correction: {
    recordSays: (value: string) => `journalen siger ${value}`,
    orderSays: (value: string) => `henvisningen siger ${value}`,
    recordMentions: (what: string) => `journalen nævner ${what}`,
    yours: (value: string) => `Du har svaret ${value}.`,
    takeBack: 'Fortryd rettelsen',
    takeBackAnswer: 'Ret svaret',
    takeBackAnswerOf: (label: string) => `Ret svaret: ${label}`,
    takeBackOf: (label: string) => `Fortryd rettelsen: ${label}`,
    backToRecord: (value: string) => `Tilbage til journalens svar: ${value}`,
    backToOrder: (value: string) => `Tilbage til henvisningens svar: ${value}`,
  },
  correct: 'Vis og ret',
  correctFact: (label: string) => `Vis og ret ${label}`,
};
