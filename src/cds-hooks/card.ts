import type { Coding, FhirResource } from 'fhir/r4';

/** CDS Hooks 2.0, "CDS Service Response": what a client is answered. */
export interface CardResponse {
  readonly cards: readonly Card[];
  readonly systemActions?: readonly Action[];
}

/** CDS Hooks 2.0, "Card Attributes". Nothing in it is null or empty. */
export interface Card {
  readonly uuid: string;
  /** Under 140 characters. */
  readonly summary: string;
  /** GitHub Flavored Markdown. */
  readonly detail: string;
  readonly indicator: 'info' | 'warning';
  readonly source: { readonly label: string; readonly url?: string; readonly topic: Coding };
  readonly suggestions?: readonly Suggestion[];
  /** There whenever there are suggestions. */
  readonly selectionBehavior?: 'at-most-one';
  readonly overrideReasons?: readonly Coding[];
  readonly links?: readonly Link[];
}

export interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly isRecommended?: boolean;
  readonly actions: readonly Action[];
}

export type Action =
  | { readonly type: 'update'; readonly description: string; readonly resource: FhirResource }
  /** `resourceId` is a relative reference. */
  | { readonly type: 'delete'; readonly description: string; readonly resourceId: string };

export type Link =
  | { readonly label: string; readonly url: string; readonly type: 'absolute' }
  | { readonly label: string; readonly url: string; readonly type: 'smart'; readonly appContext?: string };

/** What a card is about: the verdict on the draft, or how two drafts stand to each other. */
export const CARD_TOPIC_SYSTEM = 'https://indikation.example/CodeSystem/card-topic';
/** A summary is shorter than this (CDS Hooks 2.0, `summary`). */
export const SUMMARY_LIMIT = 140;

/** The first of the texts that is short enough; else the last, cut at a word. */
export function fittingSummary(texts: readonly string[]): string {
  const fitting = texts.find((text) => text.length < SUMMARY_LIMIT);
  if (fitting !== undefined) return fitting;
  const cut = (texts.at(-1) ?? '').slice(0, SUMMARY_LIMIT - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SUMMARY_LIMIT / 2))}…`;
}
