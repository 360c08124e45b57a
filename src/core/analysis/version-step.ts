import type { VersionStep } from '../guideline/lint/changelog.ts';
import type { Guideline } from '../schema/guideline.ts';
import type { AnswerChange, BehaviourDiff } from './behaviour.ts';

/** The step a change of a guideline demands, with what demands it; null when nothing of it changed. */
export type DemandedStep = VersionStep | null;

const STEPS = [null, 'patch', 'minor', 'major'] as const;

/**
 * The version step that a change demands. Major: a verdict or an urgency that the guideline gave is another for some patient.
 * Minor: it speaks about more examinations or to more patients, asks or groups questions otherwise, shows an urgency at
 * another time, or comes by another rung to the same verdict. Patch: anything else in the document (words, sources).
 * Version, status and approval demand nothing: they are about a version, not of it.
 */
export function demandedStep(before: Guideline, after: Guideline, diff: BehaviourDiff): DemandedStep {
  if (diff.answers.some(isMajor)) return 'major';
  if (diff.answers.length + diff.questions.length + diff.shown.length > 0) return 'minor';
  if (text(grouping(before)) !== text(grouping(after))) return 'minor';
  return text(content(before)) === text(content(after)) ? null : 'patch';
}

/** Whether the guideline takes back what it said. */
export function isMajor({ from, verdicts, urgency }: AnswerChange): boolean {
  return from !== null && (urgency !== undefined || verdicts.some(({ before }) => before !== null));
}

/**
 * Whether the version was raised enough. Below 1.0.0 nothing is approved, and the second number stands for the first: a raised
 * minor is enough for a major change.
 */
export function isRaised(before: string, after: string, step: DemandedStep): boolean {
  const taken = stepBetween(before, after);
  if (taken === 'lower') return false;
  return STEPS.indexOf(taken) >= STEPS.indexOf(neededFrom(before, step));
}

/** The step that is enough from that version on. */
export function neededFrom(before: string, step: DemandedStep): DemandedStep {
  return step === 'major' && before.startsWith('0.') ? 'minor' : step;
}

function stepBetween(before: string, after: string): DemandedStep | 'lower' {
  const numbers = (version: string): readonly number[] => version.split('.').map(Number);
  const [old, now] = [numbers(before), numbers(after)];
  for (const [place, step] of (['major', 'minor', 'patch'] as const).entries()) {
    const raised = (now[place] ?? 0) - (old[place] ?? 0);
    if (raised !== 0) return raised > 0 ? step : 'lower';
  }
  return null;
}

/** How questions stand together, without their words. */
function grouping({ screens }: Guideline): unknown {
  return screens.map(({ id, facts, noneOfThese }) => ({ id, facts, noneOfThese }));
}

function content({
  $schema: _schema,
  version: _version,
  status: _status,
  approval: _approval,
  ...rest
}: Guideline): unknown {
  return rest;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
