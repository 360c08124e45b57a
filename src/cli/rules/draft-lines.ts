import type { VignetteDraft } from '../../core/analysis/vignette-draft.ts';
import type { CompiledGuideline } from '../../core/guideline/compile.ts';
import type { FactDefinition } from '../../core/schema/vocabulary.ts';

type Value = VignetteDraft['given'][string];

/** A vignette ready to paste into vignettes.json. Its name lists the facts; the author makes a sentence of it. */
export function draftLines({ facts }: CompiledGuideline, { order, given, expect }: VignetteDraft): readonly string[] {
  const parts = Object.entries(given).map(([fact, value]) => inWords(facts[fact], fact, value));
  const name = `SKRIV EN SÆTNING: ${parts.join(', ') || 'intet ud over det sædvanlige'}`;
  const draft = { name, ...(order === undefined ? {} : { order }), given, expect };
  return JSON.stringify(draft, null, 2).split('\n');
}

function inWords(definition: FactDefinition | undefined, fact: string, value: Value): string {
  const label = definition?.label.da ?? fact;
  if (value === 'unknown') return `${label} ikke oplyst`;
  if (typeof value === 'boolean') return value ? label : `ikke ${label}`;
  if (definition?.type !== 'choice') return `${label} ${value}`;
  const chosen = definition.choices.filter(({ id }) => (typeof value === 'object' ? value.includes(id) : id === value));
  return `${label}: ${chosen.map(({ label: own }) => own.da).join(' og ')}`;
}
