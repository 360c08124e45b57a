import type { AnswerChange, BehaviourDiff } from '../../core/analysis/behaviour.ts';
import type { Text } from '../../core/schema/text.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';
import { type CliWords, da } from '../words/da.ts';
import { en } from '../words/en.ts';
import { patientWords } from './patient-words.ts';

type Definitions = Readonly<Record<string, FactDefinition>>;

/** What the comparison of two versions says on the terminal: each kind of patient with the smallest example. */
export function diffLines(
  { answers, questions, shown }: BehaviourDiff,
  definitions: Definitions,
  words: CliWords,
): readonly string[] {
  const { diff } = words;
  const told = (patient: AnswerChange['patient']): string => patientWords(patient, definitions, words.patient);
  return [
    answers.length === 0 ? diff.sameAnswers : diff.otherAnswers(answers.length),
    ...answers.flatMap((change) => answerLines(change, told(change.patient), diff)),
    questions.length === 0 ? diff.sameQuestions : diff.otherQuestions(questions.length),
    ...questions.map(({ fact, now, patient }) => `  ${fact}: ${diff.question[now]}: ${told(patient)}`),
    ...shown.map(({ rung, patient }) => `${diff.shownOtherwise(rung)} ${told(patient)}`),
  ];
}

/** Who gets another answer, in one sentence: for the finding that the version is not raised. */
export function answerSentence(change: AnswerChange, definitions: Definitions): Text {
  return { da: answerIn(da, change, definitions), en: answerIn(en, change, definitions) };
}

function answerIn({ diff, patient }: CliWords, change: AnswerChange, definitions: Definitions): string {
  const told = patientWords(change.patient, definitions, patient);
  return diff.becomes(told, named(change.to, diff), named(change.from, diff));
}

function answerLines(
  { from, to, verdicts, urgency }: AnswerChange,
  patient: string,
  words: CliWords['diff'],
): readonly string[] {
  const { silent, none } = words;
  const changes = [
    ...verdicts.map(({ order, before, after }) => `${order}: ${before ?? silent} → ${after ?? silent}`),
    ...(urgency ? [`${words.urgency}: ${urgency.before ?? none} → ${urgency.after ?? none}`] : []),
  ];
  return [
    `  ${from === to ? words.changed(named(from, words)) : `${named(from, words)} → ${named(to, words)}`}`,
    `      ${changes.join('; ') || words.sameContent}`,
    `      ${words.smallest}: ${patient}`,
  ];
}

function named(rung: string | null, { noAnswer }: CliWords['diff']): string {
  return rung === null ? noAnswer : `"${rung}"`;
}
