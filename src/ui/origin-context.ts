import { createContext } from 'preact';
import type { ResourceOrigin } from '../core/facts/origin.ts';

/** Finds the origin of a resource by its reference; null where there is no record to look in. */
export const OriginContext = createContext<((reference: string) => ResourceOrigin | null) | null>(null);
