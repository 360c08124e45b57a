import type { Guideline } from '../../schema/guideline.ts';
import type { Text } from '../../schema/text.ts';
import type { FactDefinition } from '../../schema/vocabulary.ts';
import type { Vocabulary } from '../library.ts';
import type { Remark } from '../remark.ts';
import { entryOf, leavesOfGuideline } from '../walk.ts';

const REMEDY: Text = {
  da: 'Skriv dens "question" (da og en) i rules/vocabulary/facts.json.',
  en: 'Write its "question" (da and en) in rules/vocabulary/facts.json.',
};

/** Facts that nothing can ever answer, and facts that a screen asks without words to ask with. */
export function lintQuestions(guideline: Guideline, vocabulary: Vocabulary): readonly Remark[] {
  const asked = guideline.screens.flatMap(({ facts }, screen) =>
    facts.map((fact, index) => ({ fact, path: ['screens', screen, 'facts', index] })),
  );
  const onScreens = asked.filter(({ fact }) => {
    const definition = entryOf(vocabulary.facts, fact);
    return definition !== undefined && definition.question === undefined;
  });
  const tested = leavesOfGuideline(guideline).flatMap(({ part, path }) =>
    'fact' in part ? [{ fact: part.fact, path: [...path, 'fact'] }] : [],
  );
  const firstUses = tested.filter(({ fact }, index) => tested.findIndex((one) => one.fact === fact) === index);
  const unanswerable = firstUses.filter(({ fact }) => {
    const definition = entryOf(vocabulary.facts, fact);
    return definition !== undefined && !isAnswerable(definition, vocabulary, new Set([fact]));
  });
  return [
    ...onScreens.map(({ fact, path }) => ({
      code: 'no-question' as const,
      path,
      message: {
        da: `"${fact}" står på en skærm, men har intet spørgsmål i ordforrådet.`,
        en: `"${fact}" is on a screen but has no question in the vocabulary.`,
      },
      remedy: REMEDY,
    })),
    ...unanswerable.map(({ fact, path }) => ({
      code: 'no-question-for-unreadable-fact' as const,
      path,
      message: {
        da: `"${fact}" har intet spørgsmål, og intet læser den i journalen: den er ukendt for alle patienter.`,
        en: `"${fact}" has no question, and nothing reads it from the record: it stays unknown for every patient.`,
      },
      remedy: {
        da: `${REMEDY.da} Eller skriv under "read", hvordan journalen giver den.`,
        en: `${REMEDY.en} Or say under "read" how the record gives it.`,
      },
    })),
  ];
}

/** Whether a question, a reader, or a fact it is derived from can give a fact its value. */
function isAnswerable(definition: FactDefinition, vocabulary: Vocabulary, seen: ReadonlySet<string>): boolean {
  if (definition.question) return true;
  return definition.read.some((reading) => {
    if (reading.reader !== 'derived') return true;
    const source = entryOf(vocabulary.facts, reading.fact);
    return (
      source !== undefined &&
      !seen.has(reading.fact) &&
      isAnswerable(source, vocabulary, new Set([...seen, reading.fact]))
    );
  });
}
