import type { Text } from '../schema/text.ts';
import { TEXT_FORMS } from '../schema/text-form.ts';

/** What a schema finds wrong in a rule file, and what to do about it, for a person who does not program. */

export const CHECK_SPELLING: Text = {
  da: 'Se efter stavemåden, eller fjern det.',
  en: 'Check the spelling, or remove it.',
};
export const RENAME: Text = {
  da: 'Vælg engelske ord med små bogstaver og bindestreg imellem.',
  en: 'Choose lower-case words joined by hyphens.',
};
export const EMPTY_LIST: Text = { da: 'Denne liste er tom.', en: 'This list is empty.' };
export const FILL: Text = {
  da: 'Skriv mindst ét medlem, eller fjern hele gruppen.',
  en: 'Write at least one member, or remove the whole group.',
};
export const BOTH_LANGUAGES: Text = {
  da: 'Skriv den både på dansk (da) og på engelsk (en).',
  en: 'Write it in both Danish (da) and English (en).',
};
export const WRITE_OUT: Text = { da: 'Skriv det helt ud.', en: 'Write it out in full.' };
export const INSIDE_RANGE: Text = { da: 'Skriv en værdi inden for grænserne.', en: 'Give a value inside the range.' };
export const GIVE_KIND: Text = { da: 'Skriv en værdi af den slags.', en: 'Give a value of that kind.' };
export const GIVE_FORM: Text = { da: 'Skriv den i den form.', en: 'Write it in that form.' };
export const GIVE_ALLOWED: Text = {
  da: 'Skriv en værdi, der er tilladt her.',
  en: 'Give a value that is allowed here.',
};
export const NO_OTHERWISE: Text = {
  da: 'Det sidste trin, "otherwise", mangler.',
  en: 'The last rung, "otherwise", is missing.',
};
export const OTHERWISE: Text = {
  da: 'Tilføj "otherwise": hvad der gælder, når intet af trinene gør; som et trin, men uden "when".',
  en: 'Add "otherwise": what holds when none of the rungs does; like a rung, but without "when".',
};
export const NO_FORM: Text = {
  da: 'Dette har ingen af de former, en betingelse kan have.',
  en: 'This has none of the forms a condition can have.',
};
const CONDITION = {
  da: '{"all": […]}, {"any": […]}, {"not": …}, {"condition": "<kriterium>"} eller {"fact": …, "operator": …, "value": …}',
  en: '{"all": […]}, {"any": […]}, {"not": …}, {"condition": "<criterion>"} or {"fact": …, "operator": …, "value": …}',
};
export const FORMS: Text = {
  da: `En betingelse er en af ${CONDITION.da}.`,
  en: `A condition is one of ${CONDITION.en}.`,
};

export function cannotBeName(key: string): Text {
  const { da, en } = TEXT_FORMS.id;
  return { da: `"${key}" kan ikke være et navn her: ${da}.`, en: `"${key}" cannot be a name here: ${en}.` };
}

export function lacksLanguage(key: string): Text {
  return { da: `Teksten mangler "${key}".`, en: `The text lacks "${key}".` };
}

export function isMissing(key: string): Text {
  return { da: `"${key}" mangler.`, en: `"${key}" is missing.` };
}

export function addKey(key: string, kind: Text): Text {
  return { da: `Tilføj "${key}" (${kind.da}).`, en: `Add "${key}" (${kind.en}).` };
}

export function tooShort(key: string): Text {
  return { da: `"${key}" er for kort.`, en: `"${key}" is too short.` };
}

/** A number or a list beyond its limit. */
export function beyond(key: string, side: 'small' | 'big', limit: number | bigint): Text {
  return side === 'small'
    ? { da: `"${key}" skal være mindst ${limit}.`, en: `"${key}" should be at least ${limit}.` }
    : { da: `"${key}" må højst være ${limit}.`, en: `"${key}" should be at most ${limit}.` };
}

/** A value of another kind; without a name it is the whole file. */
export function shouldBe(key: string, kind: Text): Text {
  if (key === '') return { da: `Filen skal være ${kind.da}.`, en: `The file should be ${kind.en}.` };
  return { da: `"${key}" skal være ${kind.da}.`, en: `"${key}" should be ${kind.en}.` };
}

/** A text of another form; `message` is the schema's own, in English. */
export function wrongForm(key: string, message: string): Text {
  const form = Object.values(TEXT_FORMS).find(({ en }) => en === message) ?? { da: message, en: message };
  return {
    da: `"${key}" har ikke den rigtige form: ${form.da}.`,
    en: `"${key}" does not have the right form: ${form.en}.`,
  };
}

/** The schema library's word for a kind of value, in words. */
export function kindOf(kind: string): Text {
  return KINDS[kind] ?? { da: kind, en: kind };
}

const OBJECT: Text = { da: 'et objekt i { }', en: 'an object in { }' };
const KINDS: Readonly<Record<string, Text>> = {
  string: { da: 'en tekst i anførselstegn', en: 'a text in quotes' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  boolean: { da: 'true eller false', en: 'true or false' },
  array: { da: 'en liste i [ ]', en: 'a list in [ ]' },
  null: { da: 'null', en: 'null' },
  object: OBJECT,
  record: OBJECT,
};

/** Several kinds, any of which will do. */
export function oneOf(kinds: readonly Text[]): Text {
  return { da: kinds.map(({ da }) => da).join(', eller '), en: kinds.map(({ en }) => en).join(', or ') };
}
