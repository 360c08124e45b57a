import type { FactLine, Justification as JustificationLines } from '../core/decision/guidance.ts';
import { isAnsweredAgainstHints, isRuledOut } from '../core/facts/ruled-out.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { whyWords } from '../i18n/why-words.ts';
import { FactLines, type FactLinesProps } from './fact-line.tsx';
import { Fold } from './fold.tsx';
import { useSpeech } from './speech-context.ts';

export interface JustificationProps extends Omit<FactLinesProps, 'lines'> {
  readonly justification: JustificationLines;
}

/** The decisive facts of a justification. */
export interface SortedFacts {
  /** What the answer rests on and is present, or is answered against what the record mentions. */
  readonly decisive: readonly FactLine[];
  /** What the answer rests on by being absent: many, so they fold. */
  readonly ruledOut: readonly FactLine[];
}

/** What decides by being present, apart from what decides by being absent. */
export function sortFacts(
  lines: readonly FactLine[],
  definitions: Readonly<Record<string, FactDefinition>>,
): SortedFacts {
  const isNegative = ({ id, fact }: FactLine) =>
    isRuledOut(definitions[id], fact) && !isAnsweredAgainstHints(definitions[id], fact);
  const all = lines.filter(({ decisive }) => decisive);
  return { decisive: all.filter((line) => !isNegative(line)), ruledOut: all.filter(isNegative) };
}

/** What decides, with value, source and date; what is ruled out unfolds, and can be taken back there. Always in view. */
export function DecisiveFacts({ justification, ...shared }: JustificationProps) {
  const words = whyWords[useSpeech().language];
  const { decisive, ruledOut } = sortFacts(justification.facts, shared.definitions);
  if (decisive.length === 0 && ruledOut.length === 0) return null;
  return (
    <div class="justification">
      <h2>{words.decisive}</h2>
      {decisive.length > 0 && <FactLines {...shared} lines={decisive} />}
      {ruledOut.length > 0 && (
        <Fold summary={words.ruledOut(ruledOut.length)}>{() => <FactLines {...shared} lines={ruledOut} />}</Fold>
      )}
    </div>
  );
}
