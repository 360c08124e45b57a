import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byHandLink, readByHandLink } from '../../../src/widget/by-hand-link.ts';

const PAGE = new URL('https://app.example/indikation/index.html?lang=en&state=secret#x');
const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}$/);

describe('a link to a check by hand', () => {
  test('leads back to the examination and the reason it was made of', () => {
    fc.assert(
      fc.property(id, fc.option(id), (order, reason) => {
        const link = new URL(byHandLink(PAGE, { order, reason }, 'da'));
        expect(readByHandLink(link.hash)).toEqual({ order, reason });
      }),
    );
  });

  test('holds nothing else of the address it was made on, and nothing that a browser sends', () => {
    const link = byHandLink(PAGE, { order: 'ct-head', reason: 'syncope' }, 'en');
    expect(link).toBe('https://app.example/indikation/index.html?lang=en#ct-head/syncope');
    expect(byHandLink(PAGE, { order: 'ct-head', reason: null }, 'da')).toBe(
      'https://app.example/indikation/index.html#ct-head',
    );
  });

  test('nothing else is taken for one', () => {
    for (const fragment of ['', '#', '#CT', '#ct-head/syncope/gcs', '#ct-head/', '#a=b', '#../x'])
      expect(readByHandLink(fragment)).toBeNull();
    fc.assert(fc.property(fc.string(), (fragment) => void readByHandLink(fragment)));
  });
});
