/** Where one resource behind a fact comes from: what it says, when it was written, by whom, and in which system or place. */
export interface ResourceOrigin {
  /** Relative reference, e.g. `Condition/123`. */
  readonly reference: string;
  /** Every code it carries, each with its words: `Lændesmerter UNS (DM545)`. */
  readonly codes: readonly string[];
  /** FHIR status codes, clinical and verification status among them. */
  readonly statuses: readonly string[];
  /** FHIR date or dateTime: when it was written down. */
  readonly recordedOn?: string;
  /** Who wrote it down, asked for it or made it, in the record's words. */
  readonly by: readonly string[];
  /** Where: an organisation, a place, or the system it was taken over from. */
  readonly from: readonly string[];
  /** Notes on it, in the record's words. */
  readonly notes: readonly string[];
}
