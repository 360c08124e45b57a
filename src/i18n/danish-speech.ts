import { da } from './da.ts';
import type { Speech } from './sentence.ts';

/** What is written for the record and for other departments is Danish, whatever language the page speaks. */
export const DANISH: Speech = { words: da, language: 'da' };
