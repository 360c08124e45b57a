import { z } from 'zod';
import { TEXT_FORMS } from './text-form.ts';

/** A text a person reads, in Danish and English, inline. */
export const textSchema = z
  .strictObject({ da: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'Text', description: 'The same text in Danish (da) and English (en).' });

export type Text = z.infer<typeof textSchema>;

/** Ids are contracts: lower-case words joined by hyphens. */
export const idSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, TEXT_FORMS.id.en);

/** A day, as in FHIR: `2026-11-01`. */
export const dateSchema = z.iso.date({ error: TEXT_FORMS.date.en });

/** A moment; a vignette's may leave the offset out. */
export const dateTimeSchema = z.iso.datetime({ local: true, offset: true, error: TEXT_FORMS['date-time'].en });

export const urlSchema = z.url({ error: TEXT_FORMS.url.en });
