import type { ReadonlySignal } from '@preact/signals-core';
import type { Gap } from '../fhir/context.ts';
import type { GuidanceModel } from '../ui/guidance-model.ts';
import type { OrderLine } from './order-line.ts';

/** The case that is assessed: rules, loop, the draft in words, and what of the record was not read. */
export interface CaseModel extends GuidanceModel {
  /** Null by hand. */
  readonly order: ReadonlySignal<OrderLine | null>;
  readonly gaps: ReadonlySignal<readonly Gap[]>;
}
