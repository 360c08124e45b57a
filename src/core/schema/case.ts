import { z } from 'zod';
import { idSchema } from './text.ts';

const base = {
  id: z.union([z.string(), z.number()]).optional(),
  now: z.union([z.iso.datetime({ local: true, offset: true }), z.iso.date()], {
    error: '"now" should be an ISO 8601 date-time, e.g. "2026-11-01T09:00:00+01:00"',
  }),
};

/** A case at fact level: an order of the vocabulary and facts by id; what is not given is unknown. */
export const factCaseSchema = z.strictObject({
  ...base,
  order: idSchema,
  given: z.record(z.string(), z.unknown()).default({}),
});

/** A case from a record: a FHIR R4 Bundle with the patient, one draft ServiceRequest and the record, and answers. */
export const bundleCaseSchema = z.strictObject({
  ...base,
  bundle: z.looseObject({ resourceType: z.literal('Bundle') }),
  answers: z.record(z.string(), z.unknown()).default({}),
});

export type FactCase = z.infer<typeof factCaseSchema>;
export type BundleCase = z.infer<typeof bundleCaseSchema>;
