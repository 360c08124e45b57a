import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Called } from '../../../src/core/schema/role.ts';
import type { Speech } from '../../../src/i18n/sentence.ts';
import { type Contact, parseContacts } from '../../../src/smart/contacts.ts';
import { parseTelephones } from '../../../src/smart/site-telephones.ts';
import { SpeechContext } from '../../../src/ui/speech-context.ts';
import { CallNumbers } from '../../../src/widget/call-numbers.tsx';
import { DANISH, ENGLISH, wordsOf } from './drawn-page.tsx';

const CAUDA_EQUINA: readonly Called[] = ['spine-surgeon', 'neurosurgeon', '112'];
const TEXT = { da: 'Radiologisk vagt', en: 'Radiologist on call' };
const IMAGING = parseContacts([
  { name: TEXT, department: 'radiology', telephone: '12 00 00 01', hours: TEXT, acute: true },
]);
const ALL_SET = {
  switchboard: '12 00 00 00',
  telephones: {
    'spine-surgeon': { telephone: '12 00 00 11', hours: { da: 'hele døgnet', en: 'at any hour' } },
    neurosurgeon: { telephone: '12 00 00 12', name: { da: 'Bagvagten', en: 'The consultant' } },
  },
};
const ONE_SET = { ...ALL_SET, telephones: { 'spine-surgeon': ALL_SET.telephones['spine-surgeon'] } };

function drawn(
  called: readonly Called[],
  site: Readonly<Record<string, unknown>> | 'loading' | 'failed',
  { speech = DANISH, imaging = null }: { readonly speech?: Speech; readonly imaging?: Contact | null } = {},
): string {
  const telephones = typeof site === 'string' ? site : parseTelephones(site);
  return render(
    <SpeechContext.Provider value={speech}>
      <CallNumbers called={called} site={telephones} imaging={imaging} />
    </SpeechContext.Provider>,
  );
}

function dialled(markup: string): readonly string[] {
  return [...markup.matchAll(/href="tel:([^"]+)"/g)].map(([, number = '']) => number);
}

describe('the numbers to call', () => {
  test('are those of whom the recommendation names, in its order, by name', () => {
    const markup = drawn(CAUDA_EQUINA, ALL_SET);
    expect(dialled(markup)).toEqual(['12000011', '12000012', '112']);
    expect(wordsOf(markup)).toBe('Rygkirurg 12 00 00 11 hele døgnet eller Neurokirurg 12 00 00 12 Bagvagten eller 112');
  });

  test('that the site does not give are said to be missing, with the switchboard’s', () => {
    const markup = drawn(CAUDA_EQUINA, ONE_SET);
    expect(dialled(markup)).toEqual(['12000011', '112', '12000000']);
    expect(wordsOf(markup)).toContain(
      'Nummeret til neurokirurg står ikke i opsætningen: ring via omstillingen, 12 00 00 00',
    );
    expect(wordsOf(drawn(CAUDA_EQUINA, ONE_SET, { speech: ENGLISH }))).toContain(
      'No number for neurosurgeon is set up here: call the switchboard, 12 00 00 00',
    );
  });

  test('are missing in one sentence where the site gives none, and 112 stands all the same', () => {
    const markup = drawn(CAUDA_EQUINA, {});
    expect(dialled(markup)).toEqual(['112']);
    expect(wordsOf(markup)).toBe(
      '112 Nummeret til rygkirurg eller neurokirurg står ikke i opsætningen: ring via omstillingen.',
    );
  });

  test('have who performs the examination last, who is never taken for whom the recommendation names', () => {
    const [imaging = null] = 'kind' in IMAGING ? [] : IMAGING;
    const markup = drawn(CAUDA_EQUINA, ONE_SET, { imaging });
    expect(dialled(markup)).toEqual(['12000011', '112', '12000000', '12000001']);
    expect(wordsOf(markup)).toMatch(/Om undersøgelsen: Radiologisk vagt 12 00 00 01$/);
  });

  test('name what is wrong in the site configuration where that leaves one out', () => {
    const site = { ...ONE_SET, telephones: { ...ONE_SET.telephones, neurosurgeon: { telephone: 'kald 12' } } };
    expect(wordsOf(drawn(CAUDA_EQUINA, site))).toContain(
      'Stedets opsætning har en fejl. Giv it-support dette: site.json: telephones/neurosurgeon/telephone',
    );
  });

  test.each([
    ['loading', 'Henter …'],
    ['failed', 'Ring via omstillingen'],
  ] as const)('are 112 at once while the site configuration is %s, and nothing is said to be missing', (site, says) => {
    const markup = drawn(CAUDA_EQUINA, site);
    expect(dialled(markup)).toEqual(['112']);
    expect(wordsOf(markup)).toContain(says);
    expect(wordsOf(markup)).not.toContain('opsætningen');
  });

  test('are the switchboard’s where nobody else is known', () => {
    expect(wordsOf(drawn([], { switchboard: '12 00 00 00' }))).toBe('Ring via omstillingen, 12 00 00 00');
  });
});
