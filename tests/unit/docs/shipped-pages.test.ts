import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidelinePages } from '../../../src/cli/guideline-pages.ts';
import type { Condition } from '../../../src/core/schema/guideline.ts';
import { conditionPhrase, type Phrase } from '../../../src/i18n/condition-sentence.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import { asHeading } from '../../../src/i18n/sentence.ts';
import { whyWords } from '../../../src/i18n/why-words.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import { attributes, headingLevels, nestingFaults, partOf, textOf } from './markup.ts';

const ROOT = join(import.meta.dirname, '../../..');
const RULES = join(ROOT, 'rules');
const { library } = await loadLibrary(RULES);
const pages = await guidelinePages(RULES);

const cases = library.guidelines.flatMap((guideline) =>
  (['da', 'en'] as const).map((language) => {
    const page = pages.get(`${guideline.document.id}.${language}.html`) ?? '';
    return { name: `${guideline.document.id} (${language})`, guideline, language, page, text: textOf(page) };
  }),
);

/** The sentences of every comparison that a condition is made of; criteria stand as their names. */
function comparisons(phrase: Phrase): readonly string[] {
  if (phrase.kind === 'group') return phrase.parts.flatMap(comparisons);
  return [phrase.kind === 'comparison' && phrase.limit ? `${phrase.words} ${phrase.limit.words}` : phrase.words];
}

describe.each(cases)('the page of $name', ({ guideline: { document }, language, page, text }) => {
  const { facts } = library.vocabulary;
  const speech = { words: language === 'da' ? da : en, language };
  const logic = { facts, criteria: document.criteria, parameters: document.parameters };
  const sentences = (when: Condition) => comparisons(conditionPhrase(speech, logic, when));
  const ladder = [...document.recommendations, { ...document.otherwise, when: null }];
  const missing = (words: readonly string[], where = text) => words.filter((one) => !where.includes(textOf(one)));

  test('says its title, version, status, and that nobody approved it', () => {
    expect(missing([document.title[language], speech.words.version(document.version)])).toEqual([]);
    expect(text.includes(speech.words.notApproved)).toBe(document.approval === null);
    expect(missing(document.notFor.map((line) => line[language]))).toEqual([]);
  });

  test('has every recommendation in order, with what it says, what to do, its ratings and its hurry', () => {
    const rungs = attributes(page, 'id').filter((id) => id.startsWith('rung-'));
    expect(rungs).toEqual(ladder.map(({ id }) => `rung-${id}`));
    for (const { id, title, say, do: steps, ratings, urgency, disagrees } of ladder) {
      const rung = textOf(partOf(page, `rung-${id}`));
      const words = [title, say, ...steps, ...disagrees.map((one) => one.say)].map((one) => one[language]);
      const rated = Object.entries(ratings).flatMap(([order, rating]) => [
        library.vocabulary.orders[order]?.label[language] ?? order,
        speech.words.verdict[rating],
      ]);
      expect(missing([...words, ...rated, ...(urgency ? [speech.words.urgency[urgency]] : [])], rung)).toEqual([]);
    }
  });

  test('reads every comparison of every recommendation and criterion aloud', () => {
    for (const { id, when } of ladder)
      if (when) expect(missing(sentences(when), textOf(partOf(page, `rung-${id}`)))).toEqual([]);
    for (const [id, { label, when }] of Object.entries(document.criteria)) {
      const words = [asHeading(label[language]), ...sentences(when)];
      expect(missing(words, textOf(partOf(page, `criterion-${id}`)))).toEqual([]);
    }
  });

  test('has every limit with its source, and marks the ones that no source gives', () => {
    for (const [id, { label, source, proposed }] of Object.entries(document.parameters)) {
      const row = partOf(page, `parameter-${id}`);
      expect(missing([asHeading(label[language]), source], textOf(row))).toEqual([]);
      expect(row.includes('class="mark"')).toBe(proposed === true);
    }
  });

  test('has every source with its year and link, and says of each whether it was read in the original', () => {
    for (const [id, { cite, url, year, strength, says, verified }] of Object.entries(document.evidence)) {
      const entry = partOf(page, `evidence-${id}`);
      const why = whyWords[language];
      const told = [cite, verified ? why.verified : why.notVerified, ...(says ? [says[language]] : [])];
      expect(
        missing([...told, ...(year ? [String(year)] : []), ...(strength ? [strength] : [])], textOf(entry)),
      ).toEqual([]);
      if (url) expect(textOf(attributes(entry, 'href')[0] ?? '')).toBe(url);
    }
  });

  test('has every question of its screens, with its help', () => {
    for (const id of document.screens.flatMap((screen) => screen.facts)) {
      const words = [facts[id]?.question, facts[id]?.help].flatMap((one) => (one ? [one[language]] : []));
      expect(missing(words, textOf(partOf(page, `fact-${id}`)))).toEqual([]);
    }
  });

  test('gives an example of every recommendation', () => {
    for (const { id } of ladder) expect(partOf(page, `rung-${id}`)).toContain('class="example-facts"');
  });

  test('draws every step, wide and narrow, and describes each drawing', () => {
    const numbers = [...page.matchAll(/class="flow-number">(\d+)</g)].map((match) => Number(match[1]));
    const once = ladder.map((_, index) => index + 1);
    expect(numbers).toEqual([...once, ...once]);
    const drawings = [...page.matchAll(/<svg[^>]* role="img"[^>]*>\s*<title[^>]*>[^<]+<\/title>\s*<desc[^>]*>[^<]+</g)];
    expect(drawings.length).toBe(page.match(/class="flow-piece"/g)?.length);
  });

  test('is well-formed, with headings in order, and every link within it leads somewhere', () => {
    expect(nestingFaults(page.replace('<!DOCTYPE html>', ''))).toEqual([]);
    const levels = headingLevels(page);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
    const ids = attributes(page, 'id');
    expect(ids.length).toBe(new Set(ids).size);
    const targets = attributes(page, 'href').filter((href) => href.startsWith('#'));
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test('brings no script and no style of its own, and links out without telling from where', () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|@import/i);
    const outward = [...page.matchAll(/<a [^>]*href="https?:[^>]*>/g)].map(([tag]) => tag);
    expect(outward.filter((tag) => !tag.includes('rel="noopener noreferrer"'))).toEqual([]);
    const fetched = [
      ...attributes(page, 'src'),
      ...[...page.matchAll(/<link [^>]*href="([^"]*)"/g)].map((match) => match[1]),
    ];
    expect(fetched).toEqual(['data:,', 'guideline.css']);
  });
});

describe('the words that pages are made of', () => {
  test('name no fact, no choice and no criterion: all that is clinical comes from the rules', () => {
    const labels = Object.values(library.vocabulary.facts).flatMap(({ label }) => [label.da, label.en]);
    const criteria = library.guidelines.flatMap(({ document }) =>
      Object.values(document.criteria).map(({ label }) => label),
    );
    const clinical = [...labels, ...criteria.flatMap(({ da: danish, en: english }) => [danish, english])];
    const sources = ['src/docs', 'src/i18n'].flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((file) => file.endsWith('.ts') && (folder === 'src/docs' || file.startsWith('condition')))
        .map((file) => readFileSync(join(ROOT, folder, file), 'utf8')),
    );
    const code = sources.join('\n').replace(/\/\*\*[\s\S]*?\*\//g, '');
    const general = ['age', 'reason', 'alder', 'indikation'];
    expect(sources.length).toBeGreaterThan(20);
    expect(clinical.filter((label) => !general.includes(label) && code.includes(label))).toEqual([]);
  });
});

describe('the list of guidelines', () => {
  test.each(['da', 'en'] as const)('leads to every page in its language (%s)', (language) => {
    const index = pages.get(`index.${language}.html`) ?? '';
    const links = attributes(index, 'href').filter((href) => href.endsWith('.html'));
    expect(links.filter((href) => !pages.has(href))).toEqual([]);
    for (const { document } of library.guidelines) expect(links).toContain(`${document.id}.${language}.html`);
    expect(nestingFaults(index.replace('<!DOCTYPE html>', ''))).toEqual([]);
  });
});
