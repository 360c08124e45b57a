import { z } from 'zod';
import { ROLES, TELEPHONE } from './role.ts';
import { textSchema } from './text.ts';

const telephoneSchema = z
  .string()
  .regex(TELEPHONE)
  .describe('Digits in any grouping, with or without country code: "00 00 00 01".');
const hoursSchema = textSchema.describe('When it is answered.');

const roleNumberSchema = z.strictObject({
  telephone: telephoneSchema,
  name: textSchema.optional().describe('What it is called here.'),
  hours: hoursSchema.optional(),
});

const contactSchema = z.strictObject({
  name: textSchema,
  department: z.enum(['radiology', 'nuclear-medicine']),
  modalities: z
    .array(z.enum(['CT', 'MR', 'X-ray', 'ultrasound', 'PET-CT', 'SPECT-CT']))
    .min(1)
    .optional()
    .describe("All of its department's where it is left out."),
  telephone: telephoneSchema,
  hours: hoursSchema,
  acute: z.boolean().optional().describe('Answered at any hour, for what cannot wait.'),
  note: textSchema.optional().describe('Another way than the telephone.'),
});

const addressSchema = z.url();

/**
 * site.json beside the app, for completion in an editor: what whoever installs it decides (docs/integration.md). The page
 * reads it with parsers of its own, without the schema library; a contract test holds the two together.
 */
export const siteConfigurationSchema = z
  .strictObject({
    $schema: z.string().optional(),
    clientId: z.string().min(1).describe('The client id that the EHR gave the app.'),
    issuers: z
      .array(
        z.strictObject({
          issuer: addressSchema.describe('FHIR base URL, over https but on the same machine.'),
          name: z.string().min(1).describe('Shown to people.'),
          clientId: z.string().min(1).optional(),
        }),
      )
      .min(1)
      .describe('The only servers that may launch the app.'),
    scopes: z
      .strictObject({ add: z.array(z.string().min(1)).optional(), leaveOut: z.array(z.string().min(1)).optional() })
      .optional(),
    timeoutSeconds: z.number().positive().optional().describe('How long one request may take; 10.'),
    connectOrigins: z.array(addressSchema).optional().describe('Further origins: a token endpoint elsewhere.'),
    frameAncestors: z.array(addressSchema).optional().describe("Further origins: the EHR's own pages."),
    appContextKeys: z.array(z.looseObject({})).optional().describe('Public keys of the CDS Hooks service.'),
    switchboard: telephoneSchema.optional().describe('Called for whom no number is given.'),
    telephones: z
      .partialRecord(z.enum(ROLES), roleNumberSchema)
      .optional()
      .describe('Numbers of those whom recommendations say to telephone now or today, by role.'),
    contacts: z.array(contactSchema).optional().describe('Who performs examinations, to confer with.'),
  })
  .meta({ title: 'Indikation: site configuration' });
