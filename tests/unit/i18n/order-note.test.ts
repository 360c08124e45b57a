import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { assess } from '../../../src/core/decision/assess.ts';
import type { Decision } from '../../../src/core/decision/decision.ts';
import { answeredFact, answeredUnknown, type Fact } from '../../../src/core/facts/fact.ts';
import type { Library } from '../../../src/core/guideline/library.ts';
import { DANISH } from '../../../src/i18n/danish-speech.ts';
import { composeOrderNote, OWN_WORDS_LENGTH } from '../../../src/i18n/order-note.ts';
import { overrideReasonsFor } from '../../../src/i18n/override-reasons.ts';
import { correctionSentence } from '../../../src/i18n/source-sentence.ts';
import { loadLibrary } from '../../../src/library/disk.ts';

let library: Library;
beforeAll(async () => {
  ({ library } = await loadLibrary(resolve(import.meta.dirname, '../../../rules')));
});

/** Every boolean and choice answered with its negative value, as "none of these" does; an adult with low back pain. */
function plainFacts(): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const [id, { negative }] of Object.entries(library.vocabulary.facts))
    if (negative !== undefined) facts.set(id, answeredFact(negative));
  facts.set('reason', { known: true, value: ['low-back-pain'], provenance: { kind: 'order', references: [] } });
  facts.set('age', {
    known: true,
    value: 45,
    provenance: { kind: 'record', references: [{ reference: 'Patient/1', display: '', date: '1981-04-04' }] },
  });
  return facts;
}

/** What the record of somebody with breast cancer says. */
const CANCER: Fact = {
  known: true,
  value: true,
  provenance: {
    kind: 'record',
    references: [{ reference: 'Condition/1', display: 'Brystkræft UNS (DC509)', date: '2021-05-12' }],
  },
};

async function noteOn(
  facts: ReadonlyMap<string, Fact>,
  decision: Decision,
  gaps: Parameters<typeof composeOrderNote>[0]['gaps'] = [],
) {
  const { facts: definitions, orders } = library.vocabulary;
  return composeOrderNote({
    facts: definitions,
    orders,
    guidelines: library.guidelines.map(({ document }) => document),
    orderName: 'MR af lænderyg',
    assessment: await assess(library, facts, 'mr-lumbar-spine'),
    decision,
    gaps,
  });
}

function keptBecause(words?: string): Decision {
  const [reason] = overrideReasonsFor('not-appropriate');
  if (!reason) throw new Error('there is no override reason');
  return { kind: 'kept', reason, ...(words === undefined ? {} : { words }) };
}

describe('the note on the order', () => {
  test('says verdict, guideline, version, and that nobody has approved it', async () => {
    const note = await noteOn(plainFacts(), { kind: 'cancelled' });
    expect(note).toContain('MR af lænderyg. Vurdering: Anbefales ikke.');
    expect(note).toMatch(/Billeddiagnostik ved lænderygsmerter, version \d+\.\d+\.\d+ \(ikke klinisk godkendt\)/);
    expect(note).toContain('Beslutning: kladden er annulleret.');
  });

  test('of an emergency says that the telephone settles it, though the examination is the right one', async () => {
    const facts = plainFacts().set('cauda-equina-signs', answeredFact(true));
    const note = await noteOn(facts, { kind: 'accepted' });
    expect(note).toContain('Vurdering: Indiceret.');
    expect(note).toContain('Beslutning: akut, afgøres telefonisk. En elektronisk henvisning er den forkerte vej.');
    expect(note).not.toContain('i overensstemmelse med anbefalingen');
  });

  test('of an emergency says so too where the examination is kept against the recommendation', async () => {
    const facts = plainFacts().set('cauda-equina-signs', answeredFact(true));
    const note = await noteOn(facts, keptBecause());
    expect(note).toContain('Beslutning: akut, afgøres telefonisk; undersøgelsen fastholdes. Årsag:');
  });

  test.each<[Decision, string]>([
    [{ kind: 'changed', to: 'mr-whole-spine' }, 'ændret til MR af hele columna'],
    [{ kind: 'cancelled' }, 'kladden er annulleret.'],
  ])('of an emergency says so whatever is done with the draft: %o', async (decision, said) => {
    const facts = plainFacts().set('cauda-equina-signs', answeredFact(true));
    const [first] = (await noteOn(facts, decision)).split('\n');
    expect(first).toContain(`Beslutning: akut, afgøres telefonisk; ${said}`);
  });

  test('of a changed order gives the verdict of the new examination first, and the old one as that of the draft before', async () => {
    const note = await noteOn(new Map([...plainFacts(), ['known-cancer', CANCER]]), {
      kind: 'changed',
      to: 'mr-whole-spine',
    });
    const [, fresh, before] = note.split('\n');
    expect(fresh).toBe('Beslutningsstøtte: MR af hele columna. Vurdering: Indiceret. Hastegrad: inden for en uge.');
    expect(before).toBe('Kladden før ændringen: MR af lænderyg. Vurdering: Kan overvejes.');
    const unrated = await noteOn(plainFacts(), { kind: 'changed', to: 're-reading' });
    expect(unrated).toContain('Beslutningsstøtte: re-reading. Ingen af retningslinjerne vurderer den.');
  });

  test('names what decided it, with where it is from', async () => {
    const note = await noteOn(new Map([...plainFacts(), ['known-cancer', CANCER]]), {
      kind: 'changed',
      to: 'mr-whole-spine',
    });
    expect(note).toContain('ja (journalen: Brystkræft UNS (DC509), 12. maj 2021)');
    expect(note).toContain('Beslutning: ændret til MR af hele columna (indiceret).');
    expect(note).toContain('Hastegrad: inden for en uge.');
  });

  test('does not say no of what the record only says nothing about', async () => {
    const nothing: Fact = { known: true, value: false, provenance: { kind: 'record', references: [] } };
    const note = await noteOn(plainFacts().set('previous-lumbar-imaging', nothing), { kind: 'cancelled' });
    expect(note).toContain('Ikke fundet i journalen: tidligere undersøgelse af lænderyggen');
    expect(note).not.toMatch(/nej til \(journalen/i);
  });

  test('gathers what the clinician has ruled out under one heading', async () => {
    const note = await noteOn(plainFacts(), { kind: 'cancelled' });
    expect(note.match(/^Nej til \(henviser\): /gm)).toHaveLength(1);
    expect(note).toContain('tegn på cauda equina');
    expect(note).toContain('mindst 4 ugers behandling uden bedring');
    expect(note.split('\n').at(-1)).toMatch(/^Nej til /);
  });

  test('no fact that can be denied has a name that is a denial itself: a no to it would read as a yes', () => {
    const denials = Object.values(library.vocabulary.facts)
      .filter(({ type, negative }) => type === 'boolean' || negative !== undefined)
      .flatMap(({ label }) => [label.da, label.en])
      .filter((label) => /^(ingen|ikke|intet|uden|manglende|no|not|without)\b/i.test(label));
    expect(denials).toEqual([]);
  });

  test('begins with what was decided, which is what is read first', async () => {
    expect(await noteOn(plainFacts(), { kind: 'cancelled' })).toMatch(/^Beslutning: kladden er annulleret\./);
  });

  test('never says that the record says no where nothing was found in it', async () => {
    const nothing: Fact = { known: true, value: false, provenance: { kind: 'record', references: [] } };
    const note = await noteOn(plainFacts().set('previous-lumbar-imaging', nothing), keptBecause());
    expect(note).not.toMatch(/nej til \(journalen/i);
    expect(note).toContain('Ikke fundet i journalen: tidligere undersøgelse af lænderyggen');
  });

  test('says what the record says where the clinician has answered otherwise', async () => {
    const corrected = plainFacts().set('known-cancer', answeredFact(false, CANCER));
    expect(await noteOn(corrected, { kind: 'cancelled' })).toContain(
      'aktuel eller tidligere kræft: nej (henviser; journalen siger ja: Brystkræft UNS (DC509), 12. maj 2021)',
    );
    const confirmed = plainFacts().set('known-cancer', answeredFact(true, CANCER));
    expect(await noteOn(confirmed, keptBecause())).not.toContain('journalen siger');
    const hint = { reference: 'Condition/2', display: 'Cauda equina-syndrom (DG834)', date: '2026-11-26' };
    const mentioned: Fact = { known: false, reason: 'not-asked', hints: [{ ...hint, verification: 'provisional' }] };
    expect(
      await noteOn(plainFacts().set('cauda-equina-signs', answeredFact(false, mentioned)), { kind: 'cancelled' }),
    ).toContain(
      'cauda equina: nej (henviser; journalen nævner Cauda equina-syndrom (DG834), tentativ, 26. november 2026)',
    );
    const unknown = plainFacts().set('known-cancer', answeredUnknown(CANCER));
    expect(await noteOn(unknown, keptBecause())).toContain('aktuel eller tidligere kræft: ukendt (journalen siger ja:');
  });

  test('calls no answer a contradiction of an examination that only stands beside its question', async () => {
    const display = 'MR af lænderyg';
    const hints = [
      { reference: 'ImagingStudy/1', display, date: '2026-10-11' },
      { reference: 'ServiceRequest/1', display, date: '2026-09-21' },
    ];
    const unchanged = answeredFact(false, { known: false, reason: 'not-asked', hints });
    const facts = plainFacts().set('clinical-change-since-imaging', unchanged);
    const definition = library.vocabulary.facts['clinical-change-since-imaging'];
    expect(definition && correctionSentence(DANISH, definition, unchanged)).toBeNull();
    expect(await noteOn(facts, { kind: 'cancelled' })).not.toContain('journalen nævner');
  });

  test('mentions the same diagnosis once, though several entries of the record tell of it', async () => {
    const display = 'Cauda equina-syndrom (DG834)';
    const hints = [
      { reference: 'Condition/1', display, date: '2026-09-21' },
      { reference: 'Condition/2', display, date: '2026-11-26' },
    ];
    const denied = answeredFact(false, { known: false, reason: 'not-asked', hints });
    expect(await noteOn(plainFacts().set('cauda-equina-signs', denied), { kind: 'cancelled' })).toContain(
      '(henviser; journalen nævner Cauda equina-syndrom (DG834), 26. november 2026)',
    );
  });

  test('carries the override reason in words and the own words', async () => {
    const note = await noteOn(plainFacts(), keptBecause('vagthavende ønsker MR'));
    expect(note).toContain('Årsag: Aftalt med speciallæge eller radiolog.');
    expect(note).toContain('Henvisers ord: Vagthavende ønsker MR.');
  });

  test('says what was not read', async () => {
    const note = await noteOn(plainFacts(), keptBecause(), [{ resourceType: 'MedicationRequest', reason: 'failed' }]);
    expect(note).toContain('Kunne ikke læses: medicin (fejl i journalsystemet).');
  });

  test('without a verdict there is no rating in it, but what is missing', async () => {
    const facts = plainFacts();
    facts.set('known-cancer', { known: false, reason: 'asked-unknown' });
    const note = await noteOn(facts, keptBecause());
    expect(note).toContain('Ingen vurdering: der mangler oplysninger (aktuel eller tidligere kræft).');
    expect(note).not.toContain('Vurdering: ');
  });

  test('names every sign that was denied, however long the own words are', async () => {
    const words = 'å'.repeat(OWN_WORDS_LENGTH);
    const note = await noteOn(plainFacts(), keptBecause(words));
    expect(note.toLowerCase()).toContain(words);
    const { guidance } = await assess(library, plainFacts(), 'mr-lumbar-spine');
    const denied = guidance.flatMap(({ justification }) =>
      justification.facts.filter(({ fact }) => fact.known && fact.value === false),
    );
    expect(denied.length).toBeGreaterThan(10);
    const [line] = note.match(/(?<=^Nej til \(henviser\): ).*(?=\.$)/m) ?? [];
    expect(line?.split('; ')).toEqual(
      expect.arrayContaining(denied.map(({ id }) => library.vocabulary.facts[id]?.label.da)),
    );
  });

  test('names what was answered though nothing turns on it, such as GCS 15 in a head injury', async () => {
    const { facts: definitions, orders } = library.vocabulary;
    const facts = plainFacts()
      .set('reason', answeredFact(['head-trauma']))
      .set('age', answeredFact(72))
      .set('hours-since-injury', answeredFact(2))
      .set('gcs', answeredFact(15))
      .set('therapeutic-anticoagulation', answeredFact(true));
    const note = composeOrderNote({
      facts: definitions,
      orders,
      guidelines: library.guidelines.map(({ document }) => document),
      orderName: 'CT af hjernen',
      assessment: await assess(library, facts, 'ct-head'),
      decision: { kind: 'accepted' },
      gaps: [],
    });
    expect(note).toMatch(/^(Afgørende|Øvrige svar): .*GCS nu: 15/m);
    expect(note).toMatch(/^Nej til \(henviser\): .*sikkert eller formodet bevidsthedstab/m);
  });

  test('says first which earlier examination may answer, and of many open questions only how many they are', async () => {
    const { facts: definitions, orders } = library.vocabulary;
    const facts = new Map([['reason', answeredFact(['low-back-pain'])]]);
    const note = composeOrderNote({
      facts: definitions,
      orders,
      guidelines: [],
      orderName: 'MR af lænderyg',
      assessment: await assess(library, facts, 'mr-lumbar-spine'),
      decision: { kind: 'cancelled' },
      remarks: ['Samme undersøgelse er udført 9. oktober 2026: MR columna lumbalis, Prøvekøbing.'],
      gaps: [],
    });
    const [decision, earlier, verdict] = note.split('\n');
    expect(decision).toBe('Beslutning: kladden er annulleret.');
    expect(earlier).toContain('Samme undersøgelse er udført');
    expect(verdict).toMatch(/Ingen vurdering: der mangler oplysninger \(\d+ spørgsmål er uden svar\)\.$/);
  });
});
