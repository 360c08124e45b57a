import { beforeEach, describe, expect, test } from 'vitest';
import { type LaunchWindow, openLaunchStorage } from '../../../src/smart/launch-storage.ts';
import { memoryStorage } from '../memory-storage.ts';

const started = {
  key: 'k1',
  serverUrl: 'https://ehr.example/fhir',
  codeVerifier: 'a-verifier',
  codeChallenge: 'a-challenge',
  tokenResponse: {},
};
const finished = { ...started, expiresAt: 2_000, tokenResponse: { access_token: 'a-token', patient: 'p1' } };
const { codeVerifier: _verifier, codeChallenge: _challenge, ...kept } = finished;

describe('a launch in sessionStorage', () => {
  let sessionStorage: Storage;
  let now: number;
  const open = () => openLaunchStorage({ name: 'ehr-frame', sessionStorage }, () => now);
  const content = () =>
    JSON.stringify(
      Array.from({ length: sessionStorage.length }, (_, index) =>
        sessionStorage.getItem(sessionStorage.key(index) ?? ''),
      ),
    );

  beforeEach(() => {
    sessionStorage = memoryStorage();
    now = 1_000_000;
  });

  test('is found again by its own key, after a redirect and after a reload', async () => {
    await open().set('k1', started);
    expect(await open().get('k1')).toEqual(started);
    await open().set('k1', finished);
    expect(await open().get('k1')).toEqual(kept);
  });

  test('is not found by any other key', async () => {
    await open().set('k1', finished);
    expect(await open().get('k2')).toBeNull();
    expect(await open().get('')).toBeNull();
    expect(await open().get('SMART_KEY')).toBeNull();
  });

  test('two launches in one tab keep apart', async () => {
    const other = { ...started, key: 'k2' };
    await open().set('k1', finished);
    await open().set('k2', other);
    expect(await open().get('k1')).toEqual(kept);
    expect(await open().get('k2')).toEqual(other);
  });

  test('keeps the verifier no longer than until the token is there', async () => {
    await open().set('k1', started);
    expect(content()).toContain('a-verifier');
    await open().set('k1', finished);
    expect(content()).not.toContain('a-verifier');
    expect(content()).not.toContain('a-challenge');
  });

  test('that came to nothing is forgotten', async () => {
    await open().set('k1', started);
    expect(await open().unset('k1')).toBe(true);
    expect(await open().get('k1')).toBeNull();
    expect(await open().unset('k1')).toBe(false);
  });

  test('whose token has expired is forgotten by the next one, and one that is alive is not', async () => {
    await open().set('k1', finished);
    await open().set('k2', { ...finished, expiresAt: 9_000 });
    now = 2_000_001;
    await open().set('k3', started);
    expect(content()).not.toContain('"expiresAt":2000');
    expect(await open().get('k2')).toMatchObject({ expiresAt: 9_000 });
  });

  test('that nobody finished is forgotten after an hour', async () => {
    await open().set('k1', started);
    now += 3_599_999;
    await open().set('k2', started);
    expect(await open().get('k1')).not.toBeNull();
    now += 2;
    await open().set('k3', started);
    expect(await open().get('k1')).toBeNull();
  });

  test('leaves what others keep there alone, and reads none of it', async () => {
    sessionStorage.setItem('other', 'text');
    sessionStorage.setItem('indikation.launch.k1', 'no JSON');
    await open().set('k2', started);
    expect(sessionStorage.getItem('other')).toBe('text');
    expect(await open().get('k1')).toBeNull();
  });
});

describe('a launch where storage is blocked', () => {
  /** As Chromium does in a frame of another site with third-party storage blocked. */
  function blockedWindow(name: string): LaunchWindow {
    return {
      name,
      get sessionStorage(): Storage {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    };
  }

  test('is kept in the name of the frame, which survives a redirect', async () => {
    const frame = blockedWindow('ehr-frame');
    await openLaunchStorage(frame).set('k1', started);
    expect(await openLaunchStorage(blockedWindow(frame.name)).get('k1')).toEqual(started);
    expect(await openLaunchStorage(blockedWindow(frame.name)).get('k2')).toBeNull();
  });

  test('the token is kept in memory alone, and the frame gets its name back', async () => {
    const frame = blockedWindow('ehr-frame');
    const storage = openLaunchStorage(frame);
    await storage.set('k1', started);
    await storage.set('k1', { ...started, codeChallenge: 'the second write of one launch' });
    await storage.set('k1', finished);
    expect(frame.name).toBe('ehr-frame');
    expect(await storage.get('k1')).toEqual(kept);
    // A reload: the same frame, a new page.
    expect(await openLaunchStorage(frame).get('k1')).toBeNull();
  });

  test('a token that stands in the name was put there by somebody else, and is not used', async () => {
    const frame = blockedWindow(JSON.stringify({ launchKey: 'k1', frameName: '', launch: finished }));
    expect(await openLaunchStorage(frame).get('k1')).toBeNull();
  });

  test('that came to nothing is forgotten', async () => {
    const frame = blockedWindow('ehr-frame');
    const storage = openLaunchStorage(frame);
    await storage.set('k1', started);
    expect(await storage.unset('k2')).toBe(false);
    expect(await storage.unset('k1')).toBe(true);
    expect(frame.name).toBe('ehr-frame');
    expect(await storage.get('k1')).toBeNull();
  });

  test('a new launch in the frame takes the place of one that nobody finished', async () => {
    const frame = blockedWindow('ehr-frame');
    await openLaunchStorage(frame).set('k1', started);
    const storage = openLaunchStorage(frame);
    await storage.set('k2', { ...started, key: 'k2' });
    expect(await storage.get('k1')).toBeNull();
    await storage.set('k2', { ...finished, key: 'k2' });
    expect(frame.name).toBe('ehr-frame');
  });

  test('a full storage is as good as a blocked one', async () => {
    const full: Storage = {
      ...memoryStorage(),
      setItem: () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      },
    };
    const frame = { name: '', sessionStorage: full };
    await openLaunchStorage(frame).set('k1', started);
    expect(frame.name).toContain('k1');
  });
});
