import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Library } from '../core/guideline/library.ts';
import type { Gap } from '../fhir/context.ts';
import type { PatientBanner } from '../fhir/patient.ts';
import type { Draft, LaunchOutcome, Session } from '../smart/port.ts';
import type { Loop } from '../ui/loop.ts';
import type { DecidingPorts } from './deciding.ts';
import type { OpenRules } from './open-rules.ts';
import type { OrderLine } from './order-line.ts';
import type { Recall, RecalledAnswers } from './recall.ts';
import type { Sequel } from './sequel.tsx';
import type { Stage } from './stage.ts';

/** What the model needs from outside: rules, the moment, and a way to open the session. */
export interface ModelPorts {
  readonly rules: OpenRules;
  /** ISO date-time, taken once at the edge. */
  readonly now: string;
  readonly openSession: () => Promise<LaunchOutcome>;
  /** What was answered before in this tab for the patient of a session; null where nothing is kept. */
  readonly openRecall?: (session: Session) => Promise<Recall | null> | null;
  /** Fetches what comes after guidance; rejects when it cannot be had. */
  readonly loadSequel: () => Promise<(ports: DecidingPorts) => Sequel>;
}

/** State and actions of the widget. Views read signals and call actions; no FHIR resource reaches them. */
export interface Model {
  readonly library: Library;
  /** Orders that some guideline speaks about. */
  readonly covered: ReadonlySet<string>;
  readonly stage: ReadonlySignal<Stage>;
  readonly loop: Loop;
  /** The draft in words; null by hand. */
  readonly order: ReadonlySignal<OrderLine | null>;
  /** The patient, where the host does not show them itself. */
  readonly patient: ReadonlySignal<PatientBanner | null>;
  readonly gaps: ReadonlySignal<readonly Gap[]>;
  /** Answers from before, until the clinician starts over; null where there are none. */
  readonly recalled: Signal<RecalledAnswers | null>;
  /** What comes after guidance: `loading` while it is fetched, `failed` when it could not be. */
  readonly sequel: ReadonlySignal<Sequel | 'loading' | 'failed'>;
  /** Opens the session and goes as far as guidance. Also "try again". */
  start(): Promise<void>;
  /** Leaves for the EHR's sign-in and comes back to the same draft; undefined where there is no way to. */
  readonly signInAgain: (() => void) | undefined;
  chooseOrder(reference: string): Promise<void>;
  fetchSequel(): Promise<void>;
  startByHand(): void;
  /**
   * Begins a check by hand. With a patient in context the record is read for the prospective order.
   * @param reason choice id of the fact `reason`; null where it is yet to be asked
   */
  chooseByHand(order: string, reason: string | null, prospect: (patientId: string) => Draft): Promise<void>;
}
