import '../unit/smart/browser-stand-in.ts';
import { getTargetWindow } from 'fhirclient/lib/lib.js';
import { describe, expect, test } from 'vitest';

describe('fhirclient as the page has it', () => {
  test('is the one with parts left out: who opens a window of its own hears of it', () => {
    expect(() => getTargetWindow('popup')).toThrow('left out of the page');
  });
});
