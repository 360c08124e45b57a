import type { ReadonlySignal } from '@preact/signals';
import type { Library } from '../core/guideline/library.ts';
import type { Coding } from '../core/schema/vocabulary.ts';
import type { Gap } from '../fhir/context.ts';
import type { PatientBanner } from '../fhir/patient.ts';
import type { LaunchOutcome } from '../smart/port.ts';
import type { Loop } from '../ui/loop.ts';
import type { DecisionForm } from './decision-form.ts';
import type { OpenRules } from './open-rules.ts';
import type { OrderLine } from './order-line.ts';
import type { Notice, Stage } from './stage.ts';
import type { Writer } from './writer.ts';

/** What the model needs from outside: rules, the moment, and a way to open the session. */
export interface ModelPorts {
  readonly rules: OpenRules;
  /** ISO date-time, taken once at the edge. */
  readonly now: string;
  readonly openSession: () => Promise<LaunchOutcome>;
  /** Fetches what comes after guidance; rejects when it cannot be had. */
  readonly loadWriter: () => Promise<Writer>;
}

/** State and actions of the widget. Views read signals and call actions; no FHIR resource reaches them. */
export interface Model {
  readonly library: Library;
  /** Orders that some guideline speaks about. */
  readonly covered: ReadonlySet<string>;
  readonly stage: ReadonlySignal<Stage>;
  readonly loop: Loop;
  readonly form: DecisionForm;
  /** The draft in words; null by hand. */
  readonly order: ReadonlySignal<OrderLine | null>;
  /** The patient, where the host does not show them itself. */
  readonly patient: ReadonlySignal<PatientBanner | null>;
  readonly gaps: ReadonlySignal<readonly Gap[]>;
  readonly canWrite: ReadonlySignal<boolean>;
  /** What comes after guidance: `loading` while it is fetched, `failed` when it could not be. */
  readonly writer: ReadonlySignal<Writer | 'loading' | 'failed'>;
  /** What came of the last attempt to save. */
  readonly notice: ReadonlySignal<Notice | null>;
  /** The note that will be written; null until the decision is whole. */
  readonly note: ReadonlySignal<string | null>;
  /** The reason that the clinician's answer puts on the order; null where the order's own stands. */
  readonly reasonToWrite: ReadonlySignal<Coding | null>;
  /** Opens the session and goes as far as guidance. Also "try again". */
  start(): Promise<void>;
  chooseOrder(reference: string): Promise<void>;
  fetchWriter(): Promise<void>;
  save(): Promise<void>;
  /** Reads draft and record again; answers stay if it is the same order. */
  assessAgain(): Promise<void>;
  startByHand(): void;
  chooseByHand(order: string): Promise<void>;
}
