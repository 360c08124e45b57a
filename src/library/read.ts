import { type Finding, findingOf } from '../core/guideline/finding.ts';
import type { ValueSet, Vocabulary } from '../core/guideline/library.ts';
import { lintFacts } from '../core/guideline/lint/vocabulary.ts';
import { type Parsed, parseDocument } from '../core/guideline/parse.ts';
import { type Guideline, guidelineSchema } from '../core/schema/guideline.ts';
import type { LocatedJson } from '../core/schema/located.ts';
import { type Site, siteSchema } from '../core/schema/site.ts';
import { valueSetSchema } from '../core/schema/value-set.ts';
import { type VignettesDocument, vignettesDocumentSchema } from '../core/schema/vignette.ts';
import { factsDocumentSchema, ordersDocumentSchema } from '../core/schema/vocabulary.ts';

/** A rule file's text by its path inside the rules folder, e.g. `low-back-pain-imaging/guideline.json`. */
export type RuleFiles = Readonly<Record<string, string>>;

const FACTS = 'rules/vocabulary/facts.json';
const NO_CHANGES: Site = siteSchema.parse({});

/** The names of the guideline folders, in alphabetical order. */
export function guidelineIds(files: RuleFiles): readonly string[] {
  const paths = Object.keys(files).map((path) => /^([^/]+)\/guideline\.json$/.exec(path)?.[1]);
  return paths.filter((id) => id !== undefined).sort();
}

/** A guideline's document. */
export function readGuideline(files: RuleFiles, id: string): Parsed<Guideline> {
  return parseDocument(guidelineSchema, `rules/${id}/guideline.json`, files[`${id}/guideline.json`] ?? '');
}

/** A guideline's vignettes; null when it has no such file. */
export function readVignettes(files: RuleFiles, id: string): Parsed<VignettesDocument> | null {
  const text = files[`${id}/vignettes.json`];
  return text === undefined ? null : parseDocument(vignettesDocumentSchema, `rules/${id}/vignettes.json`, text);
}

/** The site's changes; a folder without the file changes nothing. */
export function readSite(files: RuleFiles): { site: Site; located?: LocatedJson; findings: readonly Finding[] } {
  const text = files['site.json'];
  if (text === undefined) return { site: NO_CHANGES, findings: [] };
  const parsed = parseDocument(siteSchema, 'rules/site.json', text);
  if (!parsed.ok) return { site: NO_CHANGES, findings: parsed.findings };
  return { site: parsed.document, located: parsed.located, findings: [] };
}

/**
 * Facts, orders and value sets, and everything wrong in them. `located` finds places in facts.json; `readable` is false
 * where facts or orders could not be read at all: then nothing can be said about what guidelines name.
 */
export function readVocabulary(files: RuleFiles): {
  vocabulary: Vocabulary;
  readable: boolean;
  located?: LocatedJson;
  findings: readonly Finding[];
} {
  const facts = parseDocument(factsDocumentSchema, FACTS, files['vocabulary/facts.json'] ?? '');
  const orders = parseDocument(
    ordersDocumentSchema,
    'rules/vocabulary/orders.json',
    files['vocabulary/orders.json'] ?? '',
  );
  const findings: Finding[] = [...(facts.ok ? [] : facts.findings), ...(orders.ok ? [] : orders.findings)];
  const valueSets: Record<string, ValueSet> = {};
  const names: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const name = /^vocabulary\/value-sets\/(.+)\.json$/.exec(path)?.[1];
    if (name === undefined) continue;
    names.push(name);
    const parsed = parseDocument(valueSetSchema, `rules/${path}`, text);
    if (parsed.ok) valueSets[name] = parsed.document;
    else findings.push(...parsed.findings);
  }
  const vocabulary = {
    facts: facts.ok ? facts.document.facts : {},
    orders: orders.ok ? orders.document.orders : {},
    valueSets,
  };
  if (!facts.ok || !orders.ok) return { vocabulary, readable: false, findings };
  const { located } = facts;
  findings.push(...lintFacts({ ...vocabulary, valueSets: names }).map((remark) => findingOf(remark, FACTS, located)));
  return { vocabulary, readable: true, located, findings };
}
