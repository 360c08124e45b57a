import type { Fact, Facts } from '../core/facts/fact.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import type { Reading } from '../core/schema/vocabulary.ts';
import type { ReferralContext } from './context.ts';
import { momentOf } from './date.ts';
import { entryOf } from './element.ts';
import { withSources } from './needs.ts';
import { readAge } from './readers/age.ts';
import { readCondition } from './readers/condition.ts';
import { readDerived } from './readers/derived.ts';
import { readFirstCondition } from './readers/first-condition.ts';
import { readImaging } from './readers/imaging.ts';
import { readMedication } from './readers/medication.ts';
import { readObservation } from './readers/observation.ts';
import { readOrderReason } from './readers/order-reason.ts';
import { readProcedure } from './readers/procedure.ts';
import { because, type ReadingInput, type ReadingResult } from './readers/reading-result.ts';
import { settleFact } from './settle.ts';

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
): Facts {
  const input: ReadingInput = { context, vocabulary, order, now: momentOf(now) };
  const facts = new Map<string, Fact>();
  for (const id of withSources(vocabulary, factIds)) readInto(facts, id, input, []);
  return facts;
}

/** Sources before what is derived from them; a fact that comes back to itself stays unknown. */
function readInto(facts: Map<string, Fact>, id: string, input: ReadingInput, path: readonly string[]): Fact {
  const read = facts.get(id);
  if (read) return read;
  const definition = entryOf(input.vocabulary.facts, id);
  if (definition === undefined) return { known: false, reason: 'not-asked' };
  if (path.includes(id)) return { known: false, reason: 'unsupported', because: [because('circular', id)] };
  const source = (fact: string): Fact => readInto(facts, fact, input, [...path, id]);
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
      return readObservation(reading, input);
    case 'medication':
      return readMedication(reading, input);
    case 'procedure':
      return readProcedure(reading, input);
    case 'imaging':
      return readImaging(reading, input);
    case 'order-reason':
      return readOrderReason(reading, input);
    case 'first-condition':
      return readFirstCondition(reading, input);
    case 'derived':
      return readDerived(reading, source(reading.fact));
  }
}
