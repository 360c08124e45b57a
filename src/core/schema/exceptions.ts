import { z } from 'zod';
import { idSchema, textSchema } from './text.ts';

const why = textSchema.describe('The clinical reason.');
const from = z.array(idSchema).min(1).describe('The rungs that patients would come to without it.');

/** What the analysis of a guideline reports and its author means so, with the clinical reason. */
export const exceptionSchema = z.discriminatedUnion('lowers', [
  z
    .strictObject({
      lowers: z.enum(['urgency', 'imaging']),
      redFlag: z.strictObject({ fact: idSchema, value: z.union([z.boolean(), z.number(), z.string()]) }),
      from,
      to: idSchema,
      why,
    })
    .describe('A red flag that lowers the urgency, or the support of the best supported examination.'),
  z
    .strictObject({ lowers: z.literal('examination'), examinations: z.array(idSchema).min(1), to: idSchema, why })
    .describe('A rung that red flags lead to supports these examinations less, and another at least as much.'),
  z
    .strictObject({ lowers: z.literal('shown-urgency'), from, to: idSchema, why })
    .describe('A less urgent rung stands above: the urgency shown while questions are open can fall.'),
]);

export const exceptionsDocumentSchema = z
  .strictObject({ $schema: z.string().optional(), exceptions: z.array(exceptionSchema) })
  .meta({ title: 'Indikation: known exceptions of the analysis' });

export type KnownException = z.infer<typeof exceptionSchema>;
