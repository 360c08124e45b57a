import { z } from 'zod';
import { idSchema, textSchema } from './text.ts';

export const codingSchema = z.strictObject({
  system: z.string().min(1),
  code: z.string().min(1),
  display: z.string().optional(),
  unverified: z.literal(true).optional().describe('The code stands in no source that was read.'),
});

const scalarSchema = z.union([z.boolean(), z.number(), z.string()]);

/** A period back from `now`, or around it. */
export const withinSchema = z.strictObject({
  hours: z.number().positive().optional(),
  days: z.number().positive().optional(),
  months: z.number().positive().optional(),
});

const basisSchema = z
  .string()
  .optional()
  .describe('Where the threshold comes from; "[proposed]" where no source gives it.');

const unlessLaterSchema = idSchema
  .optional()
  .describe('Value set of procedures that undo it: what was there before one of them no longer counts.');

/** One way of reading a fact from the record. `gives` is the value a hit stands for. */
export const readingSchema = z.discriminatedUnion('reader', [
  z.strictObject({ reader: z.literal('age') }).describe('Whole years from Patient.birthDate at now.'),
  z.strictObject({
    reader: z.literal('condition'),
    valueSet: idSchema,
    state: z.enum(['active', 'active-or-past']).default('active'),
    within: withinSchema.optional(),
    orReason: z.boolean().default(false).describe("Also the order's own reason counts."),
    unlessLater: unlessLaterSchema,
    gives: scalarSchema,
    basis: basisSchema,
  }),
  z.strictObject({
    reader: z.literal('observation'),
    valueSet: idSchema,
    pick: z.enum(['latest', 'any']),
    within: withinSchema,
    since: idSchema
      .optional()
      .describe('Fact in hours before now, e.g. since the injury: what was measured earlier does not count.'),
    unit: z.string().describe('UCUM unit the threshold is given in.'),
    min: z.number().optional().describe('The value counts from this number, itself included.'),
    below: z.number().optional().describe('The value counts up to this number, itself not included.'),
    gives: scalarSchema,
    basis: basisSchema,
  }),
  z
    .strictObject({
      reader: z.literal('observation-value'),
      valueSet: idSchema,
      within: withinSchema,
      unit: z.string().describe('UCUM unit the number is given in.'),
      basis: basisSchema,
    })
    .describe('The number of the latest measurement itself.'),
  z
    .strictObject({
      reader: z.literal('observation-time'),
      valueSet: idSchema,
      within: withinSchema,
      after: idSchema.describe('Fact in hours before now that the hours are counted from, e.g. since the injury.'),
      basis: basisSchema,
    })
    .describe('Hours from what that fact dates to the latest measurement.'),
  z.strictObject({
    reader: z.literal('medication'),
    valueSet: idSchema,
    startedAtLeast: withinSchema.optional().describe('Started at least this long ago.'),
    gives: scalarSchema,
    basis: basisSchema,
  }),
  z.strictObject({
    reader: z.literal('procedure'),
    valueSet: idSchema,
    unlessLater: unlessLaterSchema,
    gives: scalarSchema,
    basis: basisSchema,
  }),
  z.strictObject({
    reader: z.literal('imaging'),
    region: idSchema,
    within: withinSchema,
    answers: z
      .record(z.string(), z.array(z.string()))
      .describe("Draft's modality to the earlier modalities that could answer it."),
    gives: scalarSchema,
    basis: basisSchema,
  }),
  z
    .strictObject({ reader: z.literal('reason'), valueSet: idSchema, gives: scalarSchema, basis: basisSchema })
    .describe("The order's own reason alone; the same code elsewhere in the record does not count."),
  z.strictObject({
    reader: z.literal('order-reason'),
    choices: z.record(z.string(), idSchema).describe('Choice id to the value set whose codes mean it.'),
    within: z
      .record(z.string(), withinSchema)
      .default({})
      .describe('Choice id to how fresh its code must be; an older one does not answer.'),
  }),
  z
    .strictObject({ reader: z.literal('first-condition'), valueSet: idSchema })
    .describe('Whole weeks since the earliest dated condition of the value set: a lower bound, so only for hints.'),
  z.strictObject({
    reader: z.literal('derived'),
    fact: idSchema,
    min: z.number().optional(),
    below: z.number().optional(),
    gives: scalarSchema,
  }),
]);

const factBase = {
  label: textSchema.describe('Short name of the fact, used in generated sentences.'),
  question: textSchema.optional().describe('Asked when nothing answers it; the same question for every guideline.'),
  help: textSchema.optional().describe('Shown under the question.'),
  read: z
    .array(readingSchema)
    .default([])
    .describe('Ways of reading it from the record; the first that answers counts.'),
  hints: z.array(readingSchema).default([]).describe('Shown beside the question, never as the answer.'),
  basis: basisSchema.describe('Where a limit named in the question comes from; "[proposed]" where no source gives it.'),
  none: z
    .union([z.literal('unknown'), z.strictObject({ is: scalarSchema })])
    .default('unknown')
    .describe('What finding nothing in a completely read record means.'),
};

export const factDefinitionSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...factBase, type: z.literal('boolean'), negative: z.literal(false).default(false) }),
  z.strictObject({
    ...factBase,
    type: z.literal('number'),
    unit: z.enum(['year', 'week', 'hour', 'minute', 'point', 'count']),
    min: z.number(),
    max: z.number(),
    step: z.number().positive().default(1).describe('1 for whole numbers; a smaller step where decimals make sense.'),
    suggestions: z.array(z.number()).default([]).describe('Values offered as large targets.'),
    negative: z.number().optional(),
  }),
  z.strictObject({
    ...factBase,
    type: z.literal('choice'),
    multiple: z.boolean().default(false),
    choices: z
      .array(
        z.strictObject({
          id: idSchema,
          label: textSchema,
          covers: textSchema
            .optional()
            .describe('What else it is called, and what it covers: shown where a reason is chosen by hand.'),
          coding: codingSchema.optional().describe('Written to the order when the clinician chooses it (reason).'),
        }),
      )
      .min(2),
    negative: idSchema.optional(),
  }),
]);

export const factsDocumentSchema = z
  .strictObject({ $schema: z.string().optional(), facts: z.record(idSchema, factDefinitionSchema) })
  .meta({ title: 'Indikation: facts' });

export const modalitySchema = z.enum(['CT', 'MR', 'X-ray', 'ultrasound', 'PET-CT', 'SPECT-CT', 'DXA', 'angiography']);

export const orderDefinitionSchema = z.strictObject({
  label: textSchema,
  modality: modalitySchema,
  regions: z.array(idSchema).min(1),
  codes: z.array(codingSchema).min(1).describe('Exact codes, never prefixes; the first is the one written.'),
  dose: z
    .strictObject({
      mSv: z.number().min(0),
      to: z.number().optional(),
      source: z.string(),
      unverified: z.literal(true).optional(),
    })
    .optional()
    .describe('Typical effective dose, shown as "ca.".'),
});

export const ordersDocumentSchema = z
  .strictObject({ $schema: z.string().optional(), orders: z.record(idSchema, orderDefinitionSchema) })
  .meta({ title: 'Indikation: orders' });

export type Modality = z.infer<typeof modalitySchema>;
export type Coding = z.infer<typeof codingSchema>;
export type Within = z.infer<typeof withinSchema>;
export type Reading = z.infer<typeof readingSchema>;
export type FactDefinition = z.infer<typeof factDefinitionSchema>;
export type FactsDocument = z.infer<typeof factsDocumentSchema>;
export type OrderDefinition = z.infer<typeof orderDefinitionSchema>;
export type OrdersDocument = z.infer<typeof ordersDocumentSchema>;
