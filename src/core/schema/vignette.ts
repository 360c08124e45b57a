import { z } from 'zod';
import { ratingSchema, urgencySchema } from './guideline.ts';
import { dateTimeSchema, idSchema } from './text.ts';

const valueSchema = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

/** What a vignette expects; only what is listed is compared. `null` means "none". */
const expectationSchema = z.strictObject({
  recommendation: idSchema.nullable().optional(),
  verdict: z.union([ratingSchema, z.literal('undetermined')]).optional(),
  urgency: urgencySchema.nullable().optional(),
  asks: z.array(idSchema).optional().describe('Exactly these facts are asked.'),
  asksAlso: z.array(idSchema).optional().describe('At least these facts are asked.'),
  ratings: z.record(idSchema, ratingSchema).optional(),
  criteria: z.record(idSchema, z.enum(['true', 'false', 'unknown'])).optional(),
  combined: z
    .strictObject({
      verdict: z.union([ratingSchema, z.literal('undetermined')]).optional(),
      urgency: urgencySchema.nullable().optional(),
    })
    .optional()
    .describe('What all guidelines together say about the draft, where more than one applies.'),
});

export const vignetteSchema = z.strictObject({
  name: z.string().min(10).describe('The case as a sentence a clinician would say.'),
  now: dateTimeSchema.optional(),
  order: idSchema.optional(),
  given: z.record(idSchema, valueSchema).optional().describe('Facts; what is not given is unknown.'),
  person: z
    .string()
    .optional()
    .describe('A synthetic person of sandbox/people instead of order and facts: the whole way from FHIR.'),
  answers: z.record(idSchema, valueSchema).optional().describe("The clinician's answers, beside a person."),
  noneOfThese: z
    .array(idSchema)
    .optional()
    .describe('Screens on which "none of these" answers what is still open, beside a person.'),
  expect: expectationSchema,
});

export const vignettesDocumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    now: dateTimeSchema.describe('The date of every vignette that gives none: vignettes never rot.'),
    order: idSchema.describe('The draft order of every vignette that gives none.'),
    given: z
      .record(idSchema, valueSchema)
      .default({})
      .describe('Facts of every vignette, unless it gives them itself.'),
    vignettes: z.array(vignetteSchema).min(1),
  })
  .meta({ title: 'Indikation: vignettes' });

export type Vignette = z.infer<typeof vignetteSchema>;
export type VignettesDocument = z.infer<typeof vignettesDocumentSchema>;
