import { z } from 'zod';
import type { CdsClient } from '../cds-client/client.ts';

const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, 'a FHIR id');
const reference = z.string().regex(/^[A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/, 'Type/id');

const hookCallSchema = z.strictObject({
  hook: z.enum(['order-select', 'order-sign']),
  patient: id,
  drafts: z.array(z.looseObject({ resourceType: z.string() })).min(1),
  selections: z.array(reference).default([]),
  prefetch: z.boolean().default(true),
  fhirAccess: z.boolean().default(true),
});

const feedbackSchema = z.strictObject({
  service: z.string().min(1),
  feedback: z.array(z.looseObject({ card: z.string(), outcome: z.enum(['accepted', 'overridden']) })).min(1),
});

/** Asks the services for the page; the answers, or what is wrong with the request in words. */
export async function callHook(client: CdsClient, userId: string, body: unknown) {
  const parsed = hookCallSchema.safeParse(body);
  if (!parsed.success) return { wrong: z.prettifyError(parsed.error) };
  return { answers: await client.call({ ...parsed.data, userId }) };
}

/** Passes on what was chosen on a card; the status of the service, 0 where it did not answer. */
export async function sendFeedback(client: CdsClient, body: unknown) {
  const parsed = feedbackSchema.safeParse(body);
  if (!parsed.success) return { wrong: z.prettifyError(parsed.error) };
  return { status: await client.feedback(parsed.data.service, parsed.data.feedback) };
}
