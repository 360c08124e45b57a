import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feedback } from '../../../src/cds-hooks/feedback.ts';
import type { FeedbackStore, GivenCard } from '../../../src/cds-hooks/feedback-store.ts';
import { openSqliteStore } from '../../../src/cds-hooks/sqlite-store.ts';

const feedback: Feedback = {
  card: 'c1',
  outcome: 'overridden',
  suggestions: [],
  reason: { code: 'patient-refuses' },
  hasComment: true,
  at: '2026-11-01T09:00:00Z',
};
const card: GivenCard = {
  card: 'c1',
  hook: 'order-sign',
  order: 'mr-lumbar-spine',
  verdict: 'not-appropriate',
  urgency: null,
  guidance: ['low-back-pain-imaging@0.1.0/no-red-flags'],
  suggestions: { s1: 'delete' },
  at: '2026-11-01T08:59:00.000Z',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feedback-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'deep', 'feedback.sqlite');

async function linesOf(store: FeedbackStore, since?: string): Promise<unknown[]> {
  const lines: unknown[] = [];
  for await (const line of store.export(since)) lines.push(line);
  return lines;
}

describe('feedback in a file', () => {
  test('is there when the file is opened again, with what the card was about', async () => {
    const store = openSqliteStore(file());
    store.addCards([card]);
    await store.add([feedback], '2026-11-01T09:00:01.000Z');
    await store.close();
    const again = openSqliteStore(file());
    expect(await linesOf(again)).toEqual([
      { kind: 'card', ...card },
      { kind: 'feedback', receivedAt: '2026-11-01T09:00:01.000Z', ...feedback },
    ]);
    await again.close();
  });

  test('stands in the file when it is acknowledged, for whoever else opens it', async () => {
    const store = openSqliteStore(file());
    await store.add([feedback], '2026-11-01T09:00:01.000Z');
    const reader = new Database(file());
    expect(reader.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(reader.prepare('SELECT count(*) AS lines FROM feedback').get()).toMatchObject({ lines: 1 });
    reader.close();
    await store.close();
  });

  test('many at once are all kept or none', async () => {
    const store = openSqliteStore(file());
    const unwritable = {
      ...feedback,
      toJSON: () => {
        throw new Error('cannot be written');
      },
    };
    await expect(store.add([feedback, unwritable], '2026-11-01T09:00:01.000Z')).rejects.toThrow();
    expect(await linesOf(store)).toEqual([]);
    await store.close();
  });

  test('is never changed afterwards', async () => {
    const store = openSqliteStore(file());
    store.addCards([card]);
    await store.add([feedback], '2026-11-01T09:00:01.000Z');
    await linesOf(store);
    const writer = new Database(file());
    for (const table of ['feedback', 'card'])
      expect(() => writer.exec(`UPDATE ${table} SET content = '{}'`)).toThrow('append only');
    writer.close();
    await store.close();
  });

  test('goes when it is old enough, to the millisecond', async () => {
    const store = openSqliteStore(file());
    store.addCards([card]);
    await store.add([feedback], '2026-11-01T09:00:01.000Z');
    await linesOf(store);
    expect(await store.removeBefore('2026-11-01T08:59:00.000Z')).toBe(0);
    expect(await store.removeBefore('2026-11-01T09:00:01.000Z')).toBe(1);
    expect(await store.removeBefore('2026-11-01T09:00:01.001Z')).toBe(1);
    expect(await linesOf(store)).toEqual([]);
    await store.close();
  });

  test('is exported from a day on, however many there are, in order', async () => {
    const store = openSqliteStore(file());
    const many = Array.from({ length: 1203 }, (_, at): Feedback => ({ ...feedback, card: `c${at}` }));
    await store.add(many, '2026-11-01T09:00:01.000Z');
    await store.add([{ ...feedback, card: 'late' }], '2026-11-02T09:00:01.000Z');
    expect(await linesOf(store)).toHaveLength(1204);
    expect(await linesOf(store, '2026-11-02')).toMatchObject([{ card: 'late' }]);
    await store.close();
  });

  test('has every card that was given out, soon, also those of a moment when somebody else held the file', async () => {
    const store = openSqliteStore(file());
    const other = new Database(file());
    const written = () => other.prepare('SELECT count(*) AS cards FROM card').get();
    other.exec('BEGIN IMMEDIATE');
    store.addCards(Array.from({ length: 120 }, (_, at) => ({ ...card, card: `held ${at}` })));
    await sleep(250);
    expect(written()).toMatchObject({ cards: 0 });
    other.exec('ROLLBACK');
    await expect.poll(written).toMatchObject({ cards: 120 });
    other.close();
    await store.close();
  });

  test('tells whether it can be written to', async () => {
    const store = openSqliteStore(file());
    expect(await store.check()).toBe(true);
    await store.close();
    expect(await store.check()).toBe(false);
  });

  test.each<[string, () => string]>([
    ['a file that is no database', () => join(folder, 'notes.txt')],
    ['a folder', () => folder],
    ['a file in a file', () => join(folder, 'notes.txt', 'feedback.sqlite')],
    ['a place where nobody can make a folder', () => '/proc/feedback/feedback.sqlite'],
    ['a device', () => '/dev/null'],
  ])('%s stops the start at once, with what to do', (_, place) => {
    writeFileSync(join(folder, 'notes.txt'), 'These are notes, and no database at all. '.repeat(100));
    expect(() => openSqliteStore(place())).toThrow(`Feedback cannot be stored in ${place()} (`);
    expect(() => openSqliteStore(place())).toThrow(/"feedback.file"/);
  });
});
