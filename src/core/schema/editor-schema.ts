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
import { vignettesDocumentSchema } from './vignette.ts';
import { factsDocumentSchema, ordersDocumentSchema } from './vocabulary.ts';

/** JSON Schemas (draft 2020-12) for completion in an editor, by file name under rules/schema; emitted from the code. */
export function editorSchemas(): Readonly<Record<string, object>> {
  const emit = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'input', reused: 'ref' });
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
