import { z } from 'zod';
import { exceptionsDocumentSchema } from './exceptions.ts';
import { guidelineSchema } from './guideline.ts';
import {
  earlierImagingDocumentSchema,
  examinationsDocumentSchema,
  reasonsDocumentSchema,
  safetyDocumentSchema,
} from './imaging.ts';
import { siteSchema } from './site.ts';
import { siteConfigurationSchema } from './site-configuration.ts';
import { vignettesDocumentSchema } from './vignette.ts';
import { factsDocumentSchema, ordersDocumentSchema } from './vocabulary.ts';

/** JSON Schemas (draft 2020-12) for completion in an editor, by file name under rules/schema; emitted from the code. */
export function editorSchemas(): Readonly<Record<string, object>> {
  return {
    'guideline.schema.json': emit(guidelineSchema),
    'exceptions.schema.json': emit(exceptionsDocumentSchema),
    'vignettes.schema.json': emit(vignettesDocumentSchema),
    'facts.schema.json': emit(factsDocumentSchema),
    'orders.schema.json': emit(ordersDocumentSchema),
    'examinations.schema.json': emit(examinationsDocumentSchema),
    'earlier-imaging.schema.json': emit(earlierImagingDocumentSchema),
    'safety.schema.json': emit(safetyDocumentSchema),
    'reasons.schema.json': emit(reasonsDocumentSchema),
    'site.schema.json': emit(siteSchema),
  };
}

/** The JSON Schema of site.json, for whoever installs the app: public/site.schema.json. */
export function siteConfigurationEditorSchema(): object {
  return emit(siteConfigurationSchema);
}

function emit(schema: z.ZodType): object {
  return z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
}
