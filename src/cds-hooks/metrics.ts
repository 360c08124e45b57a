import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What is counted, none of it about a patient; read in the text format of Prometheus. */
export interface Metrics {
  /** An answered call: which, its HTTP status, how long it took in seconds. */
  answered(call: string, status: number, seconds: number): void;
  /** A draft assessed, and whether a card was shown about it. */
  assessed(order: string, verdict: string, shown: boolean): void;
  /** One piece of feedback that was stored. */
  feedback(outcome: string): void;
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** Seconds; CDS Hooks asks for about half a second. */
const BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'indikation_call_seconds',
    help: 'Answered calls by endpoint and HTTP status.',
    labelNames: ['call', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const drafts = new Counter({
    name: 'indikation_drafts_total',
    help: 'Drafts assessed, by examination, verdict and whether a card was shown.',
    labelNames: ['order', 'verdict', 'card'],
    registers,
  });
  const feedback = new Counter({
    name: 'indikation_feedback_total',
    help: 'Feedback stored, by outcome.',
    labelNames: ['outcome'],
    registers,
  });
  return {
    answered: (call, status, seconds) => calls.observe({ call, status }, seconds),
    assessed: (order, verdict, shown) => drafts.inc({ order, verdict, card: shown ? 'shown' : 'silent' }),
    feedback: (outcome) => feedback.inc({ outcome }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
