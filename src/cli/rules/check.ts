import type { Finding } from '../../core/guideline/finding.ts';
import type { Library } from '../../core/guideline/library.ts';
import { parseDocument } from '../../core/guideline/parse.ts';
import { vignettesDocumentSchema } from '../../core/schema/vignette.ts';
import { runVignette } from '../../core/vignette/run.ts';
import { buildLibrary, type RuleFiles } from '../../library/build.ts';
import type { Streams } from '../streams.ts';

/** `rules`: checks every rule file and runs every fact-level vignette. Exit status 1 when anything is wrong. */
export async function checkRules(files: RuleFiles, streams: Pick<Streams, 'out' | 'error'>): Promise<number> {
  const { library, findings } = buildLibrary(files);
  const all: Finding[] = [...findings];
  let passed = 0;
  for (const { document } of library.guidelines) {
    const file = `rules/${document.id}/vignettes.json`;
    const parsed = parseDocument(vignettesDocumentSchema, file, files[`${document.id}/vignettes.json`] ?? '');
    if (!parsed.ok) {
      all.push(...parsed.findings);
      continue;
    }
    for (const [index, vignette] of parsed.document.vignettes.entries()) {
      if (vignette.person !== undefined) continue;
      const differences = await runVignette(library, document.id, parsed.document, vignette);
      if (differences.length === 0) passed += 1;
      else
        all.push(vignetteFinding(file, index, vignette.name, differences, parsed.located.locate(['vignettes', index])));
    }
  }
  for (const finding of all) streams.error(printed(finding));
  const errors = all.filter(({ severity }) => severity === 'error').length;
  streams.out(`${summary(library)}; ${passed} vignettes pass; ${errors} errors, ${all.length - errors} warnings.`);
  return errors > 0 ? 1 : 0;
}

function vignetteFinding(
  file: string,
  index: number,
  name: string,
  differences: readonly string[],
  place: { readonly line: number; readonly column: number },
): Finding {
  return {
    code: 'vignette-fails',
    severity: 'error',
    file,
    pointer: `/vignettes/${index}`,
    ...place,
    message: `"${name}": ${differences.join('; ')}.`,
    remedy: 'Correct the rule, or the expectation if the rule is right.',
  };
}

/** A finding as the terminal shows it: place, code, what is wrong, and below it what to do. */
export function printed({ file, line, column, severity, code, message, remedy }: Finding): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place}  ${severity}  ${code}\n  ${message}\n  ${remedy}`;
}

function summary({ guidelines, quarantined }: Library): string {
  const sound = guidelines.map(({ document }) => `${document.id} ${document.version}`);
  const out = quarantined.map(({ id }) => `${id} (out of service)`);
  return `Guidelines: ${[...sound, ...out].join(', ') || 'none'}`;
}
