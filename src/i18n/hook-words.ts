import { daHook } from './da-hook.ts';
import { enHook } from './en-hook.ts';
import type { Language } from './language.ts';

/** Words of the CDS Hooks service. */
export type HookWords = typeof daHook;

export const hookWords: Readonly<Record<Language, HookWords>> = { da: daHook, en: enHook };
