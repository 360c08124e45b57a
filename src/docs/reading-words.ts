import type { OrderDefinition, Reading, Within } from '../core/schema/vocabulary.ts';
import type { Language } from '../i18n/language.ts';

type Of<Reader extends Reading['reader']> = Extract<Reading, { reader: Reader }>;

/** The words that sentences about readings are made of. */
export interface ReadingWords {
  readonly age: string;
  readonly condition: Readonly<Record<Of<'condition'>['state'], string>>;
  readonly orReason: string;
  readonly observation: Readonly<Record<Of<'observation'>['pick'], string>>;
  readonly number: string;
  readonly time: string;
  since(fact: string): string;
  readonly unlessLater: string;
  readonly medication: string;
  readonly procedure: string;
  imaging(like: string): string;
  answersTo(modality: string, by: string): string;
  readonly orderReason: string;
  readonly firstCondition: string;
  derived(fact: string): string;
  readonly codeList: string;
  from(amount: string): string;
  below(amount: string): string;
  within(period: string): string;
  startedAgo(period: string): string;
  gives(value: string): string;
  suggests(value: string): string;
  readonly period: Readonly<Record<keyof Within, (n: number) => string>>;
  readonly modality: Readonly<Record<OrderDefinition['modality'], string>>;
}

const da: ReadingWords = {
  age: 'hele år fra fødselsdatoen',
  condition: { active: 'aktuel diagnose', 'active-or-past': 'aktuel eller tidligere diagnose' },
  orReason: 'henvisningens egen indikation tæller også',
  observation: { latest: 'seneste måling eller prøvesvar', any: 'en hvilken som helst måling eller prøvesvar' },
  number: 'tallet i seneste måling eller prøvesvar',
  time: 'tidspunktet for seneste måling eller prøvesvar',
  since: (fact) => `regnet fra: ${fact}`,
  unlessLater: 'medmindre det senere er ophævet',
  medication: 'medicin, patienten får nu',
  procedure: 'udført operation eller procedure',
  imaging: (like) => `tidligere undersøgelse af samme område (${like})`,
  answersTo: (modality, by) => `${modality} kan besvares af ${by}`,
  orderReason: 'henvisningens egen indikation',
  firstCondition: 'tiden siden den første diagnose',
  derived: (fact) => `følger af ${fact}`,
  codeList: 'kodeliste',
  from: (amount) => `mindst ${amount}`,
  below: (amount) => `under ${amount}`,
  within: (period) => `inden for de seneste ${period}`,
  startedAgo: (period) => `begyndt for mindst ${period} siden`,
  gives: (value) => `giver svaret »${value}«`,
  suggests: (value) => `taler for »${value}«`,
  period: {
    hours: (n) => (n === 1 ? 'time' : 'timer'),
    days: (n) => (n === 1 ? 'dag' : 'dage'),
    months: (n) => (n === 1 ? 'måned' : 'måneder'),
  },
  modality: {
    CT: 'CT',
    MR: 'MR',
    'X-ray': 'røntgen',
    ultrasound: 'ultralyd',
    'PET-CT': 'PET-CT',
    'SPECT-CT': 'SPECT-CT',
    DXA: 'DXA',
    angiography: 'angiografi',
  },
};

const en: ReadingWords = {
  age: 'whole years from the date of birth',
  condition: { active: 'present diagnosis', 'active-or-past': 'present or past diagnosis' },
  orReason: 'the order’s own reason counts too',
  observation: { latest: 'latest measurement or test result', any: 'any measurement or test result' },
  number: 'the number in the latest measurement or test result',
  time: 'the time of the latest measurement or test result',
  since: (fact) => `counted from: ${fact}`,
  unlessLater: 'unless undone later',
  medication: 'medicine the patient is on now',
  procedure: 'operation or procedure carried out',
  imaging: (like) => `earlier examination of the same region (${like})`,
  answersTo: (modality, by) => `${modality} can be answered by ${by}`,
  orderReason: 'the order’s own reason',
  firstCondition: 'the time since the first diagnosis',
  derived: (fact) => `follows from ${fact}`,
  codeList: 'code list',
  from: (amount) => `at least ${amount}`,
  below: (amount) => `below ${amount}`,
  within: (period) => `within the last ${period}`,
  startedAgo: (period) => `started at least ${period} ago`,
  gives: (value) => `gives the answer “${value}”`,
  suggests: (value) => `speaks for “${value}”`,
  period: {
    hours: (n) => (n === 1 ? 'hour' : 'hours'),
    days: (n) => (n === 1 ? 'day' : 'days'),
    months: (n) => (n === 1 ? 'month' : 'months'),
  },
  modality: {
    CT: 'CT',
    MR: 'MRI',
    'X-ray': 'X-ray',
    ultrasound: 'ultrasound',
    'PET-CT': 'PET-CT',
    'SPECT-CT': 'SPECT-CT',
    DXA: 'DXA',
    angiography: 'angiography',
  },
};

export const readingWords: Readonly<Record<Language, ReadingWords>> = { da, en };
