import type { ServiceRequest } from 'fhir/r4';
import { type Answer, isFactValue, wrongValue } from '../core/facts/answers.ts';
import type { Library } from '../core/guideline/library.ts';
import type { FactDefinition } from '../core/schema/vocabulary.ts';
import { entryOf } from '../fhir/element.ts';
import { isJsonObject, parseJson } from '../smart/json-object.ts';
import { type SessionView, usableSessionStorage } from '../smart/launch-storage.ts';
import type { Session } from '../smart/port.ts';
import type { FormOption } from './decision-form.ts';
import { KEPT } from './kept-key.ts';

/** Whose answers these are and about what: they are given back for exactly this and nothing else. */
export interface KeptCase {
  /** FHIR base URL. */
  readonly issuer: string;
  readonly patientId: string;
  /** Id of the draft. */
  readonly orderId: string;
  /** The examination and the reason as they stand on the draft, and the guidelines with their versions. */
  readonly about: string;
}

/** What was typed about the decision. */
export interface TypedDecision {
  readonly choice: FormOption | null;
  readonly reasonCode: string | null;
  readonly words: string;
}

/** Answers, and when the last of them was given. */
export interface Recalled {
  readonly answers: ReadonlyMap<string, Answer>;
  /** Null where nothing was typed. */
  readonly typed: TypedDecision | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What the record said, in words, to each that was answered otherwise. */
  readonly overruled?: ReadonlyMap<string, string>;
  /** Whether they stand on the order, rather than in this tab alone. */
  readonly isOnOrder?: boolean;
}

/** Answers that are not on the order yet, kept in this tab alone until it is closed. */
export interface KeptAnswers {
  /** False where they could not be kept. */
  keep(about: KeptCase, content: Recalled): boolean;
  /** What was kept of this very case; null where nothing was. Whatever is kept of any other is dropped. */
  recall(about: KeptCase, definitions: Readonly<Record<string, FactDefinition>>): Recalled | null;
  drop(about: KeptCase): void;
  dropAll(): void;
  /** Drops what is of another patient. */
  dropOthers(owner: Pick<Session, 'issuer' | 'patientId'>): void;
}

/** Answers given longer ago are asked again: the patient may have changed. In milliseconds. */
export const KEPT_FOR = 2 * 60 * 60 * 1000;
const KINDS: readonly unknown[] = ['accepted', 'cancelled', 'kept'];

/**
 * Opens what is kept in sessionStorage, which all frames of a tab share: everything in it stands under issuer, patient and
 * order. Null in a browser that keeps nothing for this frame.
 */
export function openKeptAnswers(view: SessionView, clock: () => number = Date.now): KeptAnswers | null {
  const storage = usableSessionStorage(view);
  if (storage === null) return null;
  const dropUnless = (isToStay: (key: string) => boolean): void => {
    for (const key of Object.keys(storage)) if (key.startsWith(KEPT) && !isToStay(key)) storage.removeItem(key);
  };
  return {
    keep(about, { answers, typed, at, overruled = new Map() }) {
      const content = { at, about: about.about, answers: [...answers], typed, overruled: [...overruled] };
      try {
        storage.setItem(keyOf(about), JSON.stringify(content));
        return true;
      } catch (error) {
        // QuotaExceededError: then they are in this page alone, and nobody is told otherwise.
        if (error instanceof DOMException) return false;
        throw error;
      }
    },
    recall(about, definitions) {
      const own = keyOf(about);
      const content = parseJson(storage.getItem(own) ?? '');
      const recalled =
        isJsonObject(content) && content.about === about.about ? readContent(content, definitions) : null;
      const isInTime = recalled !== null && recalled.at <= clock() && clock() - recalled.at < KEPT_FOR;
      dropUnless((key) => isInTime && key === own);
      return isInTime ? recalled : null;
    },
    drop: (about) => storage.removeItem(keyOf(about)),
    dropAll: () => dropUnless(() => false),
    dropOthers: ({ issuer, patientId }) => dropUnless((key) => key.startsWith(ownerKey(issuer, patientId))),
  };
}

/** The case of a draft; null where it has no id, since it is only being considered. */
export function keptCase(
  { issuer, patientId }: Pick<Session, 'issuer' | 'patientId'>,
  { id, code, reasonCode, reasonReference }: ServiceRequest,
  { guidelines }: Library,
  examination: string | null,
): KeptCase | null {
  if (id === undefined) return null;
  const speaking = guidelines
    .filter(({ document }) => examination !== null && document.appliesTo.orders.includes(examination))
    .map(({ document }) => `${document.id}@${document.version}`);
  const about = JSON.stringify([code, reasonCode, reasonReference, speaking.sort()]);
  return { issuer, patientId, orderId: id, about };
}

function ownerKey(issuer: string, patientId: string): string {
  return `${KEPT}${JSON.stringify([issuer, patientId])}`;
}

function keyOf({ issuer, patientId, orderId }: KeptCase): string {
  return `${ownerKey(issuer, patientId)}${orderId}`;
}

/** An answer that is none of its fact's values any more is left out: it is asked again. */
function readContent(
  { at, answers, typed, overruled }: Readonly<Record<string, unknown>>,
  definitions: Readonly<Record<string, FactDefinition>>,
): Recalled | null {
  if (typeof at !== 'number' || !Array.isArray(answers)) return null;
  const read = answers.flatMap((pair: unknown): [string, Answer][] => {
    const [id, answer]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    const definition = typeof id === 'string' ? entryOf(definitions, id) : undefined;
    if (typeof id !== 'string' || definition === undefined) return [];
    if (answer === 'not-known') return [[id, answer]];
    const value = isJsonObject(answer) ? answer.value : undefined;
    return isFactValue(value) && wrongValue(definition, value) === null ? [[id, { value }]] : [];
  });
  return { at, answers: new Map(read), typed: readTyped(typed), overruled: readOverruled(overruled) };
}

function readOverruled(pairs: unknown): ReadonlyMap<string, string> {
  const read = (Array.isArray(pairs) ? pairs : []).flatMap((pair: unknown): [string, string][] => {
    const [id, value]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return typeof id === 'string' && typeof value === 'string' ? [[id, value]] : [];
  });
  return new Map(read);
}

function readTyped(typed: unknown): TypedDecision | null {
  if (!isJsonObject(typed)) return null;
  const { choice, reasonCode, words } = typed;
  return {
    choice: isOption(choice) ? choice : null,
    reasonCode: typeof reasonCode === 'string' ? reasonCode : null,
    words: typeof words === 'string' ? words : '',
  };
}

function isOption(choice: unknown): choice is FormOption {
  if (!isJsonObject(choice)) return false;
  return KINDS.includes(choice.kind) || (choice.kind === 'changed' && typeof choice.to === 'string');
}
