import type { Library } from '../core/guideline/library.ts';
import type { SiteTelephones } from '../smart/site-telephones.ts';
import type { AppContextSealer } from './app-context.ts';
import type { VerifyClient } from './client-identity.ts';
import type { HooksConfiguration } from './configuration.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { Metrics } from './metrics.ts';
import type { ReadMissing } from './record.ts';

/** Everything an answer depends on; `handle` knows no clock, no chance and no network but through it. */
export interface HooksService {
  readonly configuration: HooksConfiguration;
  readonly library: Library;
  /** The site's numbers for those whom recommendations say to call. */
  readonly telephones: SiteTelephones;
  readonly store: FeedbackStore;
  readonly sealer: AppContextSealer;
  readonly metrics: Metrics;
  readonly readMissing: ReadMissing;
  /** Null where nobody is asked who they are. */
  readonly verifyClient: VerifyClient | null;
  /** Milliseconds since 1970. */
  now(): number;
  /** A new UUID. */
  newId(): string;
}
