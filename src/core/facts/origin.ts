/** Where one resource behind a fact comes from: what it says, when it was written, by whom, and in which system or place. */
export interface ResourceOrigin {
  /** Relative reference, e.g. `Condition/123`. */
  readonly reference: string;
  /** Every code it carries, each with its words: `Lændesmerter UNS (DM545)`. */
  readonly codes: readonly string[];
  /** FHIR status codes, clinical and verification status among them. */
  readonly statuses: readonly string[];
  /** FHIR date or dateTime: when it was written down, as it says itself. */
  readonly recordedOn?: string;
  /** FHIR instant: when the server last changed it; given where it does not say itself when it was written down. */
  readonly changedOn?: string;
  /** Who wrote it down, asked for it or made it, in the record's words. */
  readonly by: readonly string[];
  /** Where: an organisation, a place, or the system it was taken over from. */
  readonly from: readonly string[];
  /** Notes on it, in the record's words. */
  readonly notes: readonly string[];
}

/** One entry of the record's own trail: that somebody wrote something, when, for whom, and from what (FHIR R4 Provenance). */
export interface TrailEntry {
  /** FHIR instant or dateTime. */
  readonly recordedOn?: string;
  /** What was done, in the record's words. */
  readonly activity?: string;
  /** Whoever did it, in the record's words, with the code of the part they had (`author`, `enterer`), where it is stated. */
  readonly agents: readonly { readonly name: string; readonly part?: string; readonly onBehalfOf?: string }[];
  /** Where it was done, and what it was taken from, in the record's words. */
  readonly from: readonly string[];
}

/** What was found of the trail behind a fact, or why it was not read. */
export type Trail =
  | { readonly kind: 'read'; readonly entries: readonly TrailEntry[] }
  | { readonly kind: 'unread'; readonly reason: 'not-granted' | 'expired' | 'failed' };
