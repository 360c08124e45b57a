import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Assessment, FactLine } from '../../../src/core/decision/guidance.ts';
import { answeredFact, type Fact } from '../../../src/core/facts/fact.ts';
import type { LocalChange } from '../../../src/core/guideline/site.ts';
import type { Evidence, Recommendation } from '../../../src/core/schema/guideline.ts';
import { RATINGS, URGENCIES, type Verdict } from '../../../src/core/schema/rating.ts';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import type { Speech } from '../../../src/i18n/sentence.ts';
import { Alternatives } from '../../../src/ui/alternatives.tsx';
import { Answers } from '../../../src/ui/answers.tsx';
import { DecisiveFacts, sortFacts } from '../../../src/ui/decisive-facts.tsx';
import { Disagreement, EvidenceList } from '../../../src/ui/evidence.tsx';
import { Further } from '../../../src/ui/further.tsx';
import { Gaps } from '../../../src/ui/gaps.tsx';
import type { GuidanceModel } from '../../../src/ui/guidance-model.ts';
import { GuidelineName } from '../../../src/ui/guideline-name.tsx';
import { Justification, sortOthers } from '../../../src/ui/justification.tsx';
import { LocalChanges } from '../../../src/ui/local-changes.tsx';
import { createLoop } from '../../../src/ui/loop.ts';
import { SpeechContext } from '../../../src/ui/speech-context.ts';
import { Telephone } from '../../../src/ui/telephone.tsx';
import { VerdictBadge } from '../../../src/ui/verdict.tsx';
import { patientAlternatives } from '../../../src/widget/patient-alternatives.tsx';
import { shippedLibrary } from '../widget/fake-session.ts';

const DANISH: Speech = { words: da, language: 'da' };
const ENGLISH: Speech = { words: en, language: 'en' };
const VERDICTS: readonly Verdict[] = [...RATINGS, 'undetermined'];

function draw(piece: Parameters<typeof render>[0], speech: Speech = DANISH): string {
  return render(<SpeechContext.Provider value={speech}>{piece}</SpeechContext.Provider>);
}

/** What a person reads of markup. */
function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('a verdict', () => {
  test.each(VERDICTS)('"%s" is told by its word in both languages', (verdict) => {
    expect(wordsOf(draw(<VerdictBadge verdict={verdict} />))).toBe(da.verdict[verdict]);
    expect(wordsOf(draw(<VerdictBadge verdict={verdict} />, ENGLISH))).toBe(en.verdict[verdict]);
  });

  test('has a shape of its own, never colour alone', () => {
    const shapes = VERDICTS.map((verdict) => /<svg.*<\/svg>/.exec(draw(<VerdictBadge verdict={verdict} />))?.[0]);
    expect(shapes.every((shape) => shape !== undefined)).toBe(true);
    expect(new Set(shapes).size).toBe(VERDICTS.length);
  });

  test('its shape is silent to a screen reader, which has the word', () => {
    expect(draw(<VerdictBadge verdict="appropriate" />)).toContain('aria-hidden="true"');
  });
});

describe('a guideline that the site has changed', () => {
  const change: LocalChange = {
    parameter: 'surgical-trial-weeks',
    label: { da: 'behandling før operation: mindst', en: 'treatment before surgery' },
    was: 6,
    value: 4,
    unit: 'week',
    source: 'Eksempelregionen, 2026',
  };

  test('says so beside its version, in either language, and says nothing where nothing is changed', async () => {
    const document = (await shippedLibrary()).guidelines[0]?.document;
    if (!document) throw new Error('no guideline is shipped');
    const changed = { ...document, local: [] };
    expect(wordsOf(draw(<GuidelineName guideline={changed} />))).toContain(`${document.version}, ændret lokalt`);
    expect(wordsOf(draw(<GuidelineName guideline={changed} />, ENGLISH))).toContain('changed locally');
    expect(wordsOf(draw(<GuidelineName guideline={document} />))).not.toContain('lokalt');
  });

  test('tells the new number, the old one and who decided it', () => {
    expect(wordsOf(draw(<LocalChanges changes={[change]} />))).toBe(
      'Ændret lokalt Behandling før operation: mindst 4 uger i stedet for 6 uger. Besluttet: Eksempelregionen, 2026',
    );
    expect(draw(<LocalChanges changes={[]} />)).toBe('');
  });
});

describe('the telephone', () => {
  test.each(URGENCIES)('comes first for "%s" only when it is an emergency or has to be settled today', (urgency) => {
    const drawn = draw(<Telephone urgency={urgency} open={false} />);
    expect(drawn !== '').toBe(urgency === 'emergency' || urgency === 'same-day');
  });

  test('in an emergency says to telephone now, and that the electronic order is the wrong way', () => {
    const words = wordsOf(draw(<Telephone urgency="emergency" open />));
    expect(words).toContain('Ring nu');
    expect(words).toContain('En elektronisk henvisning er den forkerte vej');
    expect(words).toContain('De øvrige spørgsmål kan vente');
  });
});

describe('what was not read', () => {
  const gaps = [{ resourceType: 'MedicationRequest', reason: 'failed' }] as const;

  test('is in view, with that it is asked instead', () => {
    expect(wordsOf(draw(<Gaps gaps={gaps} asking />))).toBe(
      'Kunne ikke læses: medicin (fejl i journalsystemet). Derfor spørges der.',
    );
    expect(draw(<Gaps gaps={gaps} asking />)).not.toContain('<details');
  });

  test('claims no question where none is asked', () => {
    expect(wordsOf(draw(<Gaps gaps={gaps} asking={false} />))).not.toContain('Derfor spørges der');
    expect(draw(<Gaps gaps={[]} asking />)).toBe('');
  });
});

describe('the justification', () => {
  const line = (id: string, fact: Fact, decisive: boolean): FactLine => ({ id, fact, decisive });
  const lines = [
    line('age', answeredFact(74), false),
    line('known-cancer', answeredFact(true), true),
    line('cord-signs', answeredFact(false), true),
    line('osteoporosis', { known: false, reason: 'error', because: ['Condition'] }, false),
  ];

  test('sorts what decides from what is ruled out, not read, and the rest', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    const sorted = sortFacts(lines, facts);
    expect(sorted.decisive.map(({ id }) => id)).toEqual(['known-cancer']);
    expect(sorted.ruledOut.map(({ id }) => id)).toEqual(['cord-signs']);
    const others = sortOthers(lines);
    expect(others.notRead.map(({ id }) => id)).toEqual(['osteoporosis']);
    expect(others.rest.map(({ id }) => id)).toEqual(['age']);
  });

  test('shows what decides unfolded, with its source, and a way to correct it', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    const drawn = draw(
      <DecisiveFacts
        justification={{ criteria: [], facts: lines }}
        definitions={facts}
        answers={new Map()}
        loop={{ answer: async () => undefined, undo: async () => undefined }}
      />,
    );
    const unfolded = wordsOf(drawn.replace(/<details>.*<\/details>/, ''));
    expect(unfolded).toContain('Aktuel eller tidligere kræft: ja svaret her');
    expect(drawn).toContain('aria-label="Vis og ret aktuel eller tidligere kræft"');
  });

  test('folds what is ruled out under how much it is; each can be corrected there', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    const drawn = draw(
      <DecisiveFacts
        justification={{ criteria: [], facts: lines }}
        definitions={facts}
        answers={new Map()}
        loop={{ answer: async () => undefined, undo: async () => undefined }}
      />,
    );
    const folded = /<details>.*<\/details>/.exec(drawn)?.[0] ?? '';
    expect(wordsOf(folded)).toMatch(/^Nej til 1 forhold \(vis og ret\) Tegn på rygmarvspåvirkning: nej/);
    expect(folded).toContain('aria-label="Vis og ret tegn på rygmarvspåvirkning"');
  });

  test('says in view what was not read', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    const drawn = draw(
      <Justification justification={{ criteria: [], facts: lines }} definitions={facts} answers={new Map()} />,
    );
    const unfolded = drawn.replace(/<details>.*?<\/details>/g, '');
    expect(wordsOf(unfolded)).toContain('ikke læst: diagnoser kunne ikke hentes');
    expect(wordsOf(unfolded)).not.toContain('Alder: 74 år');
    expect(wordsOf(drawn)).toContain('Alder: 74 år');
  });

  test('a criterion says whether it is met, not met or undecided', () => {
    const criteria = (['true', 'false', 'unknown'] as const).map((truth) => ({
      id: truth,
      label: { da: `kriterium ${truth}`, en: truth },
      truth,
      decisive: false,
    }));
    const words = wordsOf(
      draw(<Justification justification={{ criteria, facts: [] }} definitions={{}} answers={new Map()} />),
    );
    expect(words).toContain('Kriterium true opfyldt');
    expect(words).toContain('Kriterium false ikke opfyldt');
    expect(words).toContain('Kriterium unknown uafklaret');
  });
});

describe('the answers given', () => {
  test('are listed with a way back for each; the latest is undone there once nothing is asked any more', async () => {
    const library = await shippedLibrary();
    const loop = createLoop(library, () => undefined);
    const known = new Map([
      ['age', answeredFact(15)],
      ['reason', answeredFact(['low-back-pain'])],
    ]);
    await loop.begin('mr-lumbar-spine', () => known, false);
    expect(draw(<Answers model={{ library, loop }} />)).toBe('');
    await loop.answer(new Map([['cord-signs', { value: false }]]));
    expect(loop.screen.value).not.toBeNull();
    const open = wordsOf(draw(<Answers model={{ library, loop }} />));
    expect(open).toContain('Tegn på rygmarvspåvirkning: nej Fortryd');
    // The questions have that button themselves.
    expect(open).not.toContain(da.question.undoLast);
    await loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    expect(loop.screen.value).toBeNull();
    expect(wordsOf(draw(<Answers model={{ library, loop }} />))).toContain(da.question.undoLast);
  });
});

describe('evidence', () => {
  const evidence: Readonly<Record<string, Evidence>> = {
    'acr-2021': {
      cite: 'ACR Low Back Pain',
      year: 2021,
      url: 'https://example.org/acr',
      type: 'guideline',
      strength: 'consensus',
      verified: true,
    },
    local: { cite: 'Regional instruks', type: 'authority', verified: false },
  };
  const recommendation: Recommendation = {
    id: 'some-rung',
    title: { da: 'a', en: 'a' },
    ratings: {},
    urgency: null,
    say: { da: 'a', en: 'a' },
    do: [],
    evidence: ['acr-2021', 'local'],
    disagrees: [{ evidence: 'acr-2021', say: { da: 'ACR siger noget andet.', en: 'ACR says otherwise.' } }],
  };

  test('has year, kind and strength, and whether it was read in the original', () => {
    const words = wordsOf(draw(<EvidenceList recommendation={recommendation} evidence={evidence} />));
    expect(words).toContain('retningslinje · 2021 · styrke: consensus · læst i original');
    expect(words).toContain('Regional instruks myndighed · ikke efterprøvet i original');
  });

  test('a link tells the other side nothing about where it was followed', () => {
    expect(draw(<EvidenceList recommendation={recommendation} evidence={evidence} />)).toContain(
      '<a href="https://example.org/acr" rel="noreferrer noopener"',
    );
  });

  test('a guideline that disagrees is named with what it says', () => {
    const words = wordsOf(draw(<Disagreement recommendation={recommendation} evidence={evidence} />));
    expect(words).toContain('Retningslinjer er uenige Her følges a ACR Low Back Pain');
    expect(words).toContain('Anden retningslinje ACR siger noget andet. ACR Low Back Pain');
  });
});

describe('alternatives', () => {
  const assessmentOf = (verdict: Verdict, alternatives: Assessment['alternatives']): Assessment => ({
    order: 'mr-lumbar-spine',
    verdict,
    urgency: null,
    guidance: [],
    alternatives,
    outOfService: [],
  });
  const modelOf = async (age: number): Promise<GuidanceModel> => {
    const library = await shippedLibrary();
    const loop = createLoop(library, () => undefined);
    await loop.begin('mr-lumbar-spine', () => new Map([['age', answeredFact(age)]]), false);
    return { library, loop };
  };

  test('tell of pregnancy at the ages at which it is asked', async () => {
    const assessment = assessmentOf('not-appropriate', [{ order: 'ct-lumbar-spine', rating: 'may-be-appropriate' }]);
    const said = async (age: number) =>
      wordsOf(draw(<Alternatives model={await modelOf(age)} assessment={assessment} />));
    expect(await said(14)).not.toContain('graviditet');
    expect(await said(15)).toContain('Afklar mulig graviditet');
    expect(await said(55)).toContain('Afklar mulig graviditet');
    expect(await said(56)).not.toContain('graviditet');
  });

  test('tell of no pregnancy to a man; whoever the record does not say that of is told', async () => {
    const assessment = assessmentOf('not-appropriate', [{ order: 'ct-lumbar-spine', rating: 'may-be-appropriate' }]);
    const model = await modelOf(46);
    const said = (isMale: boolean) => wordsOf(draw(patientAlternatives(() => isMale)({ model, assessment })));
    expect(said(true)).not.toContain('graviditet');
    expect(said(false)).toContain('Afklar mulig graviditet');
  });

  test('show what is supported, with radiation against background as Danes write it, and fold the rest', async () => {
    const drawn = draw(
      <Alternatives
        model={await modelOf(45)}
        assessment={assessmentOf('not-appropriate', [
          { order: 'mr-whole-spine', rating: 'appropriate' },
          { order: 'ct-lumbar-spine', rating: 'may-be-appropriate' },
          { order: 'xr-lumbar-spine', rating: 'not-appropriate' },
        ])}
      />,
    );
    const unfolded = wordsOf(drawn.replace(/<details>.*<\/details>/, ''));
    expect(unfolded).toContain('MR af hele columna Indiceret ingen ioniserende stråling Afklar pacemaker');
    expect(unfolded).toMatch(
      /CT af lænderyg Kan overvejes ca\. 6 mSv \(ikke efterprøvet\), som 2 års baggrundsstråling/,
    );
    expect(unfolded).toContain('Afklar mulig graviditet');
    expect(unfolded).not.toContain('Røntgen af lænderyg');
    expect(wordsOf(drawn)).toContain('Røntgen af lænderyg Anbefales ikke');
  });

  test('an examination without a standard stands in view beside the draft, not among those advised against', async () => {
    const drawn = draw(
      <Alternatives
        model={await modelOf(45)}
        assessment={assessmentOf('no-standard', [{ order: 'ct-chest', rating: 'no-standard' }])}
      />,
    );
    expect(drawn).not.toContain('<details');
    expect(wordsOf(drawn)).toContain('Ingen faglig standard');
  });

  test('can be chosen only where the page can change the draft, and the chosen one says so', async () => {
    const assessment = assessmentOf('not-appropriate', [{ order: 'mr-whole-spine', rating: 'appropriate' }]);
    const model = await modelOf(45);
    const actions = {
      chosen: 'mr-whole-spine',
      offers: () => true,
      choose: () => undefined,
    };
    expect(draw(<Alternatives model={model} assessment={assessment} />)).not.toContain('<button');
    const drawn = draw(<Alternatives model={model} assessment={assessment} actions={actions} />);
    expect(drawn).toContain('aria-label="Valgt: MR af hele columna"');
    expect(drawn).toContain('aria-pressed="true"');
  });
});

describe('what would change the assessment', () => {
  test('names the examination that each verdict is of, and the better one beside it', async () => {
    const library = await shippedLibrary();
    const loop = createLoop(library, () => undefined);
    const facts = new Map([
      ['reason', answeredFact(['respiratory-symptoms'])],
      ['age', answeredFact(45)],
      ['acute-respiratory-illness', answeredFact(false)],
      ['suspects-lung-cancer', answeredFact(false)],
    ]);
    await loop.begin('xr-chest', () => facts, false);
    const assessment = loop.assessment.value;
    expect(assessment?.verdict).toBe('no-standard');
    if (!assessment) return;
    expect(wordsOf(draw(<Further model={{ library, loop }} assessment={assessment} />))).toContain(
      'Røntgen af thorax: Anbefales ikke CT af thorax/lunger: Indiceret Mistanke om lungekræft: kræftpakke',
    );
  });
});
