import type { Fault } from './fault.ts';

const VIGNETTES = 'test-guideline/vignettes.json';
const FACTS = 'vocabulary/facts.json';

/** An approval as it should be but for what is given. */
function approval(reviewBy: string, performing: boolean): string {
  const specialty = `{ "name": "Radiology", "performing": ${performing} }`;
  return `"approval": { "by": "A. Person", "date": "2019-01-01", ${reviewBy}, ${performing ? '' : '«'}"specialties": [${specialty}] }`;
}

/** Faults in how a guideline is looked after: sources, questions, approval, what is left over, vignettes, changelog. */
export const AUTHORING_FAULTS: readonly Fault[] = [
  {
    name: 'a rung that cites nothing',
    code: 'no-evidence',
    says: '"verified": false',
    right:
      '"id": "nothing",\n    "title": { "da": "Intet", "en": "Nothing" },\n    "ratings": { "mr-lumbar-spine": "not-appropriate" },\n    "urgency": null,\n    "say": { "da": "Intet.", "en": "Nothing." },\n    "evidence": ["source"]',
    wrong:
      '«"id": "nothing",\n    "title": { "da": "Intet", "en": "Nothing" },\n    "ratings": { "mr-lumbar-spine": "not-appropriate" },\n    "urgency": null,\n    "say": { "da": "Intet.", "en": "Nothing." },\n    "evidence": []',
  },
  {
    name: 'a fact on a screen that has no question',
    code: 'no-question',
    says: '"question"',
    right: '"facts": ["fever"]',
    wrong: '"facts": ["fever", «"age"]',
  },
  {
    name: 'a fact that no reader gives and no question asks',
    code: 'no-question-for-unreadable-fact',
    says: '"fever"',
    right: '{ "fact": "fever", "operator"',
    wrong: '{ «"fact": "fever", "operator"',
    also: {
      file: FACTS,
      right: `"question": { "da": "Feber?", "en": "Fever?" },
      "read": [{ "reader": "condition", "valueSet": "fever", "gives": true }]`,
      wrong: '"read": []',
    },
  },
  {
    name: 'an active guideline that nobody has approved',
    code: 'active-without-approval',
    says: '"draft"',
    right: '"status": "draft"',
    wrong: '«"status": "active"',
  },
  {
    name: 'an approval without the specialty that performs the examination',
    code: 'approval-without-performing-specialty',
    says: '"performing": true',
    right: '"approval": null',
    wrong: approval('"reviewBy": "2999-01-01"', false),
  },
  {
    name: 'a review whose date is past',
    code: 'review-overdue',
    says: '2020-01-01',
    right: '"approval": null',
    wrong: approval('«"reviewBy": "2020-01-01"', true),
  },
  {
    name: 'a criterion that no rung uses',
    code: 'unused-criterion',
    says: '"febrile"',
    right: '"criteria": {',
    wrong:
      '"criteria": { «"febrile": { "label": { "da": "Febril", "en": "Febrile" }, "when": { "fact": "fever", "operator": "equal", "value": true } },',
  },
  {
    name: 'a parameter that no condition uses',
    code: 'unused-parameter',
    says: '"young-age"',
    right: '"parameters": {',
    wrong:
      '"parameters": { «"young-age": { "label": { "da": "Ung", "en": "Young" }, "value": 20, "unit": "year", "source": "test" },',
  },
  {
    name: 'a source that no rung cites',
    code: 'unused-evidence',
    says: '"other-source"',
    right: '"evidence": { "source"',
    wrong: '"evidence": { «"other-source": { "cite": "Other", "type": "study", "verified": false }, "source"',
  },
  {
    name: 'a fact on a screen that no condition uses',
    code: 'unused-fact',
    says: '"cough"',
    right: '"facts": ["fever"]',
    wrong: '"facts": ["fever", «"cough"]',
    also: {
      file: FACTS,
      right: '"facts": {',
      wrong:
        '"facts": { "cough": { "type": "boolean", "label": { "da": "Hoste", "en": "Cough" }, "question": { "da": "Hoste?", "en": "Cough?" } },',
    },
  },
  {
    name: 'a fact that no guideline uses',
    code: 'unused-fact',
    says: 'in a guideline',
    file: FACTS,
    right: '"facts": {',
    wrong: '"facts": { «"chills": { "type": "boolean", "label": { "da": "Kulderystelser", "en": "Chills" } },',
  },
  {
    name: 'a vignette that comes out otherwise',
    code: 'vignette-fails',
    says: 'recommendation: expected "nothing", got "old-with-fever"',
    file: VIGNETTES,
    right: '{\n      "name": "69 years with fever: nothing",\n      "given": { "age": 69,',
    wrong: '«{\n      "name": "69 years with fever: nothing",\n      "given": { "age": 70,',
  },
  {
    name: 'a misspelt person',
    code: 'unknown-person',
    says: 'Did you mean "plain-back-pain"?',
    file: VIGNETTES,
    right: '"given": { "age": 70, "fever": true }',
    wrong: '«"person": "plane-back-pain"',
  },
  {
    name: 'a misspelt screen on which a vignette answers "none of these"',
    code: 'unknown-screen',
    says: 'Did you mean "signs"?',
    file: VIGNETTES,
    right: '"given": { "age": 70, "fever": true }',
    wrong: '"person": "plain-back-pain", "noneOfThese": [«"sings"]',
  },
  {
    name: 'facts beside a person, who has them already',
    code: 'mixed-vignette',
    says: '"answers"',
    file: VIGNETTES,
    right: '"given": { "age": 70, "fever": true }',
    wrong: '"person": "plain-back-pain", «"given": { "age": 70, "fever": true }',
  },
  {
    name: 'answers without a person, to whom nothing was asked',
    code: 'mixed-vignette',
    says: '"given"',
    file: VIGNETTES,
    right: '"given": { "age": 70, "fever": true }',
    wrong: '«"answers": { "age": 70, "fever": true }',
  },
  {
    name: 'a person who comes out otherwise',
    code: 'vignette-fails',
    says: 'expected "old-with-fever", got "nothing"',
    file: VIGNETTES,
    right: '{\n      "name": "70 years with fever: MR the same day",\n      "given": { "age": 70, "fever": true },',
    wrong:
      '«{\n      "name": "70 years with fever: MR the same day",\n      "person": "plain-back-pain", "answers": { "fever": true },',
  },
  {
    name: 'a version without its heading in the changelog',
    code: 'changelog-entry-missing',
    says: '## 1.1.0',
    right: '"version": "1.0.0"',
    wrong: '«"version": "1.1.0"',
  },
];
