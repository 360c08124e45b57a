import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'libsql';
import { isElement, textAt } from '../fhir/element.ts';
import type { Feedback } from './feedback.ts';
import type { ExportLine, FeedbackStore, GivenCard } from './feedback-store.ts';
import { HOOKS } from './hook-request.ts';

/** How long given cards wait to be written together, in milliseconds. */
const GATHER_MS = 100;
/** Cards written at once: calls wait meanwhile, about a millisecond. */
const MOST_AT_ONCE = 50;
/** Cards that wait while nothing can be written; more are dropped, oldest first: they only say what feedback is about. */
const MOST_WAITING = 10_000;
const PAGE = 500;

/** Nothing is ever changed, and what was stored is told from what was removed by age. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS card (
  uuid TEXT PRIMARY KEY, at TEXT NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS card_at ON card (at);
CREATE TABLE IF NOT EXISTS feedback (
  id INTEGER PRIMARY KEY AUTOINCREMENT, received_at TEXT NOT NULL, card TEXT NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS feedback_received ON feedback (received_at);
CREATE TRIGGER IF NOT EXISTS card_stays BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER IF NOT EXISTS feedback_stays BEFORE UPDATE ON feedback BEGIN SELECT RAISE(ABORT, 'append only'); END;
`;

/** A commit has reached the disk before it is acknowledged, and waits for others who use the file. */
const DURABLE = 'PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000;';
/** Nobody is told that it was written: neither the disk nor others are waited for. The next durable commit takes it along. */
const UNHURRIED = 'PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 0;';

/**
 * Feedback in an SQLite file with a write-ahead log, in which a commit of feedback is durable. Throws, with what to do, where the file
 * cannot be opened and written, or is no database.
 */
export function openSqliteStore(file: string): FeedbackStore {
  const database = openDatabase(file);
  const insertFeedback = database.prepare('INSERT INTO feedback (received_at, card, content) VALUES (?, ?, ?)');
  const insertCard = database.prepare('INSERT OR IGNORE INTO card (uuid, at, content) VALUES (?, ?, ?)');
  const addAll = database.transaction((feedback: readonly Feedback[], receivedAt: string) => {
    for (const one of feedback) insertFeedback.run(receivedAt, one.card, JSON.stringify(one));
  });
  const addCards = database.transaction((cards: readonly GivenCard[]) => {
    for (const card of cards) insertCard.run(card.card, card.at, JSON.stringify(card));
  });
  let waiting: GivenCard[] = [];
  let timer: NodeJS.Timeout | undefined;

  /** Whether they could be written. */
  function flush(most = waiting.length): boolean {
    const cards = waiting.splice(0, most);
    database.exec(UNHURRIED);
    try {
      addCards(cards);
      return true;
    } catch {
      // The disk is full or the file is locked: `check` tells it at /health, and these wait for the next time.
      waiting = [...cards, ...waiting].slice(-MOST_WAITING);
      return false;
    } finally {
      database.exec(DURABLE);
    }
  }

  function gather(forMs: number): void {
    if (timer !== undefined || waiting.length === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      const isBehind = flush(MOST_AT_ONCE) && waiting.length > MOST_AT_ONCE;
      gather(isBehind ? 0 : GATHER_MS);
    }, forMs).unref();
  }

  return {
    async add(feedback, receivedAt) {
      addAll(feedback, receivedAt);
    },
    addCards(cards) {
      waiting.push(...cards);
      gather(GATHER_MS);
    },
    async *export(since = '') {
      if (waiting.length > 0) flush();
      yield* pages(
        database,
        'SELECT rowid AS row, content FROM card WHERE at >= ? AND rowid > ? ORDER BY rowid LIMIT ?',
        since,
        cardLine,
      );
      yield* pages(
        database,
        'SELECT id AS row, received_at, content FROM feedback WHERE received_at >= ? AND id > ? ORDER BY id LIMIT ?',
        since,
        feedbackLine,
      );
    },
    async removeBefore(before) {
      const cards = database.prepare('DELETE FROM card WHERE at < ?').run(before);
      const feedback = database.prepare('DELETE FROM feedback WHERE received_at < ?').run(before);
      return cards.changes + feedback.changes;
    },
    async check() {
      try {
        database.exec('BEGIN IMMEDIATE; ROLLBACK;');
        return true;
      } catch {
        // Locked, full or gone: that is the answer.
        return false;
      }
    },
    async close() {
      if (timer !== undefined) clearTimeout(timer);
      if (waiting.length > 0) flush();
      database.close();
    },
  };
}

/** Opened, with its tables, and tried: what cannot be written is found out before anybody is told that feedback is kept. */
function openDatabase(file: string): Database.Database {
  try {
    if (file !== ':memory:') makeFolder(dirname(resolve(file)));
    const database = new Database(file);
    database.exec(`PRAGMA journal_mode = WAL; ${DURABLE}`);
    database.exec(SCHEMA);
    database.exec('BEGIN IMMEDIATE; ROLLBACK;');
    return database;
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Feedback cannot be stored in ${file} (${cause}). Name in "feedback.file" a file that the service may write.`,
    );
  }
}

/** Folder by folder: where the system lets nobody make one, as under /proc, Node's own `recursive` tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

async function* pages(
  database: Database.Database,
  query: string,
  since: string,
  lineOf: (row: unknown, content: unknown) => ExportLine | null,
): AsyncIterable<ExportLine> {
  const statement = database.prepare(query);
  for (let last = 0; ; ) {
    const rows: readonly unknown[] = statement.all(since, last, PAGE);
    for (const row of rows) {
      const line = lineOf(row, JSON.parse(textAt(row, 'content') ?? 'null'));
      if (line !== null) yield line;
      if (isElement(row) && typeof row.row === 'number') last = row.row;
    }
    if (rows.length < PAGE) return;
  }
}

function cardLine(_row: unknown, content: unknown): ExportLine | null {
  return isGivenCard(content) ? { kind: 'card', ...content } : null;
}

function feedbackLine(row: unknown, content: unknown): ExportLine | null {
  const receivedAt = textAt(row, 'received_at');
  return receivedAt !== undefined && isFeedback(content) ? { kind: 'feedback', receivedAt, ...content } : null;
}

/** Only this file writes these, so their shape needs no more than recognising. */
function isGivenCard(content: unknown): content is GivenCard {
  return isElement(content) && typeof content.card === 'string' && HOOKS.some((hook) => hook === content.hook);
}

function isFeedback(content: unknown): content is Feedback {
  return isElement(content) && typeof content.card === 'string' && typeof content.outcome === 'string';
}
