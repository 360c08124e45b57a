import { type Answer, answerAsFact } from '../core/facts/answers.ts';
import type { Fact, Facts } from '../core/facts/fact.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import type { Reading } from '../core/schema/vocabulary.ts';
import type { ReferralContext } from './context.ts';
import { momentOf } from './date.ts';
import { entryOf } from './element.ts';
import { countedFrom, withSources } from './needs.ts';
import { readAge } from './readers/age.ts';
import { readCondition } from './readers/condition.ts';
import { readDerived } from './readers/derived.ts';
import { readFirstCondition } from './readers/first-condition.ts';
import { readImaging } from './readers/imaging.ts';
import { readMedication } from './readers/medication.ts';
import { readObservation } from './readers/observation.ts';
import { readOrderReason, readReason } from './readers/order-reason.ts';
import { readProcedure } from './readers/procedure.ts';
import { because, type ReadingInput, type ReadingResult } from './readers/reading-result.ts';
import { settleFact } from './settle.ts';

/** The clinician's answers by fact: what was measured may count from a moment that only they know. */
export type Answers = ReadonlyMap<string, Answer>;

/**
 * Reads facts from the record: each known with where it stands, or unknown with a reason. Pure: `now` is an ISO
 * date-time. Resources are outside data; whatever is in them, nothing is thrown and nothing is guessed.
 *
 * @param factIds facts of the vocabulary; those they are derived from are read and returned too, ids nobody defined are left out
 * @param order order id of the draft's examination (`identifyOrder`), null when it is not one of the vocabulary's
 */
export function readFacts(
  vocabulary: Vocabulary,
  factIds: Iterable<string>,
  context: ReferralContext,
  order: string | null,
  now: string,
  answers: Answers = new Map(),
): Facts {
  const input: Reader = { context, vocabulary, order, now: momentOf(now), answers };
  const facts = new Map<string, Fact>();
  for (const id of withSources(vocabulary, factIds)) readInto(facts, id, input, []);
  return facts;
}

/**
 * Reads every fact of the vocabulary once, and with each set of answers again those few that count from an answer, such
 * as what was measured since the injury.
 */
export function factReader(
  vocabulary: Vocabulary,
  context: ReferralContext,
  order: string | null,
  now: string,
): (answers: Answers) => Facts {
  const ids = Object.keys(vocabulary.facts);
  const first = readFacts(vocabulary, ids, context, order, now);
  const counted = ids.filter((id) => vocabulary.facts[id]?.read.some((reading) => countedFrom(reading).length > 0));
  return (answers) =>
    counted.length > 0 && answers.size > 0
      ? new Map([...first, ...readFacts(vocabulary, counted, context, order, now, answers)])
      : first;
}

interface Reader extends ReadingInput {
  readonly answers: Answers;
}

/** Sources before what is derived from them; a fact that comes back to itself stays unknown. */
function readInto(facts: Map<string, Fact>, id: string, input: Reader, path: readonly string[]): Fact {
  const read = facts.get(id);
  if (read) return read;
  const definition = entryOf(input.vocabulary.facts, id);
  if (definition === undefined) return { known: false, reason: 'not-asked' };
  if (path.includes(id)) return { known: false, reason: 'unsupported', because: [because('circular', id)] };
  const source = (fact: string): Fact => {
    const answer = input.answers.get(fact);
    return answer === undefined ? readInto(facts, fact, input, [...path, id]) : answerAsFact(answer);
  };
  const fact = settleFact(definition, (reading) => runReading(reading, input, source), input.context);
  facts.set(id, fact);
  return fact;
}

function runReading(reading: Reading, input: ReadingInput, source: (fact: string) => Fact): ReadingResult {
  switch (reading.reader) {
    case 'age':
      return readAge(input);
    case 'condition':
      return readCondition(reading, input);
    case 'observation':
    case 'observation-value':
    case 'observation-time':
      return readObservation(reading, input, source);
    case 'medication':
      return readMedication(reading, input);
    case 'procedure':
      return readProcedure(reading, input);
    case 'imaging':
      return readImaging(reading, input);
    case 'reason':
      return readReason(reading, input);
    case 'order-reason':
      return readOrderReason(reading, input);
    case 'first-condition':
      return readFirstCondition(reading, input);
    case 'derived':
      return readDerived(reading, source(reading.fact));
  }
}
