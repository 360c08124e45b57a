import type { fhirclient } from 'fhirclient/lib/types';
import { isJsonObject, parseJson } from './json-object.ts';

/** Where a tab keeps what is its own. */
export interface SessionView {
  readonly sessionStorage: Storage;
}

/** What of a window a launch is kept in. */
export interface LaunchWindow extends SessionView {
  name: string;
}

/** Set off from whatever else the origin keeps. */
const prefix = 'indikation.launch.';
/** A launch that nobody finished is forgotten after an hour, in milliseconds. */
const unfinishedLife = 3_600_000;

/**
 * Where fhirclient keeps a launch between launch.html and index.html: in sessionStorage, each launch under its own
 * unguessable key; where a browser forbids that (a frame of another site with third-party storage blocked), in
 * `window.name`, which survives the redirects inside one frame.
 *
 * Every page the frame visits can read `window.name`: it never holds a token, which then lives in this page's memory
 * alone, so that a reload asks for a new launch. The PKCE verifier is kept no longer than it is needed. Nothing is ever
 * kept in localStorage.
 */
export function openLaunchStorage(view: LaunchWindow, now: () => number = Date.now): fhirclient.Storage {
  const session = usableSessionStorage(view);
  return session === null ? keepInName(view) : keepInSession(session, now);
}

/** Reading the property already throws where storage is blocked. Null then. */
export function usableSessionStorage(view: SessionView): Storage | null {
  try {
    const storage = view.sessionStorage;
    storage.setItem(`${prefix}probe`, '');
    storage.removeItem(`${prefix}probe`);
    return storage;
  } catch (error) {
    // SecurityError where it is blocked, QuotaExceededError where it may not hold anything.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function keepInSession(storage: Storage, now: () => number): fhirclient.Storage {
  return {
    async get(key) {
      const entry = parseJson(storage.getItem(prefix + key) ?? '');
      return isJsonObject(entry) ? entry.launch : null;
    },
    async set(key, launch) {
      forgetOld(storage, now());
      storage.setItem(
        prefix + key,
        JSON.stringify({ at: now(), launch: isFinished(launch) ? withoutVerifier(launch) : launch }),
      );
      return launch;
    },
    async unset(key) {
      const existed = storage.getItem(prefix + key) !== null;
      storage.removeItem(prefix + key);
      return existed;
    },
  };
}

function keepInName(view: LaunchWindow): fhirclient.Storage {
  const finished = new Map<string, unknown>();
  const kept = (): Readonly<Record<string, unknown>> | null => {
    const content = parseJson(view.name);
    return isJsonObject(content) && typeof content.launchKey === 'string' ? content : null;
  };
  /** Gives the frame back the name by which the EHR knows it. */
  const restore = (): void => {
    const frameName = kept()?.frameName;
    if (typeof frameName === 'string') view.name = frameName;
  };
  return {
    async get(key) {
      if (finished.has(key)) return finished.get(key);
      const content = kept();
      // Whoever wrote a token there, it was not this app.
      return content?.launchKey === key && !isFinished(content.launch) ? content.launch : null;
    },
    async set(key, launch) {
      if (isFinished(launch)) {
        finished.set(key, withoutVerifier(launch));
        restore();
      } else {
        const frameName = kept()?.frameName ?? view.name;
        view.name = JSON.stringify({ launchKey: key, frameName, launch });
      }
      return launch;
    },
    async unset(key) {
      const existed = finished.delete(key) || kept()?.launchKey === key;
      if (kept()?.launchKey === key) restore();
      return existed;
    },
  };
}

/** Whether a launch has its token. */
function isFinished(launch: unknown): boolean {
  const response = isJsonObject(launch) ? launch.tokenResponse : undefined;
  return isJsonObject(response) && response.access_token !== undefined;
}

function withoutVerifier(launch: unknown): unknown {
  if (!isJsonObject(launch)) return launch;
  const { codeVerifier: _verifier, codeChallenge: _challenge, ...rest } = launch;
  return rest;
}

/** Forgets launches whose token has expired, and those that were never finished. */
function forgetOld(storage: Storage, now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (!key?.startsWith(prefix)) continue;
    const entry = parseJson(storage.getItem(key) ?? '');
    if (!isJsonObject(entry) || typeof entry.at !== 'number' || !isJsonObject(entry.launch)) continue;
    const { expiresAt } = entry.launch;
    const end = typeof expiresAt === 'number' ? expiresAt * 1000 : entry.at + unfinishedLife;
    if (end < now) storage.removeItem(key);
  }
}
