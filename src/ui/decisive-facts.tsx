import type { FactLine, Justification as JustificationLines } from '../core/decision/guidance.ts';
import { isAnsweredAgainstHints, isRuledOut } from '../core/facts/negative.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { type FactLinesProps, FactSentences } from './fact-sentences.tsx';
import { Fold } from './fold.tsx';
import type { GuidanceDetails } from './guidance-details.ts';
import { useSpeech } from './speech-context.ts';

export interface JustificationProps extends Omit<FactLinesProps, 'lines'> {
  readonly justification: JustificationLines;
}

/** The facts of a justification, sorted as they are read. */
export interface SortedFacts {
  /** What the answer rests on and is present, or is answered against what the record mentions. */
  readonly decisive: readonly FactLine[];
  /** What the answer rests on by being absent: many, so they fold. */
  readonly ruledOut: readonly FactLine[];
  /** Unknown because it could not be read, or could be read but not used. */
  readonly notRead: readonly FactLine[];
  readonly rest: readonly FactLine[];
}

/** Decisive lines first; what was not read apart; the rest last. */
export function sortFacts(
  lines: readonly FactLine[],
  definitions: Readonly<Record<string, FactDefinition>>,
): SortedFacts {
  const isNegative = ({ id, fact }: FactLine) =>
    isRuledOut(definitions[id], fact) && !isAnsweredAgainstHints(definitions[id], fact);
  const isNotRead = ({ fact }: FactLine) => !fact.known && (fact.reason === 'error' || fact.reason === 'unsupported');
  return {
    decisive: lines.filter((line) => line.decisive && !isNegative(line)),
    ruledOut: lines.filter((line) => line.decisive && isNegative(line)),
    notRead: lines.filter((line) => !line.decisive && isNotRead(line)),
    rest: lines.filter((line) => !line.decisive && !isNotRead(line)),
  };
}

interface DecisiveFactsProps extends JustificationProps {
  readonly details: GuidanceDetails | 'loading' | 'failed';
}

/** What decides, with value, source and date; what is ruled out unfolds, and can be taken back there. Always in view. */
export function DecisiveFacts({ justification, details, ...shared }: DecisiveFactsProps) {
  const { words } = useSpeech();
  const { decisive, ruledOut } = sortFacts(justification.facts, shared.definitions);
  if (decisive.length === 0 && ruledOut.length === 0) return null;
  const Lines = typeof details === 'object' ? details.FactLines : FactSentences;
  return (
    <div class="justification">
      <h2>{words.why.decisive}</h2>
      {decisive.length > 0 && <Lines {...shared} lines={decisive} />}
      {ruledOut.length > 0 && (
        <Fold summary={words.why.ruledOut(ruledOut.length)}>{() => <Lines {...shared} lines={ruledOut} />}</Fold>
      )}
    </div>
  );
}
