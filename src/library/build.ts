import { compileGuideline } from '../core/guideline/compile.ts';
import type { Finding } from '../core/guideline/finding.ts';
import type { Library, QuarantinedGuideline, ValueSet, Vocabulary } from '../core/guideline/library.ts';
import { lintGuideline } from '../core/guideline/lint.ts';
import { parseDocument } from '../core/guideline/parse.ts';
import { guidelineSchema } from '../core/schema/guideline.ts';
import { valueSetSchema } from '../core/schema/value-set.ts';
import { factsDocumentSchema, ordersDocumentSchema } from '../core/schema/vocabulary.ts';

/** A rule file's text by its path inside the rules folder, e.g. `low-back-pain-imaging/guideline.json`. */
export type RuleFiles = Readonly<Record<string, string>>;

/** The library, and everything wrong in the files it was built from. */
export interface BuiltLibrary {
  readonly library: Library;
  readonly findings: readonly Finding[];
}

/**
 * Builds the library. A wrong guideline is quarantined by name and the others go on; a wrong vocabulary leaves no
 * guideline standing, since none can be checked without it.
 */
export function buildLibrary(files: RuleFiles): BuiltLibrary {
  const { vocabulary, findings } = buildVocabulary(files);
  const all: Finding[] = [...findings];
  const guidelines: Library['guidelines'][number][] = [];
  const quarantined: QuarantinedGuideline[] = [];
  for (const file of Object.keys(files)
    .filter((name) => name.endsWith('/guideline.json'))
    .sort()) {
    const folder = file.slice(0, -'/guideline.json'.length);
    const { found, guideline } = readGuideline(folder, `rules/${file}`, files[file] ?? '', vocabulary);
    all.push(...found);
    if (guideline && findings.length === 0) guidelines.push(guideline);
    else quarantined.push({ id: folder, reasons: [...found, ...findings].map(({ message }) => message) });
  }
  return { library: { vocabulary, guidelines, quarantined }, findings: all };
}

function readGuideline(folder: string, file: string, text: string, vocabulary: Vocabulary) {
  const parsed = parseDocument(guidelineSchema, file, text);
  if (!parsed.ok) return { found: parsed.findings };
  const { document, located } = parsed;
  const found = [...lintGuideline(document, vocabulary, file, located)];
  if (document.id !== folder) {
    const message = `The id is "${document.id}" but the folder is "${folder}".`;
    const remedy = 'Give the folder and the guideline the same name.';
    found.push({
      code: 'id-differs-from-folder',
      severity: 'error',
      file,
      pointer: '/id',
      ...located.locate(['id']),
      message,
      remedy,
    });
  }
  if (found.some(({ severity }) => severity === 'error')) return { found };
  return { found, guideline: compileGuideline(document, vocabulary) };
}

function buildVocabulary(files: RuleFiles): { vocabulary: Vocabulary; findings: readonly Finding[] } {
  const facts = parseDocument(factsDocumentSchema, 'rules/vocabulary/facts.json', files['vocabulary/facts.json'] ?? '');
  const orders = parseDocument(
    ordersDocumentSchema,
    'rules/vocabulary/orders.json',
    files['vocabulary/orders.json'] ?? '',
  );
  const findings: Finding[] = [];
  const valueSets: Record<string, ValueSet> = {};
  for (const [name, text] of Object.entries(files)) {
    const id = /^vocabulary\/value-sets\/(.+)\.json$/.exec(name)?.[1];
    if (id === undefined) continue;
    const parsed = parseDocument(valueSetSchema, `rules/${name}`, text);
    if (parsed.ok) valueSets[id] = parsed.document;
    else findings.push(...parsed.findings);
  }
  if (!facts.ok) findings.push(...facts.findings);
  if (!orders.ok) findings.push(...orders.findings);
  if (facts.ok) findings.push(...missingValueSets(facts.document.facts, valueSets));
  const vocabulary = {
    facts: facts.ok ? facts.document.facts : {},
    orders: orders.ok ? orders.document.orders : {},
    valueSets,
  };
  return { vocabulary, findings };
}

function missingValueSets(facts: Vocabulary['facts'], valueSets: Vocabulary['valueSets']): readonly Finding[] {
  return Object.entries(facts).flatMap(([id, { read, hints }]) =>
    [...read, ...hints]
      .flatMap((reading) => {
        if ('valueSet' in reading) return [reading.valueSet];
        return 'choices' in reading ? Object.values(reading.choices) : [];
      })
      .filter((name) => !Object.hasOwn(valueSets, name))
      .map((name) => ({
        code: 'unknown-value-set',
        severity: 'error' as const,
        file: 'rules/vocabulary/facts.json',
        pointer: `/facts/${id}`,
        message: `There is no value set called "${name}".`,
        remedy: `Write rules/vocabulary/value-sets/${name}.json, or use one that exists.`,
      })),
  );
}
