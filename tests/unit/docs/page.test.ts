import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CompiledGuideline, compileGuideline } from '../../../src/core/guideline/compile.ts';
import { changeLocally } from '../../../src/core/guideline/site.ts';
import type { Guideline } from '../../../src/core/schema/guideline.ts';
import { guidelinePage } from '../../../src/docs/page.ts';
import type { GuidelineFiles } from '../../../src/docs/source.ts';
import { loadLibrary } from '../../../src/library/disk.ts';
import { nestingFaults, partOf, textOf } from './markup.ts';

const { library } = await loadLibrary(join(import.meta.dirname, '../../../rules'));

function shipped(id: string): CompiledGuideline {
  const found = library.guidelines.find(({ document }) => document.id === id);
  if (!found) throw new Error(`${id} is not shipped`);
  return found;
}

/** The page of a shipped guideline after an author changed something in it. */
function pageOf(
  id: string,
  change: (document: Guideline) => Guideline = (same) => same,
  files: Partial<GuidelineFiles> = {},
) {
  const { vocabulary } = library;
  const guideline = compileGuideline(change(shipped(id).document), vocabulary);
  return guidelinePage({ guideline, vocabulary, vignettes: null, changelog: null, codeLists: {}, ...files }, 'da');
}

const BACK = 'low-back-pain-imaging';

describe('a page follows its rules', () => {
  test('when a limit is changed, every sentence that uses it says the new number', () => {
    const page = pageOf(BACK, (document) => {
      const limit = document.parameters['surgical-trial-weeks'];
      if (!limit) throw new Error('the limit has another name');
      return { ...document, parameters: { ...document.parameters, 'surgical-trial-weeks': { ...limit, value: 4 } } };
    });
    const links = [...page.matchAll(/href="#parameter-surgical-trial-weeks">([^<]+)</g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(1);
    expect(new Set(links)).toEqual(new Set(['4 uger']));
    expect(textOf(partOf(page, 'rung-persistent-with-surgical-question'))).toContain(
      'varighed af relevant behandling mindst 4 uger',
    );
  });

  test('when a site has changed a limit, it says so, what it was, and who decided it', () => {
    const page = pageOf(BACK, (document) =>
      changeLocally(document, {
        parameters: { 'surgical-trial-weeks': { value: 4, source: 'Eksempelregionen, 2026' } },
      }),
    );
    const row = textOf(partOf(page, 'parameter-surgical-trial-weeks'));
    expect(row).toContain('4 uger ændret lokalt, i retningslinjen 6 uger');
    expect(row).toContain('Eksempelregionen, 2026');
    expect(page).toMatch(/version [\d.]+, ændret lokalt</);
    expect(pageOf(BACK)).not.toContain('ændret lokalt');
  });

  test('when a condition is turned round, ladder, drawing and description say the opposite', () => {
    const page = pageOf(BACK, (document) => ({
      ...document,
      recommendations: document.recommendations.map((one) =>
        one.id === 'suspected-cauda-equina'
          ? { ...one, when: { not: { fact: 'cauda-equina-signs', operator: 'equal', value: true } } }
          : one,
      ),
    }));
    expect(textOf(partOf(page, 'rung-suspected-cauda-equina'))).toContain('ikke »tegn på cauda equina«');
    expect(page.match(/>Ikke »tegn på cauda equina«</g)).toHaveLength(2);
    expect(page.match(/Betingelse: ikke »tegn på cauda equina«\. /g)).toHaveLength(2);
  });

  test('when a rung is moved, its number moves with it', () => {
    const page = pageOf(BACK, (document) => ({
      ...document,
      recommendations: [...document.recommendations].reverse(),
    }));
    expect(textOf(partOf(page, 'rung-child-emergency'))).toContain(' 23 ');
    expect(textOf(partOf(page, 'rung-unchanged-since-imaging'))).toContain(' 1 ');
  });

  test('an approved guideline names who approved it, and is no longer called unapproved', () => {
    const approval = {
      by: 'Region Test',
      date: '2026-10-01',
      reviewBy: '2028-10-01',
      specialties: [{ name: 'Radiologi', performing: true }],
    };
    const text = textOf(pageOf(BACK, (document) => ({ ...document, status: 'active', approval })));
    expect(text).toContain('Godkendt af Region Test, 1. oktober 2026');
    expect(text).toContain('Radiologi (udfører undersøgelsen)');
    expect(text).toContain('Skal gennemgås igen senest 1. oktober 2028');
    expect(text).not.toContain('Ikke klinisk godkendt');
  });
});

describe('a page cannot be written to from a rule file', () => {
  test('markup in a text is shown as text', () => {
    const evil = '<script>alert("x")</script>\' onload="y';
    const page = pageOf(
      BACK,
      (document) => ({ ...document, title: { da: evil, en: evil }, notFor: [{ da: evil, en: evil }] }),
      { changelog: `# x\n\n## ${evil}\n\n- ${evil}\n\n| ${evil} | b |\n| --- | --- |\n| ${evil} | c |` },
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain(' onload="');
    expect(nestingFaults(page.replace('<!DOCTYPE html>', ''))).toEqual([]);
    expect(textOf(page)).toContain('<script>alert("x")</script>');
  });

  test('an address that is not of the web is no link', () => {
    const page = pageOf(BACK, (document) => ({
      ...document,
      evidence: {
        ...document.evidence,
        'nice-ng234': { cite: 'NICE', type: 'guideline', verified: false, url: 'javascript:alert(1)' },
      },
    }));
    expect(page).not.toContain('javascript:');
    expect(textOf(partOf(page, 'evidence-nice-ng234'))).toContain('NICE');
  });
});

describe('what a guideline does not have', () => {
  test('a guideline without vignettes, changelog and patient text has a page all the same', () => {
    const page = pageOf(BACK, ({ patientInformation: _none, ...document }) => document);
    expect(textOf(page)).toContain('Der er ingen ændringslog.');
    expect(page).not.toContain('id="patient"');
    expect(page).not.toContain('class="example-facts"');
    expect(nestingFaults(page.replace('<!DOCTYPE html>', ''))).toEqual([]);
  });
});

describe('how a fact is read from the record', () => {
  const page = pageOf(BACK);
  const said = (fact: string): string => textOf(partOf(page, `fact-${fact}`));

  test('says what is looked for, how old it may be, and what it answers', () => {
    expect(said('unexplained-weight-loss')).toMatch(
      /Aktuel eller tidligere diagnose \(kodeliste: .*inden for de seneste 6 måneder; giver svaret »ja«/,
    );
    expect(said('fever-or-raised-markers')).toMatch(/mindst 38 °C; inden for de seneste 48 timer/);
    expect(said('long-term-steroids')).toMatch(/Medicin, patienten får nu .*begyndt for mindst 90 dage siden/);
    expect(said('onset-before-45')).toContain('Følger af alder; under 45 år; giver svaret »ja«');
    expect(said('age')).toContain('Hele år fra fødselsdatoen');
  });

  test('a hint only speaks for an answer', () => {
    expect(said('osteoporosis')).toMatch(/Vises ved spørgsmålet, men svarer ikke: Medicin.*taler for »ja«/);
  });

  test('says what finding nothing means', () => {
    expect(said('known-cancer')).toContain('Findes intet i journalen, er oplysningen ukendt.');
    expect(said('previous-lumbar-imaging')).toContain('Findes intet i journalen, er svaret: nej.');
    expect(said('cord-signs')).toContain('Læses ikke fra journalen.');
  });

  test('of the order’s reasons, only the guideline’s own are listed', () => {
    expect(said('reason')).toContain('lændesmerter (kodeliste');
    expect(said('reason')).not.toContain('besvimelse (kodeliste');
    expect(page).toContain('id="codes-reason-low-back-pain"');
    expect(page).not.toContain('id="codes-reason-syncope"');
  });

  test('limits that no source gives, and codes nobody read of, carry their mark', () => {
    expect(partOf(page, 'fact-fever-or-raised-markers')).toMatch(/48 hours: <span class="mark"[^>]*>foreslået</);
    expect(partOf(page, 'fact-long-term-steroids')).toMatch(/3 months: <span class="mark"[^>]*>ikke efterprøvet</);
  });
});
