import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/facts/answers.ts';
import { decisionWords } from '../../../src/i18n/decision-words.ts';
import type { Model } from '../../../src/widget/model.ts';
import { buttonWords, DANISH, draw, ENGLISH, wordsOf } from './drawn-page.tsx';
import { answerNone, condition, decidingOf, draftOf, fakeSession, startedModel } from './fake-session.ts';

/** X-ray after a fall at 74: supported, nothing open, no hurry that needs the telephone. */
async function calmModel(): Promise<Model> {
  const draft = draftOf({ code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXRE30' }] } });
  const model = await startedModel(fakeSession({ drafts: [{ kind: 'one', draft }] }));
  await model.loop.answer(
    new Map([
      ['low-energy-trauma-or-sudden-pain', { value: true }],
      ['age', { value: 74 }],
    ]),
  );
  await answerNone(model);
  return model;
}

describe('the order of the page', () => {
  /** What stands on the page of each of these, in the order in which they are met. */
  const met = (markup: string, ...parts: readonly string[]): readonly string[] => {
    const words = wordsOf(markup.replace(/^.*<main[^>]*>/s, ''));
    return [...parts].sort((one, other) => words.indexOf(one) - words.indexOf(other));
  };

  test('is verdict, what is recommended, the decision; and then why and whom to call', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    const order = [
      'Anbefales ikke',
      'Lænderygsmerter uden røde flag',
      'Gør sådan',
      'Din beslutning',
      'Annullér kladden',
      'Det afgørende',
      'Vis begrundelse',
      'I tvivl? Ring til afdelingen',
      'Andre undersøgelser',
    ];
    expect(met(draw(model), ...order.toReversed())).toEqual(order);
  });

  test('has the telephone before all of it in an emergency', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    const order = ['Ring nu', 'Indiceret', 'Gør sådan', 'Din beslutning', 'Det afgørende'];
    expect(met(draw(model), ...order.toReversed())).toEqual(order);
  });

  test('offers to cancel the draft in one place, by one name, and says nothing else of it', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    expect(buttonWords(draw(model)).filter((words) => /annull/i.test(words))).toEqual(['Annullér kladden']);
    const inEnglish = buttonWords(draw(model, ENGLISH)).filter((words) => /cancel/i.test(words));
    expect(inEnglish).toEqual(['Cancel the draft']);
  });

  test('has its headings in the order of the page: none is of another level than what it stands in', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    const levels = [...draw(model).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? level) + 1)).toEqual([]);
  });
});

describe('a calm page', () => {
  test('is one line and two folded things; nothing interrupts', async () => {
    const markup = draw(await calmModel());
    const unfolded = wordsOf(markup.replace(/<details.*<\/details>/gs, ''));
    expect(unfolded).toContain('Røntgen af lænderyg Indiceret – Mistanke om lavenergifraktur');
    expect(buttonWords(markup)).toEqual(
      expect.arrayContaining(['Vis begrundelse', 'Skriv vurderingen på henvisningen']),
    );
    expect(markup).not.toContain('role="alert"');
    expect(unfolded).not.toContain('Din beslutning');
    expect(unfolded).not.toContain('Andre undersøgelser');
  });

  test('still says that the guideline is not approved', async () => {
    const markup = draw(await calmModel());
    expect(wordsOf(markup.replace(/<details.*?<\/details>/gs, ''))).toContain('Ikke klinisk godkendt');
  });
});

describe('an emergency', () => {
  const emergency = async (): Promise<Model> => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    return model;
  };

  test('says to telephone before anything else', async () => {
    const words = wordsOf(draw(await emergency()).replace(/^.*<main[^>]*>/s, ''));
    expect(words).toMatch(/^Ring nu/);
  });

  test.each([
    ['Danish', DANISH, /send|bestil|underskriv|godkend/i],
    ['English', ENGLISH, /send|submit|sign|place/i],
  ])('never offers to send, in %s', async (_, speech, sending) => {
    const model = await emergency();
    expect(model.loop.assessment.value?.verdict).toBe('appropriate');
    const offers = buttonWords(draw(model, speech));
    expect(offers.filter((words) => sending.test(words))).toEqual([]);
    expect(offers).toContain(decisionWords[speech.language].decision.accepted);
  });

  test('is not calm, though the examination is appropriate, and green is no go-ahead', async () => {
    const drawn = draw(await emergency());
    expect(drawn).not.toContain('calm-line');
    expect(drawn).toContain('head-by-telephone');
    expect(wordsOf(drawn)).toContain('Aftales telefonisk, også valget af undersøgelse.');
  });

  test('says when the order itself is routine, there and on what is read back', async () => {
    const draft = draftOf({ priority: 'routine' });
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    expect(wordsOf(draw(model))).toContain('Selve henvisningen står som elektiv. Ret hastegraden, hvis den bruges.');
    expect(wordsOf(draw(await emergency()))).not.toContain('står som elektiv');
    decidingOf(model).form.choose({ kind: 'accepted' });
    await decidingOf(model).save();
    expect(wordsOf(draw(model))).toContain('Henvisningens hastegrad elektiv');
  });

  test('is one alarm, as strong while something is asked as after, and the verdict has no colour', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cord-signs', { value: true }]]));
    expect(model.loop.assessment.value?.verdict).toBe('undetermined');
    const alarm = (): string | undefined => /<section class="telephone[^>]*>/.exec(draw(model))?.[0];
    const before = alarm();
    expect(before).toContain('telephone-emergency');
    expect(draw(model)).toContain('head-by-telephone');
    await answerNone(model);
    expect(model.loop.open.value).toEqual([]);
    expect(alarm()).toBe(before);
  });

  test('that is certain does not wait for the open questions, which stay', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cord-signs', { value: true }]]));
    const words = wordsOf(draw(model));
    expect(words).toContain('De øvrige spørgsmål kan vente.');
    expect(words).toContain('Ingen af de øvrige');
    expect(words.indexOf('Ring nu')).toBeLessThan(words.indexOf('Akutte tegn'));
  });
});

describe('a verdict that is certain while something is still asked', () => {
  const advised = async (): Promise<Model> => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['previous-lumbar-imaging', { value: true }]]));
    await answerNone(model, 3);
    expect(model.loop.open.value).toEqual(['clinical-change-since-imaging']);
    return model;
  };
  const WHY = 'Samme vurdering ved: Uændret siden en tidligere undersøgelse; Lænderygsmerter uden røde flag.';

  test('has its reason beside it, above the question', async () => {
    const words = wordsOf(draw(await advised()));
    expect(words).toContain(`Anbefales ikke ${WHY}`);
    expect(words.indexOf(WHY)).toBeLessThan(words.indexOf('Klinisk ændring siden den tidligere undersøgelse'));
  });

  test('has its reason in the note that a cancellation writes', async () => {
    const model = await advised();
    decidingOf(model).form.choose({ kind: 'cancelled' });
    expect(decidingOf(model).note.value).toContain(WHY);
  });

  test('has what the guideline says beside it, where one recommendation speaks and questions stand between', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    expect(model.loop.open.value).toEqual([]);
    expect(wordsOf(draw(model)).match(/Lænderygsmerter uden røde flag/g)).toHaveLength(1);
  });
});

describe('two guidelines that speak about one examination', () => {
  const injured = async (code: string): Promise<Model> => {
    const draft = draftOf({
      code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code }] },
      reasonCode: [{ coding: [{ system: 'urn:oid:1.2.208.176.2.4.12', code: 'DR559' }] }],
    });
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    await model.loop.answer(new Map([['head-injury-with-event', { value: true }]]));
    expect(model.loop.assessment.value?.guidance).toHaveLength(2);
    return model;
  };

  test('each say their own verdict of the examination, and are named after it', async () => {
    const words = wordsOf(draw(await injured('UXCA00')));
    expect(words).toContain('CT af hjernen: Mangler oplysninger efter: CT af hovedet ved lette hovedtraumer');
    expect(words).toContain('CT af hjernen: Mangler oplysninger efter: CT og MR af hovedet ved besvimelse');
  });

  test('a verdict is never read as said of the examination in the title of a guideline', async () => {
    const model = await injured('UXMA00');
    await model.loop.answer(
      new Map<string, Answer>([
        ['therapeutic-anticoagulation', { value: true }],
        ['multitrauma', { value: false }],
        ['gcs', { value: 15 }],
        ['hours-since-injury', { value: 2 }],
      ]),
    );
    const words = wordsOf(draw(model));
    expect(model.loop.assessment.value).toMatchObject({ verdict: 'not-appropriate', urgency: 'emergency' });
    expect(words).toContain('MR af hjernen: Anbefales ikke efter: CT af hovedet ved lette hovedtraumer');
    expect(words).not.toContain('lette hovedtraumer Anbefales ikke');
    expect(words.indexOf('CT af hjernen: Indiceret')).toBeGreaterThan(0);
    expect(words.indexOf('CT af hjernen: Indiceret')).toBeLessThan(words.indexOf('Din beslutning'));
  });
});

describe('an X-ray of the chest for unspecific symptoms', () => {
  const cough = async (): Promise<Model> => {
    const draft = draftOf({
      code: { coding: [{ system: 'urn:oid:1.2.208.176.2.4', code: 'UXRC00' }] },
      reasonCode: [{ coding: [{ system: 'urn:oid:1.2.208.176.2.4.12', code: 'DR05' }] }],
    });
    const model = await startedModel(fakeSession({ drafts: [{ kind: 'one', draft }] }));
    await model.loop.answer(
      new Map([
        ['acute-respiratory-illness', { value: false }],
        ['suspects-lung-cancer', { value: true }],
      ]),
    );
    return model;
  };

  test('with suspicion of cancer says CT at once, and how soon of what to do and not of what is advised against', async () => {
    const drawn = draw(await cough());
    const words = wordsOf(drawn);
    expect(words).toContain('Røntgen af thorax Anbefales ikke CT af thorax/lunger: Indiceret');
    expect(words).toContain('Gør sådan – inden for en uge Henvis til kræftpakkeforløb. Undersøgelsen er CT');
    expect(/<section class="head.*?<\/section>/s.exec(drawn)?.[0]).not.toMatch(/inden for en uge/i);
  });
});

describe('a correction of the record', () => {
  const corrected = async (): Promise<Model> => {
    const model = await startedModel(fakeSession({ conditions: [condition('DC509', 'Kræft i bryst UNS')] }));
    await model.loop.answer(new Map([['known-cancer', { value: false }]]));
    return model;
  };
  const head = (markup: string): string => /<section class="head.*?<\/section>/s.exec(markup)?.[0] ?? '';

  test('stands under the verdict with what the record says, and is taken back there', async () => {
    const model = await corrected();
    const shown = head(draw(model));
    expect(wordsOf(shown)).toContain(
      'Aktuel eller tidligere kræft: journalen siger ja (Kræft i bryst UNS (DC509), 12. maj 2021). Du har svaret nej. Fortryd rettelsen',
    );
    await model.loop.undo('known-cancer');
    expect(head(draw(model))).not.toContain('Du har svaret');
  });

  test('marks the value that holds, and offers the way back to what the record says', async () => {
    const model = await corrected();
    const fact = (): string =>
      /<fieldset class="question" data-fact="known-cancer".*?<\/li>/s.exec(draw(model))?.[0] ?? '';
    expect(fact()).toMatch(/aria-pressed="true"[^>]*>Nej/);
    expect(buttonWords(fact())).toContain('Tilbage til journalens svar: ja');
    await model.loop.undo('known-cancer');
    expect(fact()).toMatch(/aria-pressed="true"[^>]*>Ja/);
    expect(fact()).not.toContain('Tilbage til');
  });
});
