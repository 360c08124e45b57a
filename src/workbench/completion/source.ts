import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  snippet,
} from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { FileName } from '../desk.ts';
import { idProposals, type Known } from './id-proposals.ts';
import { type JsonPlace, jsonPlaceAt } from './json-place.ts';
import { AT_CURSOR, type Proposal } from './proposal.ts';
import { schemaProposals } from './schema-proposals.ts';

/** What completion needs to know of the text: which file it is, its JSON Schema, and the ids there are. */
export interface CompletionGround {
  readonly file: FileName;
  readonly schema: unknown;
  readonly known: Known;
}

/** Everything that can be written at a position: what the schema allows, and the ids that only the rules know. */
export function proposalsAt(
  state: EditorState,
  position: number,
  ground: CompletionGround,
): { readonly place: JsonPlace; readonly proposals: readonly Proposal[] } | null {
  const place = jsonPlaceAt(state, position);
  if (place === null) return null;
  const byId = idProposals(ground.file, place, ground.known).map((proposal) =>
    place.kind === 'key' && place.hasValue ? { ...proposal, text: JSON.stringify(proposal.name) } : proposal,
  );
  // The vocabulary knows better which operators suit a fact than the schema, which lists them all.
  const last = place.path.at(-1);
  const isKnownBetter = byId.length > 0 && (last === 'operator' || last === 'value');
  const bySchema = isKnownBetter ? [] : schemaProposals(ground.schema, place);
  const seen = new Set(byId.map(({ text }) => text));
  return { place, proposals: [...byId, ...bySchema.filter(({ text }) => !seen.has(text))] };
}

/** The editor's completion: opens while a word or string is typed, or when asked for. */
export function completionSource(groundNow: () => CompletionGround): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const found = proposalsAt(context.state, context.pos, groundNow());
    if (found === null || found.proposals.length === 0) return null;
    const { place, proposals } = found;
    if (!context.explicit && place.from === context.pos) return null;
    return {
      from: place.from,
      to: place.to,
      options: proposals.map(optionOf),
      validFor: /^"?[\w.-]*"?$/,
    };
  };
}

function optionOf({ name, text, detail, info, kind }: Proposal): Completion {
  return {
    label: kind === 'key' ? JSON.stringify(name) : text,
    displayLabel: name,
    type: kind,
    ...(detail === undefined ? {} : { detail }),
    ...(info === undefined ? {} : { info }),
    apply: text.includes(AT_CURSOR) ? snippet(text) : text,
  };
}
