import { describe, expect, test } from 'vitest';
import { callList, dialAddress, parseTelephones } from '../../../src/smart/site-telephones.ts';

const SPINE = { telephone: '12 34 56 78' };

describe('the telephones of a site', () => {
  test('are none where the site gives none, and that is no fault', () => {
    expect(parseTelephones({ clientId: 'indikation' })).toEqual({ switchboard: null, numbers: new Map(), wrong: [] });
  });

  test.each([
    ['switchboard', { switchboard: 'lokal 4' }],
    ['telephones', { telephones: ['12345678'] }],
    ['telephones/rygkirurg', { telephones: { rygkirurg: SPINE } }],
    ['telephones/112', { telephones: { '112': SPINE } }],
    ['telephones/neurosurgeon', { telephones: { neurosurgeon: '12345678' } }],
    ['telephones/neurosurgeon/telephone', { telephones: { neurosurgeon: { telephone: '12' } } }],
    ['telephones/neurosurgeon/phone', { telephones: { neurosurgeon: { phone: '12345678' } } }],
    ['telephones/neurosurgeon/name', { telephones: { neurosurgeon: { ...SPINE, name: 'Bagvagt' } } }],
    ['telephones/neurosurgeon/hours', { telephones: { neurosurgeon: { ...SPINE, hours: { da: 'altid' } } } }],
    ['telephone', { telephone: { neurosurgeon: SPINE } }],
  ])('that are wrong at %s are named, and the right ones stand', (at, site) => {
    const right = { 'spine-surgeon': SPINE };
    const parsed = parseTelephones({
      switchboard: '12 34 56 00',
      ...site,
      ...(at === 'telephones' ? {} : { telephones: { ...right, ...('telephones' in site ? site.telephones : {}) } }),
    });
    expect(parsed.wrong).toEqual([at]);
    expect(parsed.numbers.get('spine-surgeon')).toEqual(at === 'telephones' ? undefined : SPINE);
    expect(parsed.numbers.get('neurosurgeon')).toBeUndefined();
    expect(parsed.switchboard).toBe(at === 'switchboard' ? null : '12 34 56 00');
  });

  test('are dialled by digits', () => {
    expect(dialAddress('+45 12 34 56 78')).toBe('tel:+4512345678');
  });
});

describe('whom to call at a site', () => {
  const telephones = parseTelephones({ telephones: { 'spine-surgeon': SPINE } });

  test('is dialled where the site has the number, and named where it has not', () => {
    expect(callList(['spine-surgeon', 'neurosurgeon', '112'], telephones)).toEqual({
      dial: [
        { called: 'spine-surgeon', number: SPINE },
        { called: '112', number: { telephone: '112' } },
      ],
      missing: ['neurosurgeon'],
    });
  });

  test('is the emergency number whatever the site has', () => {
    expect(callList(['112'], parseTelephones({})).dial).toEqual([{ called: '112', number: { telephone: '112' } }]);
  });
});
