import type { ImagingRules } from '../core/guideline/imaging-rules.ts';
import type { Within } from '../core/schema/vocabulary.ts';
import type { EarlierExamination } from '../fhir/imaging/history.ts';
import type { ImagingFinding, RelatedExamination } from '../fhir/imaging/overlap.ts';
import type { SafetyPrompt } from '../fhir/imaging/safety.ts';
import type { UnspecificReason } from '../fhir/imaging/unspecific-reason.ts';
import { howLongAgo } from './how-long-ago.ts';
import { imagingWords } from './imaging-words.ts';
import { type Language, textIn } from './language.ts';
import { asSentence, formatDate, formatList } from './notation.ts';
import { asPhrase } from './sentence.ts';
import { whyWords } from './why-words.ts';

/** When images were made or are to be, else when they were asked for; empty where neither is known. */
export function whenWords({ time, orderedOn, state }: EarlierExamination, language: Language): string {
  const text = time?.text ?? (state === 'ordered' ? orderedOn?.text : undefined);
  return text === undefined ? '' : formatDate(text, language);
}

/** The same with how long ago that is: `30. juni 2026 (for 5 måneder siden)`. `now` is an ISO date-time. */
function whenAndHowLongAgo(examination: EarlierExamination, language: Language, now: string): string {
  const { time, orderedOn, state } = examination;
  const ago = howLongAgo(time?.text ?? (state === 'ordered' ? (orderedOn?.text ?? '') : ''), now, language);
  return [whenWords(examination, language), ...(ago === '' ? [] : [`(${ago})`])].join(' ');
}

/**
 * A finding in short: `Samme undersøgelse er udført 3. juni 2026`.
 * @param now ISO date-time, where it is to say how long ago that is; what is kept, as a note is, does not
 */
export function findingHeadline({ relation, examination }: ImagingFinding, language: Language, now?: string): string {
  const words = imagingWords[language];
  const headline = relation === 'same-examination' ? words.same : words.overlapping;
  const when = now === undefined ? whenWords(examination, language) : whenAndHowLongAgo(examination, language, now);
  return headline[examination.state](when);
}

/** The weightiest finding in one line: when, how long ago, what, where, and how many others there are. `now` is an ISO date-time. */
export function lineWords(finding: ImagingFinding, others: number, language: Language, now: string): string {
  const { line, state: states } = imagingWords[language];
  const { display, place = '', state } = finding.examination;
  const when = [state === 'done' ? '' : states[state], whenAndHowLongAgo(finding.examination, language, now)];
  const what =
    finding.relation === 'same-examination'
      ? findingHeadline(finding, language, now)
      : line.mayAnswer(when.filter(Boolean).join(' '), display);
  return [[what, place].filter(Boolean).join(', '), ...(others > 0 ? [line.more(others)] : [])].join(' ');
}

/** The examination and where: `MR-skanning af columna lumbalis (UXME30), Prøvekøbing Røntgen`. */
export function examinationWords({ display, place }: EarlierExamination): string {
  return [display, place ?? ''].filter((part) => part !== '').join(', ');
}

/** What links the examination to the draft: `Begge er MR af lænderyg.`, `Begge omfatter hoved.` */
export function linkWords(
  { relation, regions }: RelatedExamination,
  order: string | null,
  rules: ImagingRules,
  language: Language,
): string {
  const words = imagingWords[language];
  const definition = order === null ? undefined : rules.examinations[order];
  if (relation === 'same-examination')
    return definition ? words.linkSame(asPhrase(textIn(definition.label, language))) : words.linkCode;
  const labels = regions.map((id) => {
    const region = rules.regions[id];
    return region ? textIn(region.label, language) : id;
  });
  return labels.length === 0 ? '' : words.linkRegions(formatList(labels, language));
}

/** Why a finding may not be so after all; empty where it is certain. */
export function doubtWords({ doubts }: ImagingFinding, language: Language): string {
  const known: Readonly<Record<string, string>> = whyWords[language].doubt;
  const said = doubts.map((doubt) => known[doubt] ?? doubt);
  return said.length === 0 ? '' : asSentence(`${imagingWords[language].perhaps}: ${formatList(said, language)}`);
}

/** A window as its length: `60 dage`, `12 måneder`, `5 år`. */
export function periodWords(within: Within, language: Language): string {
  const { period } = imagingWords[language];
  const parts = (['months', 'days', 'hours'] as const).flatMap((unit) => {
    const n = within[unit];
    return n === undefined ? [] : [period[unit](n)];
  });
  return formatList(parts, language);
}

/** A finding in one line, with what links it and what is in doubt: for whoever has no page to look at. */
export function findingSentence(
  finding: ImagingFinding,
  order: string | null,
  rules: ImagingRules,
  language: Language,
): string {
  const what = examinationWords(finding.examination);
  const headline = findingHeadline(finding, language);
  return [
    asSentence(what === '' ? headline : `${headline}: ${what}`),
    linkWords(finding, order, rules, language),
    doubtWords(finding, language),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A finding for the note on the order, in Danish. */
export function findingRemark(finding: ImagingFinding): string {
  const what = examinationWords(finding.examination);
  const headline = findingHeadline(finding, 'da');
  return asSentence(what === '' ? headline : `${headline}: ${what}`);
}

/** What the draft's reason lacks, and what it is good for, in one line. */
export function reasonSentence({ lack, now }: UnspecificReason, rules: ImagingRules, language: Language): string {
  const { reason } = imagingWords[language];
  const stands = now.length === 0 ? '' : ` (${now.join('; ')})`;
  const says = lack === 'unspecific' ? ` ${textIn(rules.reasons.unspecific.say, language)}` : '';
  return `${reason.lack[lack].replace(/\.$/, `${stands}.`)}${says}`;
}

/** A prompt in one line, with what the record says of it. */
export function promptSentence({ kind, say, references, unread }: SafetyPrompt, language: Language): string {
  const { safety, source } = imagingWords[language];
  const parts = [...new Set(unread.map((type) => source[type] ?? type))];
  const inRecord = references.map(({ display }) => display).filter((display) => display !== '');
  const speaks = kind !== 'implant' || references.length > 0;
  return [
    ...(speaks ? [textIn(say, language)] : []),
    ...(inRecord.length > 0 ? [asSentence(`${safety.inTheRecord}: ${inRecord.join('; ')}`)] : []),
    ...(parts.length > 0 ? [safety.unread(formatList(parts, language))] : []),
    ...(speaks ? [] : [safety.askForImplants]),
  ].join(' ');
}
