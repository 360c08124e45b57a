/** Where drafts are kept: the browser's localStorage. The author's own text only; there is no patient on this page. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** An author's unfinished work on one file. */
export interface Draft {
  readonly text: string;
  /** The last text that could be used, where `text` cannot; null where that is the shipped one. */
  readonly sound: string | null;
  /** Fingerprint of the shipped text the work began from. */
  readonly base: string;
}

/** The draft of that name; null where there is none, or what is kept is not a draft. */
export function readDraft(storage: DraftStorage, name: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(name)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    // Storage that is blocked, or holds something else: there is no draft. Writing reports that nothing is kept.
    return null;
  }
}

/** Keeps a draft. False where the browser keeps nothing (blocked or full): then the author must download. */
export function writeDraft(storage: DraftStorage, name: string, draft: Draft): boolean {
  try {
    storage.setItem(keyOf(name), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft. False where the browser does not let us. */
export function forgetDraft(storage: DraftStorage, name: string): boolean {
  try {
    storage.removeItem(keyOf(name));
    return true;
  } catch {
    return false;
  }
}

/** Tells two versions of a text apart: its length and a 32-bit FNV-1a hash. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return `${text.length}-${hash.toString(16)}`;
}

function keyOf(name: string): string {
  return `indikation-workbench/${name}`;
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  if (!('text' in kept) || !('sound' in kept) || !('base' in kept)) return false;
  return (
    typeof kept.text === 'string' &&
    (kept.sound === null || typeof kept.sound === 'string') &&
    typeof kept.base === 'string'
  );
}
