import type { z } from 'zod';
import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { Vocabulary } from '../core/guideline/library.ts';
import { lintEarlierImaging, lintExaminations, lintReasons, lintSafety } from '../core/guideline/lint/imaging.ts';
import { parseDocument } from '../core/guideline/parse.ts';
import type { Remark } from '../core/guideline/remark.ts';
import {
  earlierImagingDocumentSchema,
  examinationsDocumentSchema,
  reasonsDocumentSchema,
  safetyDocumentSchema,
} from '../core/schema/imaging.ts';
import type { RuleFiles } from './read.ts';
import { readSite } from './read.ts';

/** The four files, by their names in rules/vocabulary. */
export const IMAGING_FILES = ['examinations', 'earlier-imaging', 'safety', 'reasons'] as const;

/** Rules of what is said beside the guidelines; null where a file is missing or wrong: then nothing of it is said. */
export interface ReadImaging {
  readonly rules: ImagingRules | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads what is said beside the guidelines. A fault in it takes no guideline out of use. A rules folder with none of the
 * four files says nothing beside its guidelines.
 */
export function readImaging(files: RuleFiles, vocabulary: Vocabulary): ReadImaging {
  if (IMAGING_FILES.every((name) => files[pathOf(name)] === undefined)) return { rules: null, findings: [] };
  const findings: Finding[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, lint: (document: T) => readonly Remark[]): T | null => {
    const file = `rules/${pathOf(name)}`;
    const parsed = parseDocument(schema, file, files[pathOf(name)] ?? '');
    if (!parsed.ok) {
      findings.push(...parsed.findings);
      return null;
    }
    findings.push(...lint(parsed.document).map((remark) => findingOf(remark, file, parsed.located)));
    return parsed.document;
  };
  const valueSets = Object.keys(vocabulary.valueSets);
  const known = read('examinations', examinationsDocumentSchema, (document) =>
    lintExaminations(document, vocabulary.orders),
  );
  const examinations = { ...known?.examinations, ...vocabulary.orders };
  const ids = Object.keys(examinations);
  const earlier = read('earlier-imaging', earlierImagingDocumentSchema, (document) =>
    lintEarlierImaging(document, ids),
  );
  const safety = read('safety', safetyDocumentSchema, (document) =>
    lintSafety(document, Object.keys(known?.regions ?? {}), valueSets),
  );
  const reasons = read('reasons', reasonsDocumentSchema, (document) => lintReasons(document, ids, valueSets));
  if (!known || !earlier || !safety || !reasons || findings.length > 0) return { rules: null, findings };
  const { windows, answeredBy, reReading } = earlier;
  const { imaging: site } = readSite(files).site;
  const used = [
    safety.pregnancy.valueSet,
    safety.pregnancy.status.valueSet,
    safety.implant.valueSet,
    safety.contrast.kidneyFunction.valueSet,
    safety.contrast.metformin.valueSet,
    reasons.unspecific.valueSet,
  ];
  return {
    findings,
    rules: {
      regions: known.regions,
      examinations,
      windows,
      answeredBy,
      reReading,
      safety,
      reasons,
      valueSets: Object.fromEntries(used.flatMap((id) => entry(id, vocabulary.valueSets[id]))),
      site,
    },
  };
}

function pathOf(name: string): string {
  return `vocabulary/${name}.json`;
}

function entry<T>(id: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}
