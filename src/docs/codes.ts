import type { ValueSet, ValueSetInclude } from '../core/guideline/library.ts';
import { valueSetsOf } from '../core/guideline/value-sets-of.ts';
import { bullets, type Html, html, joined, NOTHING } from './html.ts';
import { choicesCompared, factsOf, type PageSource } from './source.ts';

/** Code systems by the name a clinician knows them under. */
export const SYSTEMS: Readonly<Record<string, string>> = {
  'urn:oid:1.2.208.176.2.4': 'SKS',
  'urn:oid:1.2.208.176.2.4.12': 'SKS',
  'urn:oid:1.2.208.176.2.31': 'ICPC-2',
  'urn:oid:1.2.208.176.2.1': 'NPU',
  'http://snomed.info/sct': 'SNOMED CT',
  'http://www.whocc.no/atc': 'ATC',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
};

/** The code lists that the guideline's facts are read by. */
export function codesSection(source: PageSource): Html {
  const ids = codeListsOf(source);
  const entries = ids.flatMap((id) => {
    const valueSet = source.vocabulary.valueSets[id];
    return valueSet ? [codeList(source, id, valueSet)] : [];
  });
  return html`<ul class="entries">${entries}</ul>`;
}

/** Ids of the value sets that the readings and hints of the guideline's facts name, each once. */
export function codeListsOf(source: PageSource): readonly string[] {
  const named = factsOf(source).flatMap(([id, { read, hints }]) =>
    [...read, ...hints].flatMap((reading) =>
      'choices' in reading ? reasonLists(source, id, reading.choices) : valueSetsOf(reading),
    ),
  );
  return [...new Set(named)];
}

/** Of an order's reasons, the lists of those that this guideline asks for. */
function reasonLists(source: PageSource, fact: string, choices: Readonly<Record<string, string>>): readonly string[] {
  const compared = choicesCompared(source, fact);
  return Object.entries(choices).flatMap(([choice, list]) => (compared.has(choice) ? [list] : []));
}

function codeList(source: PageSource, id: string, { compose }: ValueSet): Html {
  const except = compose.exclude
    ? html`<p>${source.words.codes.except}:</p>${systems(source, compose.exclude)}`
    : NOTHING;
  const inEnglish = source.language === 'en' ? NOTHING : html` lang="en"`;
  return html`<li id="codes-${id}"><h3${inEnglish}>${source.codeLists[id] ?? id}</h3>${systems(source, compose.include)}${except}</li>`;
}

/** One line for each code system: codes that stand for their whole group first, then codes by themselves. */
function systems(source: PageSource, includes: readonly ValueSetInclude[]): Html {
  const names = [...new Set(includes.map(({ system }) => SYSTEMS[system] ?? system))];
  const lines = names.map((name) => {
    const own = includes.filter(({ system }) => (SYSTEMS[system] ?? system) === name);
    return html`<b>${name}</b>: ${joined(codesOf(source, own), '; ')}`;
  });
  return bullets(lines);
}

function codesOf({ words }: PageSource, includes: readonly ValueSetInclude[]): readonly Html[] {
  const filters = includes.flatMap(({ filter = [] }) => filter);
  const code = (value: string): Html => html`<code>${value}</code>`;
  const groups = filters.filter(({ op }) => op === 'is-a').map(({ value }) => code(value));
  const patterns = filters.filter(({ op }) => op === 'regex').map(({ value }) => code(value));
  const single = includes.flatMap(({ concept = [] }) =>
    concept.map(({ code: value, display }) => (display ? html`${code(value)} ${display}` : code(value))),
  );
  const listed = [
    ...(groups.length > 0 ? [html`${joined(groups, ', ')} ${words.codes.withSubgroups}`] : []),
    ...(patterns.length > 0 ? [html`${words.codes.pattern} ${joined(patterns, ', ')}`] : []),
    ...(single.length > 0 ? [html`${joined(single, ', ')}`] : []),
  ];
  return listed.length > 0 ? listed : [html`${words.codes.anyCode}`];
}
