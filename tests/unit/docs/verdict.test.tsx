import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { RATINGS } from '../../../src/core/schema/rating.ts';
import { shapeOf } from '../../../src/docs/verdict.ts';
import { VerdictIcon } from '../../../src/ui/icon.tsx';

describe('the shape of a verdict', () => {
  test.each([...RATINGS, 'undetermined' as const])('%s is drawn on paper as in the app', (verdict) => {
    const drawn = renderToString(<VerdictIcon verdict={verdict} />).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    const plain = (markup: string): string =>
      markup.replace(/\s*\/>|><\/(path|circle|rect)>/g, '/>').replace(/\s+/g, ' ');
    expect(plain(drawn)).toBe(plain(shapeOf(verdict).markup));
  });
});
