import type { Text } from '../schema/text.ts';

/** What a code stands for: how serious it is, and one sentence for the author's table (rules/findings.md). */
interface FindingKind {
  readonly severity: 'error' | 'warning';
  readonly means: Text;
}

/**
 * Every code a finding can have. An error keeps the guideline out of use, but for those of vignettes and changelog, which
 * only fail the check; a warning does neither. Codes are stable: others may filter on them.
 */
export const FINDING_CODES = {
  'not-json': error(
    'Filen er ikke JSON: et komma, et anførselstegn eller en parentes mangler eller er for meget.',
    'The file is not JSON: a comma, quote or bracket is missing or one too many.',
  ),
  'duplicate-key': error(
    'Et navn står to gange i det samme objekt; det første ville gå tabt.',
    'A key stands twice in the same object; the first would be lost.',
  ),
  'forbidden-key': error(
    'Et navn, som ingen regelfil må bruge, fx `__proto__`.',
    'A key that no rule file may use, such as `__proto__`.',
  ),
  'unknown-key': error(
    'Et navn, der ikke kendes på dette sted; som regel en stavefejl.',
    'A key that is not known at this place, usually a misspelling.',
  ),
  'missing-key': error('Et navn, der skal være der, mangler.', 'A key that must be there is not.'),
  'missing-otherwise': error(
    'Retningslinjen mangler `otherwise`, det sidste trin: nogen ville ikke få noget svar.',
    'The guideline lacks `otherwise`, the last rung: somebody would get no answer.',
  ),
  'missing-language': error(
    'En tekst mangler sin danske eller sin engelske udgave.',
    'A text lacks its Danish or its English.',
  ),
  'wrong-type': error(
    'En værdi af en anden slags, end stedet tager, fx en tekst i stedet for et tal.',
    'A value of another kind than this place takes, e.g. a text instead of a number.',
  ),
  'invalid-value': error(
    'En værdi, der ikke er tilladt her, fx en hastegrad, der ikke findes, eller et id med en forkert form.',
    'A value that is not allowed here, e.g. an urgency that does not exist, or a malformed id.',
  ),
  'empty-group': error(
    'En tom `all`, `any` eller anden liste, der skal have indhold.',
    'An empty `all`, `any` or other list that needs a member.',
  ),
  'not-a-condition': error('Ingen af de former, en betingelse kan have.', 'None of the forms a condition can have.'),

  'unknown-fact': error('En oplysning, som ordforrådet ikke har.', 'A fact that the vocabulary does not have.'),
  'unknown-choice': error('En valgmulighed, som oplysningen ikke har.', 'A choice that the fact does not have.'),
  'unknown-criterion': error(
    'Et kriterium, som retningslinjen ikke definerer.',
    'A criterion that the guideline does not define.',
  ),
  'unknown-parameter': error(
    'En grænse, som retningslinjen ikke definerer.',
    'A parameter that the guideline does not define.',
  ),
  'unknown-order': error(
    'En undersøgelse, som ordforrådet ikke har.',
    'An examination that the vocabulary does not have.',
  ),
  'unknown-evidence': error(
    'En kilde, som retningslinjen ikke har under `evidence`.',
    'A source that the guideline does not list under `evidence`.',
  ),
  'unknown-recommendation': error(
    'En sygehistorie venter, eller patientinformationen nævner, et trin, som retningslinjen ikke har.',
    'A vignette expects, or the patient information names, a rung that the guideline does not have.',
  ),
  'unknown-value-set': error(
    'En kodeliste, der ikke har nogen fil i ordforrådet.',
    'A value set that has no file in the vocabulary.',
  ),
  'unknown-region': error(
    'En del af kroppen, som ingen undersøgelse i ordforrådet har.',
    'A region of the body that no examination of the vocabulary has.',
  ),
  'unknown-guideline': error(
    '`site.json` nævner en retningslinje, der ikke findes.',
    'The site file names a guideline that does not exist.',
  ),
  'unknown-person': error(
    'En sygehistorie går gennem en person, der ikke findes blandt de opdigtede.',
    'A vignette goes through a person who is not among the synthetic ones.',
  ),
  'unknown-screen': error(
    'En sygehistorie svarer »Ingen af disse« på en skærm, som retningslinjen ikke har.',
    'A vignette answers "none of these" on a screen that the guideline does not have.',
  ),
  'mixed-vignette': error(
    'En sygehistorie gennem en person giver selv oplysninger eller undersøgelse, eller en uden person giver svar.',
    'A vignette through a person gives facts or an order itself, or one without a person gives answers.',
  ),
  'duplicate-id': error(
    'To trin, to skærme eller to sygehistorier af samme navn; eller en kode, der står for to undersøgelser.',
    'Two rungs, two screens or two vignettes of the same name; or one code that stands for two examinations.',
  ),
  'id-differs-from-folder': error(
    'Retningslinjen og dens mappe hedder ikke det samme.',
    'The guideline and its folder have different names.',
  ),

  'criteria-cycle': error('Et kriterium, der fører tilbage til sig selv.', 'A criterion that leads back to itself.'),
  'type-mismatch': error(
    'En oplysning sammenlignes med eller får en værdi af en anden slags; eller et sammenligningsord, der ikke passer til den.',
    'A fact compared with, or given, a value of another kind; or an operator that does not suit it.',
  ),
  'unit-mismatch': error(
    'En oplysning sammenlignes med en grænse i en anden enhed.',
    'A fact compared with a parameter in another unit.',
  ),
  'value-out-of-range': error(
    'Et tal uden for det, oplysningen kan være: det kan aldrig nås.',
    'A number outside the range of its fact: it can never be reached.',
  ),
  'unreachable-recommendation': error(
    'Et trin, som ingen patient kan få: det modsiger sig selv, eller trinene over tager alle.',
    'A rung that no patient can get: it contradicts itself, or those above take everybody.',
  ),

  'no-evidence': error(
    'Et trin uden kilde. Findes der ingen, siger en post under `evidence` med `"verified": false` det.',
    'A rung that cites nothing. Where there is no source, an `evidence` entry with `"verified": false` says so.',
  ),
  'no-question': error(
    'En oplysning på en skærm, som ikke har noget spørgsmål i ordforrådet.',
    'A fact on a screen that has no question in the vocabulary.',
  ),
  'no-question-for-unreadable-fact': error(
    'En oplysning, som journalen ikke kan give, og som ikke har noget spørgsmål: den bliver aldrig kendt.',
    'A fact that the record cannot give and that has no question: it stays unknown for ever.',
  ),
  'active-without-approval': error(
    'Status er `active`, mens `approval` er `null`: kun en navngiven person sætter en retningslinje i kraft.',
    'Status `active` while `approval` is `null`: only a named person makes a guideline active.',
  ),
  'approval-without-performing-specialty': error(
    'Intet speciale, der udfører undersøgelsen, har godkendt.',
    'No specialty that performs the examination has approved.',
  ),
  'review-overdue': warning('Datoen i `approval.reviewBy` er passeret.', 'The date in `approval.reviewBy` is past.'),
  'unused-criterion': warning(
    'Et kriterium, som hverken et trin eller et andet kriterium bruger.',
    'A criterion that neither a rung nor another criterion uses.',
  ),
  'unused-parameter': warning('En grænse, som ingen betingelse bruger.', 'A parameter that no condition uses.'),
  'unused-evidence': warning('En kilde, som intet trin henviser til.', 'A source that no rung cites.'),
  'unused-fact': warning(
    'En oplysning på en skærm, som ingen betingelse bruger, eller i ordforrådet, som ingen retningslinje bruger.',
    'A fact on a screen that no condition uses, or in the vocabulary that no guideline uses.',
  ),

  'unknown-file': error(
    'En JSON-fil i mappen med regler, som intet læser; som regel et navn, der er stavet forkert.',
    'A JSON file in the rules folder that nothing reads, usually a misspelt name.',
  ),
  'vignettes-missing': error('Retningslinjen har ingen `vignettes.json`.', 'The guideline has no `vignettes.json`.'),
  'vignette-fails': error(
    'En sygehistorie kommer anderledes ud, end den venter.',
    'A vignette comes out otherwise than it expects.',
  ),
  'changelog-entry-missing': error(
    '`CHANGELOG.md` har ingen overskrift for versionen i `guideline.json`.',
    '`CHANGELOG.md` has no heading for the version in `guideline.json`.',
  ),
  'version-not-raised': error(
    'Nogle patienter får et andet svar end før, men versionen er hævet for lidt (`rules -- diff`).',
    'Some patients get another answer than before, but the version step is too small (`rules -- diff`).',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

/** A stable code, e.g. `unknown-fact`. */
export type FindingCode = keyof typeof FINDING_CODES;

function error(da: string, en: string): { readonly severity: 'error'; readonly means: Text } {
  return { severity: 'error', means: { da, en } };
}

function warning(da: string, en: string): { readonly severity: 'warning'; readonly means: Text } {
  return { severity: 'warning', means: { da, en } };
}
