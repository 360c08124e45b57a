import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/facts/answers.ts';
import type { Fact } from '../../../src/core/facts/fact.ts';
import { isAnswer, parseNumber } from '../../../src/ui/answer.ts';
import { noneAnswers, QuestionScreen, type ShownScreen } from '../../../src/ui/question-screen.tsx';
import { shippedLibrary } from '../widget/fake-session.ts';

const screen = (facts: readonly string[], noneOfThese: boolean): ShownScreen => ({
  id: 'screen',
  title: { da: 'Akutte tegn', en: 'Acute signs' },
  facts,
  noneOfThese,
});

async function drawn(
  shown: ShownScreen,
  answers: ReadonlyMap<string, Answer> = new Map(),
  facts: ReadonlyMap<string, Fact> = new Map(),
): Promise<string> {
  const { facts: definitions } = (await shippedLibrary()).vocabulary;
  return render(
    <QuestionScreen
      screen={shown}
      definitions={definitions}
      facts={facts}
      answers={answers}
      onAnswers={() => undefined}
      onUndo={() => undefined}
    />,
  );
}

/** The words of each button, by what a screen reader calls it. */
function buttons(markup: string): readonly string[] {
  return [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/g)].map(([, attributes = '', inner = '']) => {
    const label = /aria-label="([^"]*)"/.exec(attributes)?.[1];
    const pressed = attributes.includes('aria-pressed="true"') ? ' [given]' : '';
    return (label ?? inner.replace(/<[^>]+>/g, '').trim()) + pressed;
  });
}

describe('a screen with "none of these"', () => {
  const shown = screen(['cauda-equina-signs', 'leg-weakness'], true);

  test('has one target per yes/no question, all choices of a choice, and "do not know" for each', async () => {
    expect(buttons(await drawn(shown))).toEqual([
      'Tegn på cauda equina?',
      'Ved ikke: Tegn på cauda equina?',
      'Ingen',
      'Let og stabil',
      'Svær eller tiltagende',
      'Ved ikke: Kraftnedsættelse i benene?',
      'Ingen af disse',
    ]);
  });

  test('tells which answer is given, and that the button now means the others', async () => {
    const given = buttons(await drawn(shown, new Map([['cauda-equina-signs', { value: true }]])));
    expect(given).toContain('Tegn på cauda equina? [given]');
    expect(given).toContain('Ingen af de øvrige');
  });

  test('answers each fact without an answer with its negative value, and no other', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    const answers = new Map<string, Answer>([['cauda-equina-signs', 'not-known']]);
    expect([...noneAnswers(shown, facts, new Map(), answers)]).toEqual([['leg-weakness', { value: 'none' }]]);
    expect([...noneAnswers(shown, facts, new Map(), new Map())]).toEqual([
      ['cauda-equina-signs', { value: false }],
      ['leg-weakness', { value: 'none' }],
    ]);
  });

  test('says before it what choice it sets', async () => {
    const course = await drawn(screen(['surgery-considered', 'pain-pattern'], true));
    expect(course).toContain('Knappen sætter »dominerende smertemønster« til »Uspecifikke lændesmerter«.');
    expect(course).toMatch(/none-of-these"[^>]*aria-describedby="none-sets"/);
    const acute = await drawn(shown);
    expect(acute).toContain('Knappen sætter »kraftnedsættelse i benene« til »Ingen«.');
    expect(acute.indexOf('none-sets')).toBeLessThan(acute.indexOf('none-of-these'));
    expect(await drawn(screen(['cauda-equina-signs', 'cord-signs'], true))).not.toContain('Knappen sætter');
  });

  test('never invents a number', async () => {
    const { facts } = (await shippedLibrary()).vocabulary;
    expect(noneAnswers(screen(['weeks-of-treatment'], true), facts, new Map(), new Map()).size).toBe(0);
  });

  test('says that "do not know" leaves the fact unknown', async () => {
    const markup = await drawn(shown, new Map([['cauda-equina-signs', 'not-known']]));
    expect(markup).toContain('Forbliver ukendt.');
  });
});

describe('a screen without it', () => {
  test('asks yes, no or do not know, and has no "none of these"', async () => {
    expect(buttons(await drawn(screen(['clinical-change-since-imaging'], false)))).toEqual([
      'Ja',
      'Nej',
      expect.stringMatching(/^Ved ikke: /),
    ]);
  });

  test('offers only the reasons worth offering', async () => {
    const shown = { ...screen(['reason'], false), offered: ['low-back-pain', 'other'] };
    expect(buttons(await drawn(shown))).toEqual(['Lændesmerter', 'Andet', expect.stringMatching(/^Ved ikke: /)]);
  });

  test('suggests numbers and takes any other', async () => {
    const markup = await drawn(screen(['weeks-of-treatment'], false));
    expect(buttons(markup)).toContain('6 uger');
    expect(markup).toContain('inputmode="decimal"');
  });
});

describe('beside a question', () => {
  test('stands what the record says that is no answer, with its date', async () => {
    const hint: Fact = {
      known: false,
      reason: 'not-asked',
      hints: [{ reference: 'Condition/1', display: 'Cauda equina-syndrom (DG834)', date: '2026-10-30' }],
    };
    const markup = await drawn(
      screen(['cauda-equina-signs'], true),
      new Map(),
      new Map([['cauda-equina-signs', hint]]),
    );
    expect(markup).toContain('I journalen: Cauda equina-syndrom (DG834), 30. oktober 2026');
    expect(markup).toContain('Svar selv.');
  });

  test('the record has something about is answered by itself, yes or no, and never by "none of these"', async () => {
    const { facts: definitions } = (await shippedLibrary()).vocabulary;
    const shown = screen(['cauda-equina-signs', 'cord-signs'], true);
    const facts = new Map<string, Fact>([
      [
        'cauda-equina-signs',
        {
          known: false,
          reason: 'not-asked',
          hints: [
            { reference: 'Condition/1', display: 'Cauda equina-syndrom (DG834)', verification: 'provisional' as const },
          ],
        },
      ],
    ]);
    const markup = await drawn(shown, new Map(), facts);
    expect(markup).toContain('I journalen: Cauda equina-syndrom (DG834), tentativ');
    expect(buttons(markup).slice(0, 2)).toEqual(['Ja', 'Nej']);
    expect(buttons(markup)).toContain('Ingen af de øvrige');
    const others = noneAnswers(shown, definitions, facts, new Map());
    expect([...others.keys()]).toEqual(['cord-signs']);
    expect(buttons(await drawn(shown, others, facts)).at(-1)).not.toMatch(/Ingen af/);
  });

  test('stands that the record could not be read', async () => {
    const unread: Fact = { known: false, reason: 'error', because: ['Condition'] };
    const markup = await drawn(screen(['known-cancer'], true), new Map(), new Map([['known-cancer', unread]]));
    expect(markup).toContain('ikke læst: diagnoser kunne ikke hentes');
  });
});

describe('a typed number', () => {
  test('may have a comma, is within the range, and is whole where whole numbers are asked for', async () => {
    const definition = (await shippedLibrary()).vocabulary.facts.age;
    if (definition?.type !== 'number') throw new Error('age is a number');
    expect(parseNumber(' 45 ', definition)).toBe(45);
    expect(parseNumber('45,5', definition)).toBeNull();
    expect(parseNumber('45,5', { ...definition, step: 0.1 })).toBe(45.5);
    expect(parseNumber('121', definition)).toBeNull();
    expect(parseNumber('-1', definition)).toBeNull();
    expect(parseNumber('65 år', definition)).toBeNull();
    expect(parseNumber('', definition)).toBeNull();
  });
});

describe('an answer', () => {
  test('is a value, a list of one, or "do not know"', () => {
    expect(isAnswer({ value: false }, false)).toBe(true);
    expect(isAnswer({ value: ['other'] }, 'other')).toBe(true);
    expect(isAnswer('not-known', false)).toBe(false);
    expect(isAnswer(undefined, false)).toBe(false);
  });
});
