import { describe, expect, test } from 'vitest';
import { type DraftStorage, fingerprint, readDraft, writeDraft } from '../../../src/workbench/draft.ts';
import { createTextDesk } from '../../../src/workbench/text-desk.ts';

function memory(kept: Record<string, string> = {}): DraftStorage {
  const map = new Map(Object.entries(kept));
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const FULL: DraftStorage = {
  getItem: () => null,
  setItem() {
    throw new Error('QuotaExceededError');
  },
  removeItem() {
    throw new Error('SecurityError');
  },
};

const FILES = {
  'back/guideline.json': 'shipped guideline',
  'back/vignettes.json': 'shipped vignettes',
  'head/guideline.json': 'another',
};

describe('a draft', () => {
  test('is read as it was written', () => {
    const storage = memory();
    const draft = { text: '{', sound: '{}', base: fingerprint('{ }') };
    expect(writeDraft(storage, 'back/guideline.json', draft)).toBe(true);
    expect(readDraft(storage, 'back/guideline.json')).toEqual(draft);
    expect(readDraft(storage, 'head/guideline.json')).toBeNull();
  });

  test('that is something else counts as none', () => {
    expect(readDraft(memory({ 'indikation-workbench/x': '{"text": 1}' }), 'x')).toBeNull();
    expect(readDraft(memory({ 'indikation-workbench/x': 'not JSON' }), 'x')).toBeNull();
  });

  test('that cannot be kept is reported', () => {
    expect(writeDraft(FULL, 'x', { text: '', sound: null, base: '' })).toBe(false);
  });
});

describe('the desk', () => {
  test('keeps what is typed, for each guideline and file by itself', () => {
    const storage = memory();
    const desk = createTextDesk(FILES, storage, 'back');
    desk.edit('typed guideline');
    desk.show('vignettes.json');
    desk.edit('typed vignettes');
    desk.choose('head');
    expect(desk.texts.value['guideline.json']).toBe('another');

    const afterReload = createTextDesk(FILES, storage, 'back');
    expect(afterReload.texts.value).toEqual({
      'guideline.json': 'typed guideline',
      'vignettes.json': 'typed vignettes',
    });
    expect(afterReload.edited.value).toEqual({ 'guideline.json': true, 'vignettes.json': true });
  });

  test('goes back to the shipped version of the shown file alone', () => {
    const storage = memory();
    const desk = createTextDesk(FILES, storage, 'back');
    desk.edit('typed guideline');
    desk.show('vignettes.json');
    desk.edit('typed vignettes');
    desk.backToShipped();
    expect(createTextDesk(FILES, storage, 'back').texts.value).toEqual({
      'guideline.json': 'typed guideline',
      'vignettes.json': 'shipped vignettes',
    });
  });

  test('has the last sound text at hand after a reload, while what was typed since is broken', () => {
    const storage = memory();
    const desk = createTextDesk(FILES, storage, 'back');
    desk.edit('better');
    desk.noteSound('guideline.json', 'better');
    desk.edit('better, but brok');
    expect(createTextDesk(FILES, storage, 'back').soundText('guideline.json')).toBe('better');
  });

  test('says when the shipped version has changed under a draft', () => {
    const storage = memory();
    createTextDesk(FILES, storage, 'back').edit('typed');
    expect(createTextDesk(FILES, storage, 'back').hasNewShipped.value).toBe(false);
    const released = { ...FILES, 'back/guideline.json': 'next version' };
    const desk = createTextDesk(released, storage, 'back');
    expect(desk.texts.value['guideline.json']).toBe('typed');
    expect(desk.hasNewShipped.value).toBe(true);
    desk.backToShipped();
    expect(desk.hasNewShipped.value).toBe(false);
  });

  test('says when the browser keeps nothing', () => {
    const desk = createTextDesk(FILES, FULL, 'back');
    desk.edit('typed');
    expect(desk.texts.value['guideline.json']).toBe('typed');
    expect(desk.isKept.value).toBe(false);
  });
});
