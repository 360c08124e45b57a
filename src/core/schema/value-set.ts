import { z } from 'zod';
import { urlSchema } from './text.ts';

const includeSchema = z.looseObject({
  system: z.string().min(1),
  concept: z
    .array(z.looseObject({ code: z.string().min(1), display: z.string().optional() }))
    .min(1)
    .optional(),
  filter: z
    .array(z.strictObject({ property: z.string(), op: z.enum(['is-a', 'regex']), value: z.string().min(1) }))
    .min(1)
    .optional(),
});

/** What we use of a FHIR R4 ValueSet (https://hl7.org/fhir/R4/valueset.html); everything else in the resource is kept out of the way. */
export const valueSetSchema = z.looseObject({
  resourceType: z.literal('ValueSet'),
  url: urlSchema,
  name: z.string().min(1),
  title: z.string().optional(),
  compose: z.strictObject({ include: z.array(includeSchema).min(1), exclude: z.array(includeSchema).optional() }),
});
