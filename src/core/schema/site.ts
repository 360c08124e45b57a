import { z } from 'zod';
import { idSchema } from './text.ts';
import { codingSchema, withinSchema } from './vocabulary.ts';

const guidelineChangesSchema = z.strictObject({
  retired: z.string().min(1).optional().describe('Why it is not used here: by whom decided, and when.'),
  parameters: z
    .record(
      idSchema,
      z.strictObject({
        value: z.number().describe("The number used here, in the parameter's own unit."),
        source: z.string().min(1).describe('Where this number comes from: by whom decided, and when.'),
      }),
    )
    .default({}),
});

const decided = z.string().min(1).describe('By whom decided, and when.');

const imagingChoicesSchema = z.strictObject({
  privateProviders: z
    .array(z.strictObject({ system: z.string().min(1), value: z.string().min(1), name: z.string().min(1) }))
    .default([])
    .describe('Identifiers (SOR) of private providers, as they stand on examinations: their images can be re-read.'),
  plannedByTeam: z
    .array(codingSchema)
    .default([])
    .describe(
      'Codes on an order (category, orderDetail) that say it was planned at an MDT conference: then nothing is said of earlier imaging.',
    ),
  reasonSystems: z
    .array(z.string().min(1))
    .min(1)
    .default(['urn:oid:1.2.208.176.2.4.12'])
    .describe('Code systems in which a chosen reason is written on the order.'),
  leaveOut: z
    .array(
      z.strictObject({
        finding: z.enum(['same-examination', 'overlapping-region', 'unspecific-reason', 'pregnancy', 'implant']),
        source: decided,
      }),
    )
    .default([])
    .describe('What the EHR itself says already, and is therefore not said twice.'),
  contrast: z
    .strictObject({
      kidneyFunction: z
        .strictObject({
          below: z.number().positive().describe('eGFR in the unit of safety.json; below it is said.'),
          within: withinSchema.describe('A measurement older than this is none.'),
          source: decided,
        })
        .optional(),
      metformin: z.strictObject({ source: decided }).optional(),
    })
    .default({})
    .describe('Off until a site sets it: there is no common Danish limit.'),
});

/** rules/site.json: what a region or hospital does otherwise, without touching the guidelines. */
export const siteSchema = z
  .strictObject({
    $schema: z.string().optional(),
    guidelines: z.record(idSchema, guidelineChangesSchema).default({}).describe('Changes by guideline id.'),
    imaging: imagingChoicesSchema.prefault({}).describe('Earlier imaging, reasons and safety prompts.'),
  })
  .meta({ title: 'Indikation: site' });

export type Site = z.infer<typeof siteSchema>;
export type ImagingChoices = Site['imaging'];
export type SiteChanges = Site['guidelines'][string];
