import type { Language } from '../i18n/language.ts';

/** What a check by hand begins with. */
export interface ByHandStart {
  readonly order: string;
  /** Choice id of the fact `reason`; null where it is yet to be asked. */
  readonly reason: string | null;
}

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * The address on which a check by hand begins, to hand on: examination and reason, and never an answer. They stand in the
 * fragment, which no browser sends to a server, not even ours.
 * @param page the address of the page
 */
export function byHandLink(page: URL, { order, reason }: ByHandStart, language: Language): string {
  const link = new URL(page.pathname, page);
  if (language !== 'da') link.searchParams.set('lang', language);
  link.hash = reason === null ? order : `${order}/${reason}`;
  return link.href;
}

/** What a fragment says to begin with; null where it says nothing of the kind. Whether the ids lead anywhere is not looked at. */
export function readByHandLink(fragment: string): ByHandStart | null {
  const [order = '', reason, ...rest] = fragment.replace(/^#/, '').split('/');
  if (!ID.test(order) || rest.length > 0 || (reason !== undefined && !ID.test(reason))) return null;
  return { order, reason: reason ?? null };
}
