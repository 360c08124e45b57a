import type { AnswerChange, BehaviourDiff } from '../../core/analysis/behaviour.ts';
import type { Text } from '../../core/schema/text.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import { type CliWords, da } from '../words/da.ts';
import { en } from '../words/en.ts';
import { patientWords } from './patient-words.ts';

type Definitions = Readonly<Record<string, FactDefinition>>;

/** What the comparison of two versions says on the terminal: each kind of patient with the smallest example. */
export function diffLines({ answers, questions, shown }: BehaviourDiff, definitions: Definitions): readonly string[] {
  return [
    ...(answers.length === 0 ? ['no patient gets another answer'] : [kinds(answers.length, 'another answer')]),
    ...answers.flatMap((change) => answerLines(change, definitions)),
    ...(questions.length === 0 ? ['no patient is asked anything else'] : [kinds(questions.length, 'other questions')]),
    ...questions.map(
      ({ fact, now, patient }) => `  ${fact} is now ${now}: ${patientWords(patient, definitions, en.patient)}`,
    ),
    ...shown.map(
      ({ rung, patient }) =>
        `"${rung}" holds otherwise in patients who come to the same rung, so its urgency can show at another time: ` +
        patientWords(patient, definitions, en.patient),
    ),
  ];
}

/** Who gets another answer, in one sentence: for the finding that the version is not raised. */
export function answerSentence(change: AnswerChange, definitions: Definitions): Text {
  return { da: answerIn(da, change, definitions), en: answerIn(en, change, definitions) };
}

function answerIn({ diff, patient }: CliWords, change: AnswerChange, definitions: Definitions): string {
  const named = (rung: string | null): string => (rung === null ? diff.noAnswer : `"${rung}"`);
  return diff.becomes(patientWords(change.patient, definitions, patient), named(change.to), named(change.from));
}

function answerLines(
  { from, to, verdicts, urgency, patient }: AnswerChange,
  definitions: Definitions,
): readonly string[] {
  const rungs = from === to ? `${named(from)}, changed` : `${named(from)} → ${named(to)}`;
  const changes = [
    ...verdicts.map(({ order, before, after }) => `${order}: ${before ?? 'silent'} → ${after ?? 'silent'}`),
    ...(urgency ? [`urgency: ${urgency.before ?? 'none'} → ${urgency.after ?? 'none'}`] : []),
  ];
  return [
    `  ${rungs}`,
    `      ${changes.join('; ') || 'same ratings and urgency'}`,
    `      smallest patient: ${patientWords(patient, definitions, en.patient)}`,
  ];
}

function named(rung: string | null): string {
  return rung === null ? en.diff.noAnswer : `"${rung}"`;
}

function kinds(count: number, what: string): string {
  return `${count} ${count === 1 ? 'kind of patient gets' : 'kinds of patients get'} ${what}:`;
}
