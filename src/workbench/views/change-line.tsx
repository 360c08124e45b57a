import type { Guideline } from '../../core/schema/guideline.ts';
import type { Workbench } from '../model.ts';
import type { ChangedPart, Outcome } from '../outcome.ts';
import { useWorkbenchSpeech } from '../use-words.ts';
import type { VignetteResult } from '../vignette-results.ts';

interface ChangeLineProps {
  readonly bench: Workbench;
  readonly result: VignetteResult;
}

/** How a vignette comes out in the shipped version and now; only what differs. */
export function ChangeLine({ bench, result }: ChangeLineProps) {
  const { own } = useWorkbenchSpeech();
  const { chosen } = bench.desk;
  const shipped = bench.library.guidelines.find(({ document }) => document.id === chosen.value)?.document;
  const now = bench.sound.value?.guideline.document;
  const parts = useOutcomeWords();
  return (
    <dl class="change">
      <div>
        <dt>{own.changedFrom}</dt>
        <dd>{parts(result.shipped, result.changed, shipped)}</dd>
      </div>
      <div>
        <dt>{own.changedTo}</dt>
        <dd>{parts(result.now, result.changed, now)}</dd>
      </div>
    </dl>
  );
}

/** The parts of an outcome in words. */
function useOutcomeWords() {
  const { own, words, text } = useWorkbenchSpeech();
  return (outcome: Outcome, parts: readonly ChangedPart[], guideline: Guideline | undefined): string => {
    if (!outcome.applies) return words.verdict['no-criteria-apply'];
    const rungs = guideline ? [...guideline.recommendations, guideline.otherwise] : [];
    const rung = rungs.find(({ id }) => id === outcome.recommendation);
    const wording: Readonly<Record<ChangedPart, string>> = {
      applies: words.verdict[outcome.verdict],
      recommendation: rung ? text(rung.title) : own.nothing,
      verdict: words.verdict[outcome.verdict],
      urgency: outcome.urgency === null ? own.nothing : words.urgency[outcome.urgency],
      asks: outcome.asks.join(', ') || own.nothing,
      ratings: Object.entries(outcome.ratings)
        .map(([order, rating]) => `${order} ${words.verdict[rating]}`)
        .join(', '),
    };
    // A changed recommendation brings its ratings with it; they are told only where they changed by themselves.
    const told = parts.filter((part) => part !== 'ratings' || parts.length === 1);
    return told.map((part) => `${own.part[part]}: ${wording[part]}`).join(' · ');
  };
}
