/** What a code stands for: how serious it is, and one sentence for the author's table (rules/findings.md). */
interface FindingKind {
  readonly severity: 'error' | 'warning';
  readonly means: string;
}

/**
 * Every code a finding can have. An error keeps the guideline out of use, but for those of vignettes and changelog, which
 * only fail the check; a warning does neither. Codes are stable: others may filter on them.
 */
export const FINDING_CODES = {
  'not-json': error('The file is not JSON: a comma, quote or bracket is missing or one too many.'),
  'duplicate-key': error('A key stands twice in the same object; the first would be lost.'),
  'forbidden-key': error('A key that no rule file may use, such as `__proto__`.'),
  'unknown-key': error('A key that is not known at this place, usually a misspelling.'),
  'missing-key': error('A key that must be there is not.'),
  'missing-otherwise': error('The guideline lacks `otherwise`, the last rung: somebody would get no answer.'),
  'missing-language': error('A text lacks its Danish or its English.'),
  'wrong-type': error('A value of another kind than this place takes, e.g. a text instead of a number.'),
  'invalid-value': error('A value that is not allowed here, e.g. an urgency that does not exist, or a malformed id.'),
  'empty-group': error('An empty `all`, `any` or other list that needs a member.'),
  'not-a-condition': error('None of the forms a condition can have.'),

  'unknown-fact': error('A fact that the vocabulary does not have.'),
  'unknown-choice': error('A choice that the fact does not have.'),
  'unknown-criterion': error('A criterion that the guideline does not define.'),
  'unknown-parameter': error('A parameter that the guideline does not define.'),
  'unknown-order': error('An examination that the vocabulary does not have.'),
  'unknown-evidence': error('A source that the guideline does not list under `evidence`.'),
  'unknown-recommendation': error('A vignette expects a rung that the guideline does not have.'),
  'unknown-value-set': error('A value set that has no file in the vocabulary.'),
  'unknown-region': error('A region of the body that no examination of the vocabulary has.'),
  'unknown-guideline': error('The site file names a guideline that does not exist.'),
  'duplicate-id': error(
    'Two rungs, two screens or two vignettes of the same name; or one code that stands for two examinations.',
  ),
  'id-differs-from-folder': error('The guideline and its folder have different names.'),

  'criteria-cycle': error('A criterion that leads back to itself.'),
  'type-mismatch': error(
    'A fact compared with, or given, a value of another kind; or an operator that does not suit it.',
  ),
  'unit-mismatch': error('A fact compared with a parameter in another unit.'),
  'value-out-of-range': error('A number outside the range of its fact: it can never be reached.'),
  'unreachable-recommendation': error(
    'A rung that no patient can get: it contradicts itself, or those above take everybody.',
  ),

  'no-evidence': error(
    'A rung that cites nothing. Where there is no source, an `evidence` entry with `"verified": false` says so.',
  ),
  'no-question': error('A fact on a screen that has no question in the vocabulary.'),
  'no-question-for-unreadable-fact': error(
    'A fact that the record cannot give and that has no question: it stays unknown for ever.',
  ),
  'active-without-approval': error(
    'Status `active` while `approval` is `null`: only a named person makes a guideline active.',
  ),
  'approval-without-performing-specialty': error('No specialty that performs the examination has approved.'),
  'review-overdue': warning('The date in `approval.reviewBy` is past.'),
  'unused-criterion': warning('A criterion that neither a rung nor another criterion uses.'),
  'unused-parameter': warning('A parameter that no condition uses.'),
  'unused-evidence': warning('A source that no rung cites.'),
  'unused-fact': warning('A fact on a screen that no condition uses, or in the vocabulary that no guideline uses.'),

  'unknown-file': error('A JSON file in the rules folder that nothing reads, usually a misspelt name.'),
  'vignettes-missing': error('The guideline has no `vignettes.json`.'),
  'vignette-fails': error('A vignette comes out otherwise than it expects.'),
  'changelog-entry-missing': error('`CHANGELOG.md` has no heading for the version in `guideline.json`.'),
  'version-not-raised': error(
    'Some patients get another answer than before, but the version step is too small (`rules -- diff`).',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

/** A stable code, e.g. `unknown-fact`. */
export type FindingCode = keyof typeof FINDING_CODES;

function error(means: string): { readonly severity: 'error'; readonly means: string } {
  return { severity: 'error', means };
}

function warning(means: string): { readonly severity: 'warning'; readonly means: string } {
  return { severity: 'warning', means };
}
