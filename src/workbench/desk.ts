/** The two files of a guideline that are edited here. */
export const FILE_NAMES = ['guideline.json', 'vignettes.json'] as const;

export type FileName = (typeof FILE_NAMES)[number];

/** The text of each. */
export type Texts = Readonly<Record<FileName, string>>;
