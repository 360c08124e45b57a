import { z } from 'zod';

/** A text a person reads, in Danish and English, inline. */
export const textSchema = z
  .strictObject({ da: z.string().min(1), en: z.string().min(1) })
  .meta({ id: 'Text', description: 'The same text in Danish (da) and English (en).' });

export type Text = z.infer<typeof textSchema>;

/** Ids are contracts: lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, e.g. "known-cancer"');
