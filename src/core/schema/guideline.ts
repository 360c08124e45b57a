import { z } from 'zod';
import { OPERATORS, type Operator, RATINGS, URGENCIES } from './rating.ts';
import { CALLED } from './role.ts';
import { dateSchema, idSchema, textSchema, urlSchema } from './text.ts';
import { TEXT_FORMS } from './text-form.ts';

export const ratingSchema = z.enum(RATINGS);
export const urgencySchema = z.enum(URGENCIES);
export const operatorSchema = z.enum(OPERATORS);

const comparandSchema = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.string()),
  z.strictObject({ fact: idSchema }).describe('The id of a parameter of this guideline.'),
]);

/** The engine's grammar: `all`, `any`, `not`, a `condition` by name, or a fact compared with a value. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string }
  | { readonly fact: string; readonly operator: Operator; readonly value: z.infer<typeof comparandSchema> };

export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
      z.strictObject({ condition: idSchema }),
      z.strictObject({ fact: idSchema, operator: operatorSchema, value: comparandSchema }),
    ]),
  )
  .meta({ id: 'Condition' });

const recommendationBase = {
  id: idSchema,
  title: textSchema.describe('The recommendation as a heading.'),
  ratings: z
    .record(idSchema, ratingSchema)
    .describe('A rating for every examination the rung speaks about, preferred first.'),
  urgency: urgencySchema.nullable(),
  say: textSchema.describe('The verdict in a sentence or two, with its reason.'),
  do: z.array(textSchema).default([]).describe('What to do, in steps.'),
  call: z
    .array(z.enum(CALLED))
    .min(1)
    .optional()
    .describe('Whom `do` says to telephone now or today, in its order; the site has the numbers.'),
  evidence: z.array(idSchema).default([]),
  disagrees: z
    .array(z.strictObject({ evidence: idSchema, say: textSchema }))
    .default([])
    .describe('Recognised guidelines that say otherwise, and what they say.'),
};

export const recommendationSchema = z.strictObject({ ...recommendationBase, when: conditionSchema });
export const otherwiseSchema = z.strictObject(recommendationBase);

export const guidelineSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: idSchema,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, TEXT_FORMS.version.en),
    status: z.enum(['draft', 'active', 'retired']),
    title: textSchema,
    publisher: textSchema,
    approval: z
      .strictObject({
        by: z.string().min(1),
        date: dateSchema,
        reviewBy: dateSchema,
        specialties: z.array(z.strictObject({ name: z.string().min(1), performing: z.boolean() })).min(1),
      })
      .nullable()
      .describe('Who approved it; null for a draft.'),
    notFor: z.array(textSchema),
    appliesTo: z.strictObject({ orders: z.array(idSchema).min(1), when: conditionSchema }),
    parameters: z
      .record(
        idSchema,
        z.strictObject({
          label: textSchema,
          value: z.number(),
          unit: z.string().min(1),
          source: z.string().min(1),
          proposed: z.literal(true).optional().describe('No source gives this number.'),
        }),
      )
      .default({}),
    criteria: z.record(idSchema, z.strictObject({ label: textSchema, when: conditionSchema })).default({}),
    screens: z
      .array(
        z.strictObject({
          id: idSchema,
          title: textSchema,
          facts: z.array(idSchema).min(1),
          noneOfThese: z.boolean().default(true),
        }),
      )
      .default([]),
    recommendations: z.array(recommendationSchema).min(1),
    otherwise: otherwiseSchema,
    patientInformation: z
      .strictObject({
        title: textSchema,
        recommendations: z
          .array(idSchema)
          .min(1)
          .describe(
            'The rungs after which the patient is given it: a text that says why a scan rarely helps suits no other.',
          ),
        paragraphs: z.array(textSchema).min(1),
        safetyNet: z
          .array(
            z.strictObject({
              contact: textSchema.describe('Whom the patient contacts, and how soon: the heading of its signs.'),
              signs: z.array(textSchema).min(1),
            }),
          )
          .min(1)
          .describe('When the patient contacts whom: the most urgent first, each sign under its own urgency.'),
      })
      .optional(),
    evidence: z.record(
      idSchema,
      z.strictObject({
        cite: z.string().min(1),
        says: textSchema.optional(),
        url: urlSchema.optional(),
        year: z.number().int().optional(),
        type: z.enum(['guideline', 'consensus', 'authority', 'study', 'review', 'law']),
        strength: z.string().optional(),
        verified: z.boolean().describe('false: not read in the original; shown as such.'),
      }),
    ),
  })
  .meta({ title: 'Indikation: guideline' });

export type Guideline = z.infer<typeof guidelineSchema>;
export type Recommendation = z.infer<typeof otherwiseSchema>;
export type PatientInformation = NonNullable<Guideline['patientInformation']>;
export type Screen = Guideline['screens'][number];
export type Evidence = Guideline['evidence'][string];
