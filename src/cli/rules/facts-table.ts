import type { ValueSet, ValueSetInclude, Vocabulary } from '../../core/guideline/library.ts';
import type { FactDefinition, Reading, Within } from '../../core/schema/vocabulary.ts';
import { SYSTEMS } from '../../docs/codes.ts';
import { readingWords } from '../../docs/reading-words.ts';
import { typesNeeded } from '../../fhir/needs.ts';

const words = readingWords.en;

/** The page docs/facts.md: each fact with its readers, its code lists, and what finding nothing means; in Markdown, English. */
export function factsTable({ facts, valueSets }: Vocabulary): string {
  return [
    '# Facts, and how the record answers them',
    '',
    'Made from `rules/vocabulary` by `npm run schema`; a test keeps it fresh, and `tests/unit/fhir/fact-rows.test.ts` has a test for each row.',
    'A fact that nothing answers is unknown and is asked. »None« is what a *completely read* record without a match means; where something could',
    'not be read, or is recorded in a way that does not decide, the fact is unknown whatever stands there.',
    '',
    ...table(
      ['fact', 'read from', 'answers', 'only shown beside the question', 'none'],
      Object.entries(facts).map(factRow),
    ),
    '',
    '## Code lists',
    '',
    'SKS diagnoses match their ICD-10 forms and the other way round, with or without dot. `*` is the code and all under it.',
    '',
    ...table(['list', 'codes', 'never'], Object.entries(valueSets).map(valueSetRow)),
    '',
  ].join('\n');
}

function factRow([id, definition]: readonly [string, FactDefinition]): readonly string[] {
  const types = [...new Set(definition.read.flatMap((reading) => sourcesOf(reading)))];
  return [
    `\`${id}\``,
    types.join(', '),
    definition.read.map((reading) => readingText(definition, reading)).join('<br>'),
    definition.hints.map((reading) => readingText(definition, reading)).join('<br>'),
    definition.none === 'unknown' ? 'unknown' : `**${valueText(definition.none.is)}**`,
  ];
}

function sourcesOf(reading: Reading): readonly string[] {
  if (reading.reader === 'derived') return [`\`${reading.fact}\``];
  const types = typesNeeded(reading);
  return types.length > 0 ? types : ['the order, Condition'];
}

/** One way of reading in short: what, the code list, the limits, and the value it gives. */
function readingText(definition: FactDefinition, reading: Reading): string {
  const says = 'gives' in reading && definition.type !== 'boolean' ? [valueText(reading.gives)] : [];
  return [...partsOf(reading), ...says].join('; ');
}

function partsOf(reading: Reading): readonly string[] {
  switch (reading.reader) {
    case 'age':
      return [words.age];
    case 'condition':
      return [
        `${words.condition[reading.state]} ${listed(reading.valueSet)}`,
        ...period(reading.within, words.within),
        ...(reading.orReason ? [words.orReason] : []),
        ...undoing(reading.unlessLater),
      ];
    case 'observation':
      return [
        `${words.observation[reading.pick]} ${listed(reading.valueSet)}`,
        ...limits(reading, reading.unit),
        ...period(reading.within, words.within),
        ...(reading.since === undefined ? [] : [words.since(`\`${reading.since}\``)]),
      ];
    case 'observation-value':
      return [`${words.number} ${listed(reading.valueSet)}`, ...period(reading.within, words.within)];
    case 'observation-time':
      return [
        `${words.time} ${listed(reading.valueSet)}`,
        ...period(reading.within, words.within),
        words.since(`\`${reading.after}\``),
      ];
    case 'medication':
      return [`${words.medication} ${listed(reading.valueSet)}`, ...period(reading.startedAtLeast, words.startedAgo)];
    case 'procedure':
      return [`${words.procedure} ${listed(reading.valueSet)}`, ...undoing(reading.unlessLater)];
    case 'imaging':
      return [words.imaging(reading.region), ...period(reading.within, words.within)];
    case 'reason':
      return [`${words.orderReason} ${listed(reading.valueSet)}`];
    case 'order-reason':
      return Object.entries(reading.choices).map(([choice, list]) =>
        [`${choice} ${listed(list)}`, ...period(reading.within[choice], words.within)].join(', '),
      );
    case 'first-condition':
      return [`${words.firstCondition} ${listed(reading.valueSet)}`];
    case 'derived':
      return [words.derived(`\`${reading.fact}\``), ...limits(reading, '')];
  }
}

function listed(valueSet: string): string {
  return `[${valueSet}](#code-lists)`;
}

function undoing(valueSet: string | undefined): readonly string[] {
  return valueSet === undefined ? [] : [`${words.unlessLater} ${listed(valueSet)}`];
}

function limits(
  { min, below }: { min?: number | undefined; below?: number | undefined },
  unit: string,
): readonly string[] {
  const amount = (n: number): string => `${n} ${unit}`.trim();
  return [
    ...(min === undefined ? [] : [words.from(amount(min))]),
    ...(below === undefined ? [] : [words.below(amount(below))]),
  ];
}

function period(within: Within | undefined, say: (text: string) => string): readonly string[] {
  const parts = (['months', 'days', 'hours'] as const).flatMap((unit) => {
    const n = within?.[unit];
    return n === undefined ? [] : [`${n} ${words.period[unit](n)}`];
  });
  return parts.length === 0 ? [] : [say(parts.join(' '))];
}

function valueText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function valueSetRow([id, { compose }]: readonly [string, ValueSet]): readonly string[] {
  return [`\`${id}\``, codesText(compose.include), codesText(compose.exclude ?? [])];
}

function codesText(includes: readonly ValueSetInclude[]): string {
  const bySystem = new Map<string, string[]>();
  for (const { system, concept = [], filter = [] } of includes) {
    const name = SYSTEMS[system] ?? system;
    const groups = filter.map(({ op, value }) => (op === 'is-a' ? `${value}*` : value));
    bySystem.set(name, [...(bySystem.get(name) ?? []), ...concept.map(({ code }) => code), ...groups]);
  }
  return [...bySystem].map(([name, codes]) => `${name}: ${codes.join(', ').replaceAll('|', '\\|')}`).join('<br>');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}
