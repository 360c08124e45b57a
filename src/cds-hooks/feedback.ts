import { dateRange } from '../fhir/date.ts';
import { type Element, elementAt, isElement, textAt } from '../fhir/element.ts';
import { parseBody } from './hook-request.ts';

/** What a clinician did with a card (CDS Hooks 2.0, "Feedback"). Own words are not kept: they may name the patient. */
export interface Feedback {
  /** `card.uuid`. */
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  /** `suggestion.uuid` of each that was accepted. */
  readonly suggestions: readonly string[];
  readonly reason?: { readonly system?: string; readonly code: string };
  /** Whether own words were given. */
  readonly hasComment: boolean;
  /** ISO date-time at which the clinician did it. */
  readonly at: string;
}

export type ParsedFeedback =
  | { readonly ok: true; readonly feedback: readonly Feedback[] }
  | { readonly ok: false; readonly json: boolean; readonly diagnostics: string };

/** A code as FHIR has it (R4 datatypes.html#code), and not so long that a text could hide in it. */
const CODE = /^[^\s]+( [^\s]+)*$/;
const LONGEST = 128;
/** Ids of cards and suggestions are ours: UUIDs (RFC 9562). */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** More than a clinician does in one go. */
const MOST = 100;

/** Parses a feedback call; one wrong part refuses the whole, so that a client never believes that half was stored. */
export function parseFeedback(body: string): ParsedFeedback {
  const content = parseBody(body);
  if (content === undefined) return { ok: false, json: false, diagnostics: 'The body is not JSON.' };
  const list: unknown = isElement(content) ? content.feedback : undefined;
  if (!Array.isArray(list) || list.length === 0) return wrong('feedback is not a list with members.');
  if (list.length > MOST) return wrong(`feedback has more than ${MOST} members.`);
  const parsed: Feedback[] = [];
  for (const [index, one] of list.entries()) {
    const feedback = parseOne(one);
    if (typeof feedback === 'string') return wrong(`feedback[${index}]${feedback}`);
    parsed.push(feedback);
  }
  return { ok: true, feedback: parsed };
}

function parseOne(one: unknown): Feedback | string {
  if (!isElement(one)) return ' is not an object.';
  const card = uuidAt(one, 'card');
  if (card === undefined) return '.card is not the uuid of a card.';
  const { outcome, overrideReason } = one;
  if (outcome !== 'accepted' && outcome !== 'overridden') return '.outcome is neither accepted nor overridden.';
  const at = textAt(one, 'outcomeTimestamp');
  if (at === undefined || !at.includes('T') || dateRange(at) === null)
    return '.outcomeTimestamp is not an ISO timestamp.';
  const suggestions = suggestionsOf(one, outcome);
  if (typeof suggestions === 'string') return suggestions;
  if (overrideReason === undefined) return { card, outcome, suggestions, hasComment: false, at };
  if (!isElement(overrideReason)) return '.overrideReason is not an object.';
  const hasComment = textAt(overrideReason, 'userComment') !== undefined;
  const coding = elementAt(overrideReason, 'reason');
  if (coding === undefined) return { card, outcome, suggestions, hasComment, at };
  const code = shortCode(textAt(coding, 'code'));
  if (code === undefined) return '.overrideReason.reason.code is not a code.';
  const system = shortCode(textAt(coding, 'system'));
  return { card, outcome, suggestions, reason: { ...(system === undefined ? {} : { system }), code }, hasComment, at };
}

/** Required for what was accepted (CDS Hooks 2.0, `acceptedSuggestions`). */
function suggestionsOf(one: Element, outcome: Feedback['outcome']): readonly string[] | string {
  const { acceptedSuggestions: accepted } = one;
  if (outcome === 'overridden') return [];
  if (!Array.isArray(accepted) || accepted.length === 0) return '.acceptedSuggestions is not a list with members.';
  const ids = accepted.map((suggestion) => uuidAt(suggestion, 'id'));
  return ids.every((id) => id !== undefined)
    ? ids
    : '.acceptedSuggestions holds something without the uuid of a suggestion.';
}

function uuidAt(parent: unknown, name: string): string | undefined {
  const text = textAt(parent, name);
  return text !== undefined && UUID.test(text) ? text.toLowerCase() : undefined;
}

function shortCode(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= LONGEST && CODE.test(text) ? text : undefined;
}

function wrong(diagnostics: string): ParsedFeedback {
  return { ok: false, json: true, diagnostics };
}
