import { z } from 'zod';
import { idSchema } from './text.ts';

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

/** rules/site.json: what a region or hospital does otherwise, without touching the guidelines. */
export const siteSchema = z
  .strictObject({
    $schema: z.string().optional(),
    guidelines: z.record(idSchema, guidelineChangesSchema).default({}).describe('Changes by guideline id.'),
  })
  .meta({ title: 'Indikation: site' });

export type Site = z.infer<typeof siteSchema>;
export type SiteChanges = Site['guidelines'][string];
