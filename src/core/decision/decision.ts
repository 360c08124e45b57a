import type { Text } from '../schema/text.ts';

/**
 * Coded reasons for keeping an order against advice: HL7's non-adherence reason codes, which CDS Hooks 2.0 uses for
 * `overrideReasons` (http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes).
 */
export interface OverrideReason {
  readonly code: string;
  readonly label: Text;
}

/** What the clinician decided about the draft order. */
export type Decision =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'changed'; readonly to: string }
  /** With a reason where a recommendation supports the examination: a justified omission. */
  | { readonly kind: 'cancelled'; readonly reason?: OverrideReason; readonly words?: string }
  | { readonly kind: 'kept'; readonly reason: OverrideReason; readonly words?: string };
