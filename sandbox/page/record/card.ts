import type { FhirResource } from 'fhir/r4';
import { isObject, isResource } from '../resource.ts';

/** What a suggestion does to the drafts (CDS Hooks 2.0, "Action"). */
export type CardAction =
  | { readonly type: 'create' | 'update'; readonly resource: FhirResource }
  | { readonly type: 'delete'; readonly location: string };

export type CardSuggestion = {
  readonly label: string;
  /** Names it in feedback; without it there is none. */
  readonly uuid: string | null;
  readonly isRecommended: boolean;
  readonly actions: readonly CardAction[];
};

export type CardReason = { readonly system: string; readonly code: string; readonly display: string };

export type CardLink = {
  readonly label: string;
  readonly url: string;
  /** `smart` launches an app, with what the card says to it. */
  readonly type: 'absolute' | 'smart';
  readonly appContext: string | null;
};

/** A card as it is shown (CDS Hooks 2.0, "Card Attributes"). */
export type Card = {
  readonly uuid: string | null;
  readonly summary: string;
  /** Markdown; empty for none. */
  readonly detail: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly source: string;
  readonly suggestions: readonly CardSuggestion[];
  readonly overrideReasons: readonly CardReason[];
  readonly links: readonly CardLink[];
};

/** A service's response as far as it can be shown. What is not as specified is left out, never half shown. */
export function readResponse(response: unknown): { cards: readonly Card[]; systemActions: readonly CardAction[] } {
  const content = isObject(response) ? response : {};
  return {
    cards: listOf(content.cards).flatMap(readCard),
    systemActions: listOf(content.systemActions).flatMap(readAction),
  };
}

function readCard(card: unknown): Card[] {
  if (!isObject(card)) return [];
  const { uuid, summary, detail, indicator, source, suggestions, selectionBehavior } = card;
  const label = isObject(source) ? source.label : undefined;
  if (typeof summary !== 'string' || typeof label !== 'string' || !isIndicator(indicator)) return [];
  // "CDS Clients that do not understand the value MUST treat the card as an error."
  const isKnown = selectionBehavior === 'at-most-one' || selectionBehavior === 'any';
  if (listOf(suggestions).length > 0 && !isKnown) return [];
  return [
    {
      uuid: textOrNull(uuid),
      summary,
      detail: textOrNull(detail) ?? '',
      indicator,
      source: label,
      suggestions: listOf(suggestions).flatMap(readSuggestion),
      overrideReasons: listOf(card.overrideReasons).flatMap(readReason),
      links: listOf(card.links).flatMap(readLink),
    },
  ];
}

function isIndicator(value: unknown): value is Card['indicator'] {
  return value === 'info' || value === 'warning' || value === 'critical';
}

function readSuggestion(suggestion: unknown): CardSuggestion[] {
  if (!isObject(suggestion) || typeof suggestion.label !== 'string') return [];
  const wanted = listOf(suggestion.actions);
  const actions = wanted.flatMap(readAction);
  // Its actions belong together: one that cannot be done takes the others with it.
  if (actions.length < wanted.length) return [];
  const { label, uuid, isRecommended } = suggestion;
  return [{ label, uuid: textOrNull(uuid), isRecommended: isRecommended === true, actions }];
}

function readAction(action: unknown): CardAction[] {
  if (!isObject(action)) return [];
  const { type, resource, resourceId } = action;
  if (type === 'delete') return typeof resourceId === 'string' ? [{ type, location: resourceId }] : [];
  return (type === 'create' || type === 'update') && isResource(resource) ? [{ type, resource }] : [];
}

function readReason(reason: unknown): CardReason[] {
  if (!isObject(reason)) return [];
  const { system, code, display } = reason;
  return typeof code === 'string' && typeof display === 'string'
    ? [{ system: textOrNull(system) ?? '', code, display }]
    : [];
}

function readLink(link: unknown): CardLink[] {
  if (!isObject(link)) return [];
  const { label, url, type, appContext } = link;
  if (typeof label !== 'string' || typeof url !== 'string' || !/^https?:\/\//.test(url)) return [];
  return type === 'absolute' || type === 'smart' ? [{ label, url, type, appContext: textOrNull(appContext) }] : [];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
