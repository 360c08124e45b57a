import { expect, test } from 'vitest';
import { EXCHANGES, haveExchange, keptExchange, shapeOf } from './recorded-exchanges.ts';

test.each(Object.entries(EXCHANGES))(
  'the exchange kept as recorded/%s.json still comes out so',
  async (name, recording) => {
    expect(await shapeOf(await haveExchange(recording))).toEqual(await shapeOf(keptExchange(name)));
  },
);
