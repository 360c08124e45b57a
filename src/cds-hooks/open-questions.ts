import { nextQuestions } from '../core/decision/questions.ts';
import { type Facts, factOf, newestHints } from '../core/facts/fact.ts';
import { noneAnswer } from '../core/facts/negative.ts';
import { hookWords } from '../i18n/hook-words.ts';
import { asHeading, asPhrase, referenceWords, type Speech } from '../i18n/sentence.ts';
import type { DraftAssessment } from './draft-assessment.ts';
import { bold, bullets, paragraphs, plain } from './markdown.ts';
import { asksOf, type CardGround } from './speaking.ts';

/** Questions that a card names; the app asks them all. */
const MOST_ASKS = 4;
/** Entries of the record that stand in a summary. */
const MOST_IN_SUMMARY = 2;

/** What it takes in the app where none of what is asked is present. */
interface Presses {
  /** One for each screen that "none of these" answers, and one for each question to which the record has something. */
  readonly presses: number;
  /** Whether they answer everything: no number and no choice is asked for. */
  readonly answerAll: boolean;
}

function pressesFor({ library }: CardGround, draft: DraftAssessment): Presses {
  const screens = nextQuestions(library, draft.assessment);
  const byNone = screens.filter(({ noneOfThese }) => noneOfThese);
  const facts = factsOf(draft);
  const presses = byNone.map(({ facts: asked }) => {
    const apart = asked.filter((id) => {
      const definition = library.vocabulary.facts[id];
      return definition?.negative !== undefined && noneAnswer(definition, facts.get(id)) === undefined;
    });
    return apart.length + (apart.length < asked.length ? 1 : 0);
  });
  return { presses: presses.reduce((sum, n) => sum + n, 0), answerAll: byNone.length === screens.length };
}

/** How many presses answer everything, where none of it is present; null where that cannot be said. */
export function pressesLeft(ground: CardGround, draft: DraftAssessment): number | null {
  const { presses, answerAll } = pressesFor(ground, draft);
  return answerAll ? presses : null;
}

/**
 * What the record already has to say about a draft that cannot be rated yet, in few words: entries that stand beside
 * something asked, then what is certain and speaks for caution.
 */
export function foundInRecord({ library, language }: CardGround, draft: DraftAssessment): readonly string[] {
  const { facts } = library.vocabulary;
  const known = factsOf(draft);
  const beside = asksOf(draft.assessment)
    .filter((id) => facts[id]?.type !== 'number')
    .flatMap((id) => newestHints(factOf(known, id)).map(({ display }) => oneLine(display)));
  const certain = [...known]
    .filter(([id, fact]) => {
      const negative = facts[id]?.negative;
      return fact.known && fact.provenance.kind === 'record' && negative !== undefined && fact.value !== negative;
    })
    .map(([id]) => asPhrase(facts[id]?.label[language] ?? id));
  return [...new Set([...beside, ...certain])].slice(0, MOST_IN_SUMMARY);
}

/** What can still change the answer, with what the record says about it, and how little it takes to answer. */
export function askedParts(ground: CardGround, draft: DraftAssessment, speech: Speech): string {
  const { library, language } = ground;
  const words = hookWords[language];
  const asks = asksOf(draft.assessment);
  if (asks.length === 0) return '';
  const known = factsOf(draft);
  const isTold = (id: string) =>
    library.vocabulary.facts[id]?.type !== 'number' && newestHints(factOf(known, id)).length > 0;
  const told = asks.filter(isTold);
  const all = [...told, ...asks.filter((id) => !told.includes(id))];
  const shown = all.length > MOST_ASKS ? all.slice(0, Math.max(MOST_ASKS - 1, told.length)) : all;
  const labels = shown.map((id) => {
    const label = plain(asHeading(library.vocabulary.facts[id]?.label[language] ?? id));
    const hints = newestHints(factOf(known, id)).map((hint) => plain(referenceWords(speech, hint)));
    return hints.length === 0 ? label : `${label} (${words.inRecord}: ${hints.join('; ')})`;
  });
  const { presses, answerAll } = pressesFor(ground, draft);
  const more = all.length > shown.length ? [words.moreAsks] : [];
  return paragraphs([
    bold(words.asks),
    bullets([...labels, ...more]),
    presses === 0 ? '' : words.presses(presses, answerAll),
    ground.isSigning ? words.onlyWhatIsWritten : '',
  ]);
}

/** What is known of each fact that the guidelines use. */
function factsOf({ assessment }: DraftAssessment): Facts {
  const lines = assessment.guidance.flatMap(({ justification }) => justification.facts);
  return new Map(lines.map(({ id, fact }) => [id, fact]));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
