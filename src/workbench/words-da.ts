import type { FileName } from './desk.ts';
import type { ChangedPart } from './outcome.ts';

/** The author's page in Danish. `WorkbenchWords` is the type of this object, so a word missing in English does not compile. */
export const da = {
  title: 'Værksted for retningslinjer',
  lead: 'Ret en retningslinje, og se straks, hvad klinikeren vil se. Intet her er i brug, før filen er lagt ind.',
  guideline: 'Retningslinje',
  files: 'Fil',
  file: { 'guideline.json': 'Retningslinje', 'vignettes.json': 'Sygehistorier' } satisfies Record<FileName, string>,
  editor: (file: string) => `${file} som JSON. Esc og derefter Tab forlader feltet. Ctrl+mellemrum foreslår.`,
  keys: 'Ctrl+mellemrum foreslår · Ctrl+F søger · Esc og så Tab forlader feltet',
  download: (file: string) => `Hent ${file}`,
  backToShipped: 'Tilbage til den udgivne version',
  edited: 'Ændret her',
  notEdited: 'Som udgivet',
  kept: 'Gemt i denne browser.',
  notKept: 'Kan ikke gemmes i denne browser. Hent filen, før du lukker siden.',
  shippedChanged: 'Den udgivne version er ændret, siden du begyndte på dit udkast. Sammenlign, før du lægger det ind.',

  findings: 'Fund',
  noFindings: 'Ingen fund.',
  findingCount: (errors: number, warnings: number) =>
    [
      ...(errors > 0 ? [errors === 1 ? '1 fejl' : `${errors} fejl`] : []),
      ...(warnings > 0 ? [warnings === 1 ? '1 advarsel' : `${warnings} advarsler`] : []),
    ].join(', '),
  line: (line: number) => `linje ${line}`,
  severity: { error: 'fejl', warning: 'advarsel' },
  elsewhere: (file: string, count: number) => `${file}: ${count === 1 ? '1 fund' : `${count} fund`}`,

  preview: 'Det ser klinikeren',
  stale: {
    'guideline.json': (line: number | null) =>
      `Retningslinjen har fejl${line === null ? '' : ` (linje ${line})`}. Her ses den seneste udgave, der kunne bruges.`,
    'vignettes.json': (line: number | null) =>
      `Sygehistorierne har fejl${line === null ? '' : ` (linje ${line})`}. Her bruges de seneste, der kunne bruges.`,
  } satisfies Record<FileName, (line: number | null) => string>,
  neverSound: 'Retningslinjen har fejl og kan ikke bruges endnu. Ret fundene til venstre.',
  fromVignette: (name: string) => `Sygehistorie: ${name}`,
  answersOnTop: 'Du har svaret oven i sygehistorien.',
  takeBack: 'Fjern svarene',
  ownAnswers: 'Svar selv',
  ownCase: 'Egne svar',
  examination: 'Undersøgelse',
  startAgain: 'Begynd forfra',
  noGuidance: 'Vurderingen kunne ikke regnes ud. Det er en fejl i programmet, ikke i dit dokument.',

  local: 'Stedet bruger den anderledes (rules/site.json). Her regnes med retningslinjens egne tal.',
  retired: (why: string) => `Taget ud af brug her: ${why}`,

  vignettes: 'Sygehistorier',
  passed: (passed: number, of: number) => `${passed} af ${of} består`,
  running: 'Regner …',
  filter: 'Vis',
  filters: {
    all: (n: number) => `Alle (${n})`,
    failing: (n: number) => `Fejler (${n})`,
    changed: (n: number) => `Ændret (${n})`,
  },
  none: { all: 'Ingen.', failing: 'Ingen fejler.', changed: 'Ingen kommer anderledes ud end i den udgivne version.' },
  passes: 'består',
  fails: 'fejler',
  difference: (what: string, expected: string, got: string) => `${what}: ventet ${expected}, fik ${got}`,
  nothing: 'ingen',
  showInText: 'Vis i teksten',
  changedFrom: 'Udgivet',
  changedTo: 'Nu',
  part: {
    applies: 'gælder',
    recommendation: 'anbefaling',
    verdict: 'vurdering',
    urgency: 'hast',
    asks: 'spørgsmål',
    ratings: 'vurdering pr. undersøgelse',
  } satisfies Record<ChangedPart, string>,

  coverage: 'Dækning',
  coverageMeans:
    'En betingelse er dækket, når sygehistorierne har den opfyldt, ikke opfyldt og ukendt, og den i to af dem alene ændrer svaret.',
  covered: (covered: number, of: number) => `${covered} af ${of} betingelser er dækket`,
  allCovered: 'Alle betingelser er dækket.',
  beyond: (n: number) =>
    `${n === 1 ? 'Én ændrer' : `${n} ændrer`} aldrig alene svaret, bevist over alle svar: reglen siger mere, end den behøver.`,
  unseen: (fact: string, truths: string) => `${fact}: ingen sygehistorie har den ${truths}`,
  truth: { true: 'opfyldt', false: 'ikke opfyldt', unknown: 'ukendt' },
  neverFlips: (fact: string) => `${fact}: i intet par af sygehistorier ændrer den alene svaret`,

  announce: (findings: string, passed: string, changed: number) =>
    `${findings === '' ? 'Ingen fund' : findings}. ${passed}. ${changed === 1 ? '1 kommer anderledes ud' : `${changed} kommer anderledes ud`} end i den udgivne version.`,
};

/** Every word of the author's page in one language. */
export type WorkbenchWords = typeof da;
