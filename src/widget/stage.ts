import type { LaunchFailureCode } from '../smart/port.ts';
import type { OrderLine } from './order-line.ts';

/** Why there is no guidance, each with its own words and next step. */
export type FailureCode = LaunchFailureCode | 'expired' | 'order-unreadable' | 'patient-unreadable' | 'no-guidance';

/** Where the page is. What was typed and answered lives beside the stage and survives every change of it. */
export type Stage =
  | { readonly kind: 'launching' }
  | { readonly kind: 'no-order' }
  | { readonly kind: 'several-orders'; readonly orders: readonly OrderLine[] }
  | { readonly kind: 'wrong-patient' }
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  /** Questions and guidance: one loop. */
  | { readonly kind: 'guidance' }
  | { readonly kind: 'saving' }
  | {
      readonly kind: 'saved';
      readonly order: OrderLine;
      readonly assessmentStored: boolean;
      /** Decided at an earlier opening, when (FHIR dateTime): nothing decisive has changed since. */
      readonly earlier?: string;
    }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail?: string }
  /** Choosing an examination to check by hand, for the patient in context where there is one; the same loop follows. */
  | { readonly kind: 'by-hand'; readonly forPatient: boolean };

/** An element of the order that was changed by somebody else, with the words before and after. */
export interface OrderChange {
  readonly element: 'code' | 'reasonCode' | 'note' | 'status';
  readonly from: string;
  readonly to: string;
}

/** What came of the last attempt to save, when it was not saved. */
export type Notice =
  | { readonly kind: 'conflict'; readonly changes: readonly OrderChange[] }
  | { readonly kind: 'differs'; readonly elements: readonly string[] }
  | { readonly kind: 'conflict-unread' | 'other-order' | 'unverified' | 'refused' | 'expired' | 'offline' | 'failed' };
