import { z } from 'zod';
import { idSchema, textSchema } from './text.ts';
import { codingSchema, modalitySchema, orderDefinitionSchema, withinSchema } from './vocabulary.ts';

const regionSchema = z.strictObject({
  label: textSchema,
  partOf: idSchema
    .optional()
    .describe('The larger region it lies in: an examination of the one overlaps with one of the other.'),
});

/** rules/vocabulary/examinations.json: regions of the body, and examinations that no guideline speaks about. */
export const examinationsDocumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    regions: z.record(idSchema, regionSchema),
    examinations: z
      .record(idSchema, orderDefinitionSchema.omit({ dose: true }))
      .describe('Known beside the examinations of orders.json, so that an overlap is seen. Never derived from digits.'),
  })
  .meta({ title: 'Indikation: examinations' });

const sourcedSchema = {
  source: textSchema.describe('Where it comes from, in words that are shown to clinicians.'),
  proposed: z.literal(true).optional().describe('No source gives it.'),
};

const windowSchema = z.strictObject({
  within: withinSchema.describe('As far back, and as far ahead for what is booked.'),
  ...sourcedSchema,
});

const orderWindowsSchema = z.strictObject({
  same: windowSchema.optional().describe('The same examination.'),
  overlapping: windowSchema.optional().describe('An examination of the same region that may answer the same.'),
});

/** rules/vocabulary/earlier-imaging.json: when earlier or booked imaging is worth mentioning beside a draft. */
export const earlierImagingDocumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    windows: z.strictObject({
      default: orderWindowsSchema.required(),
      orders: z.record(idSchema, orderWindowsSchema).default({}).describe('By the examination of the draft.'),
    }),
    answeredBy: z
      .strictObject({
        modalities: z.partialRecord(modalitySchema, z.array(modalitySchema).min(1)),
        ...sourcedSchema,
      })
      .describe("The draft's modality to the modalities that may answer the same of a region."),
    reReading: z
      .strictObject({ label: textSchema, coding: codingSchema, ...sourcedSchema })
      .describe('Ordered instead of another examination where images were taken elsewhere.'),
  })
  .meta({ title: 'Indikation: earlier imaging' });

const promptSchema = { say: textSchema, ...sourcedSchema, url: z.url().optional() };

/** rules/vocabulary/safety.json: what is to be remembered before an examination. Prompts, never verdicts. */
export const safetyDocumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    pregnancy: z.strictObject({
      from: z.number().int().describe('Years, itself included.'),
      to: z.number().int().describe('Years, itself included.'),
      modalities: z.array(modalitySchema).min(1).describe('Those that use ionising radiation.'),
      regions: z.array(idSchema).min(1),
      valueSet: idSchema.describe('Diagnoses of pregnancy, shown beside the prompt.'),
      status: z
        .strictObject({ valueSet: idSchema, within: withinSchema, ...sourcedSchema })
        .describe(
          'Recorded pregnancy status, and how old it may be: shown beside the prompt with its value, never its answer.',
        ),
      ...promptSchema,
    }),
    implant: z.strictObject({
      modalities: z.array(modalitySchema).min(1),
      valueSet: idSchema.describe('Diagnoses that tell of an implant; the Devices of the record count as well.'),
      ...promptSchema,
    }),
    contrast: z.strictObject({
      codings: z.array(codingSchema).min(1).describe('Codes and add-on codes of an order that say contrast.'),
      kidneyFunction: z.strictObject({
        valueSet: idSchema,
        unit: z.string().describe('UCUM unit of the limit that a site sets.'),
        ...promptSchema,
      }),
      metformin: z.strictObject({ valueSet: idSchema, ...promptSchema }),
    }),
  })
  .meta({ title: 'Indikation: safety prompts' });

/** rules/vocabulary/reasons.json: codes that give no reason, and what to offer instead. */
export const reasonsDocumentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    unspecific: z.strictObject({ valueSet: idSchema, say: textSchema, ...sourcedSchema }),
    orders: z
      .record(
        idSchema,
        z.array(
          z.strictObject({
            label: textSchema,
            codings: z.array(codingSchema).min(1).describe('The same in several systems; a site writes those it uses.'),
          }),
        ),
      )
      .describe('Reasons to choose from, by the examination of the draft; a few each.'),
  })
  .meta({ title: 'Indikation: reasons' });

export type ExaminationsDocument = z.infer<typeof examinationsDocumentSchema>;
export type EarlierImagingDocument = z.infer<typeof earlierImagingDocumentSchema>;
export type SafetyDocument = z.infer<typeof safetyDocumentSchema>;
export type ReasonsDocument = z.infer<typeof reasonsDocumentSchema>;
export type Region = z.infer<typeof regionSchema>;
export type ImagingWindow = z.infer<typeof windowSchema>;
