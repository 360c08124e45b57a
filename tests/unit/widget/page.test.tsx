import { signal } from '@preact/signals';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { da } from '../../../src/i18n/da.ts';
import { decisionWords } from '../../../src/i18n/decision-words.ts';
import { stageWords } from '../../../src/i18n/stage-words.ts';
import type { LaunchFailureCode } from '../../../src/smart/port.ts';
import { Page } from '../../../src/widget/page.tsx';
import { createSequel } from '../../../src/widget/sequel.tsx';
import { createModel } from '../../../src/widget/widget-model.ts';
import { buttonWords, DANISH, draw, ENGLISH, wordsOf } from './drawn-page.tsx';
import {
  allOpen,
  answerNone,
  decidingOf,
  fakeSession,
  keep,
  NOW,
  shippedLibrary,
  startedModel,
} from './fake-session.ts';

describe('every stage has words', () => {
  const codes: readonly LaunchFailureCode[] = [
    'launched-without-parameters',
    'issuer-not-allowed',
    'site-configuration-unreadable',
    'server-not-smart',
    'authorization-refused',
    'token-refused',
    'no-patient',
    'session-lost',
    'offline',
  ];

  test.each(codes)('failure "%s", in both languages, with a next step', async (code) => {
    const library = await shippedLibrary();
    const model = createModel({
      loadSequel: async () => createSequel,
      rules: allOpen(library),
      now: NOW,
      openSession: async () => ({ kind: 'failed', code }),
    });
    await model.start();
    for (const speech of [DANISH, ENGLISH]) {
      const words = wordsOf(draw(model, speech));
      expect(words).toContain(stageWords[speech.language].failure[code].title);
      expect(words).toContain(stageWords[speech.language].failure[code].next);
    }
  });

  test('while the words for it are fetched nothing is said, and where they cannot be had that is said', async () => {
    const model = await startedModel(fakeSession({ records: [{ kind: 'wrong-patient' }] }));
    const page = (part: 'loading' | 'failed') =>
      wordsOf(
        render(
          <Page
            model={model}
            speech={signal(DANISH)}
            onLanguage={() => undefined}
            otherStage={{ part: signal(part), fetch: async () => undefined }}
          />,
        ),
      );
    expect(page('loading')).not.toContain('Testesen');
    expect(page('failed')).toContain('Siden kunne ikke hentes helt. Prøv igen');
    expect(page('failed')).not.toContain('Testesen');
  });

  test('another patient: the reason, and nothing of anybody', async () => {
    const model = await startedModel(fakeSession({ records: [{ kind: 'wrong-patient' }] }));
    const words = wordsOf(draw(model));
    expect(words).toContain('Derfor vises intet.');
    expect(words).not.toContain('Testesen');
    expect(words).not.toContain('lænderyg');
  });

  test('the patient is shown where the host does not, and not where it does', async () => {
    expect(wordsOf(draw(await startedModel(fakeSession())))).toContain(
      'Anna Testesen CPR 990145-0001 · født 1. marts 1980',
    );
    expect(wordsOf(draw(await startedModel(fakeSession({ needPatientBanner: false }))))).not.toContain('Testesen');
  });

  test('the one live region tells verdict and open questions, and to telephone before them', async () => {
    const model = await startedModel(fakeSession());
    const status = () => /<p[^>]*role="status"[^>]*aria-live="polite"[^>]*>(.*?)<\/p>/.exec(draw(model))?.[1];
    expect(status()).toMatch(/^Mangler oplysninger\. \d+ spørgsmål kan ændre vurderingen\.$/);
    await answerNone(model);
    expect(status()).toBe('Anbefales ikke. 0 spørgsmål kan ændre vurderingen.');
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    expect(status()).toMatch(/^Ring nu\. Indiceret\. /);
  });

  test('the decision is always said to be the clinician’s', async () => {
    expect(wordsOf(draw(await startedModel(fakeSession())))).toContain('Beslutningen er klinikerens.');
  });
});

describe('deciding', () => {
  test('shows the note before it is written, says that it is not yet, and has the button before it', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    expect(draw(model)).not.toContain('Skriv på henvisningen');
    keep(model, 'mine ord');
    const words = wordsOf(draw(model));
    expect(words).toContain('Henvisers ord: Mine ord.');
    const places = ['Årsag til at beholde den', 'Skriv på henvisningen', 'Endnu ikke skrevet.', 'Henvisers ord: '];
    const at = places.map((said) => words.lastIndexOf(said));
    expect(at).toEqual(at.toSorted((one, other) => one - other));
    expect(at[0]).toBeGreaterThan(0);
  });

  test('is folded away while there is something to answer, and not when all that is left is unknown', async () => {
    const model = await startedModel(fakeSession());
    expect(draw(model)).toMatch(/<details class="quiet-decision".*Afslut uden alle svar/s);
    await model.loop.answer(new Map([['cauda-equina-signs', 'not-known']]));
    await answerNone(model);
    const markup = draw(model);
    expect(wordsOf(markup)).toContain('Vurderingen afhænger af noget ukendt: tegn på cauda equina.');
    expect(markup).not.toContain('quiet-decision');
    expect(wordsOf(markup)).toContain('Din beslutning');
  });

  test('where nothing can be written there is the text to copy, and no button to write', async () => {
    const model = await startedModel(fakeSession({ canWrite: false }));
    await answerNone(model);
    keep(model, '');
    expect(buttonWords(draw(model))).toContain('Kopiér teksten');
    expect(buttonWords(draw(model))).not.toContain('Skriv på henvisningen');
  });

  test.each(['refused', 'expired', 'offline', 'failed', 'unverified'] as const)(
    'a save that is %s is told as an alert, with a next step and the text to copy',
    async (kind) => {
      const outcome = kind === 'refused' ? { kind, status: 403 } : { kind };
      const model = await startedModel(fakeSession({ saves: [outcome] }));
      await answerNone(model);
      keep(model, 'mine ord');
      await decidingOf(model).save();
      const markup = draw(model);
      expect(markup).toContain('role="alert"');
      expect(wordsOf(markup)).toContain(decisionWords.da.save[kind].next);
      expect(wordsOf(markup)).toContain('Mine ord.');
      expect(buttonWords(markup)).toContain('Kopiér teksten');
    },
  );

  test('a save that differs names what differs', async () => {
    const model = await startedModel(fakeSession({ saves: [{ kind: 'differs', elements: ['code', 'note'] }] }));
    await answerNone(model);
    keep(model, '');
    await decidingOf(model).save();
    expect(wordsOf(draw(model))).toContain('Afviger: undersøgelse og bemærkning');
  });

  test('after saving, what stands on the order is shown, and that it has not been sent', async () => {
    const model = await startedModel(fakeSession());
    await answerNone(model);
    keep(model, 'mine ord');
    await decidingOf(model).save();
    const words = wordsOf(draw(model));
    expect(words).toContain('Læst tilbage fra journalsystemet.');
    expect(words).toContain('MR-skanning af columna lumbalis (UXME30)');
    expect(words).toContain('Mine ord.');
    expect(words).toContain('ikke underskrevet eller sendt');
    expect(words).toContain('Henvisningens hastegrad ikke angivet');
  });

  test('after saving in an emergency the telephone still comes first, and nothing leads on to signing', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    decidingOf(model).form.choose({ kind: 'accepted' });
    await decidingOf(model).save();
    const words = wordsOf(draw(model));
    expect(words).toContain('Skrevet på henvisningen');
    expect(words).toContain(da.telephone.emergency.title);
    expect(words).toContain(decisionWords.da.saved.nextByTelephone);
    expect(words).not.toContain(decisionWords.da.saved.next);
  });

  test('after cancelling in an emergency the telephone comes first all the same', async () => {
    const model = await startedModel(fakeSession());
    await model.loop.answer(new Map([['cauda-equina-signs', { value: true }]]));
    decidingOf(model).form.choose({ kind: 'cancelled' });
    await decidingOf(model).save();
    const words = wordsOf(draw(model));
    expect(words.indexOf(da.telephone.emergency.title)).toBeLessThan(words.indexOf('Skrevet på henvisningen'));
    expect(words).toContain(decisionWords.da.saved.nextCancelledByTelephone);
  });

  test('after saving there are the texts that apply: for the patient only where the recommendation has one', async () => {
    const advised = await startedModel(fakeSession());
    await answerNone(advised);
    keep(advised, '');
    await decidingOf(advised).save();
    expect(buttonWords(draw(advised))).toEqual(expect.arrayContaining(['Henvisningstekst', 'Patientinformation']));

    const open = await startedModel(fakeSession());
    await open.loop.answer(new Map([['cord-signs', { value: true }]]));
    expect(open.loop.open.value).not.toEqual([]);
    keep(open, '');
    await decidingOf(open).save();
    expect(buttonWords(draw(open))).toContain('Henvisningstekst');
    expect(buttonWords(draw(open))).not.toContain('Patientinformation');
  });
});

describe('the way back to the order', () => {
  async function saved(returnToOrder?: () => Promise<boolean>): Promise<string> {
    const model = await startedModel(fakeSession({ returnToOrder }));
    await answerNone(model);
    keep(model, '');
    await decidingOf(model).save();
    return draw(model);
  }

  test('is one action where the EHR can be asked to close the app', async () => {
    expect(buttonWords(await saved(async () => true))).toContain('Tilbage til henvisningen');
  });

  test('is not offered where it cannot', async () => {
    expect(buttonWords(await saved())).not.toContain('Tilbage til henvisningen');
  });
});

describe('a guideline out of service', () => {
  test('is named, and there is no verdict from it', async () => {
    const library = await shippedLibrary();
    const model = createModel({
      loadSequel: async () => createSequel,
      rules: allOpen({ ...library, guidelines: [], quarantined: [{ id: 'low-back-pain-imaging', reasons: ['x'] }] }),
      now: NOW,
      openSession: async () => ({ kind: 'session', session: fakeSession() }),
    });
    await model.start();
    const words = wordsOf(draw(model));
    expect(words).toContain('Ude af drift: low-back-pain-imaging.');
    expect(words).toContain('Ingen vejledning');
    expect(words).not.toContain('Ikke omfattet');
  });
});

describe('when the part that writes cannot be fetched', () => {
  test('guidance stands, and it can be tried again', async () => {
    const attempts = [false, true];
    const model = createModel({
      rules: allOpen(await shippedLibrary()),
      now: NOW,
      openSession: async () => ({ kind: 'session', session: fakeSession() }),
      loadSequel: async () => {
        if (attempts.shift()) return createSequel;
        throw new TypeError('Failed to fetch dynamically imported module');
      },
    });
    await model.start();
    await answerNone(model);
    const words = wordsOf(draw(model));
    expect(words).toContain('Anbefales ikke');
    expect(words).toContain('Vejledningen gælder.');
    await model.fetchSequel();
    expect(wordsOf(draw(model))).toContain('Din beslutning');
  });
});
