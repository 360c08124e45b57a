import type { Assessment, FactLine } from '../core/decision/guidance.ts';
import { whomToCall } from '../core/decision/whom-to-call.ts';
import { isRuledOut } from '../core/facts/ruled-out.ts';
import type { Guideline } from '../core/schema/guideline.ts';
import { EMERGENCY_NUMBER } from '../core/schema/role.ts';
import type { Text } from '../core/schema/text.ts';
import { toldOnce } from '../fhir/imaging/told-once.ts';
import { da } from '../i18n/da.ts';
import { en } from '../i18n/en.ts';
import { factSentence } from '../i18n/fact-sentence.ts';
import { type HookWords, hookWords } from '../i18n/hook-words.ts';
import { asSentence, formatList } from '../i18n/notation.ts';
import { roleWords } from '../i18n/role-words.ts';
import { asPhrase, gapSentences, type Speech, versionWords } from '../i18n/sentence.ts';
import { sourceWords } from '../i18n/source-sentence.ts';
import { whyWords } from '../i18n/why-words.ts';
import { callList } from '../smart/site-telephones.ts';
import { besideGuidance } from './beside-guidance.ts';
import type { DraftAssessment } from './draft-assessment.ts';
import { bold, bullets, link, paragraphs, plain } from './markdown.ts';
import { askedParts } from './open-questions.ts';
import type { CardGround, Speaking } from './speaking.ts';

/** Sources that a card names; the guideline's page has them all. */
const MOST_SOURCES = 4;

/** The app's words in one language. */
export function wordsIn(language: CardGround['language']): Speech['words'] {
  return { da, en }[language];
}

/** The address of a guideline's page beside the app. */
export function guidelineUrl({ appUrl, language }: CardGround, guideline: string): string {
  return `${appUrl}/guidelines/${guideline}.${language}.html`;
}

/**
 * The detail of a card in GitHub Flavored Markdown: what the recommendation says and what to do, what decided it with
 * value and source, what can still change it, other examinations, sources, and what was not read.
 */
export function cardDetail(ground: CardGround, draft: DraftAssessment, speaking: readonly Speaking[]): string {
  const { language, library } = ground;
  const { assessment, context } = draft;
  const speech: Speech = { words: wordsIn(language), language, later: whyWords[language] };
  const words = hookWords[language];
  const said = (text: Text): string => plain(text[language]);
  const own = speaking.filter(({ rung }) => rung !== null);
  return paragraphs([
    telephone(ground, speech, assessment),
    ...own.flatMap(({ rung }) => (rung === null ? [] : [said(rung.say), bullets(rung.do.map(said))])),
    decisive(ground, speech, words, draft),
    besideGuidance(ground, draft),
    askedParts(ground, draft, speech),
    alternatives(ground, speech, words, assessment),
    ...own.flatMap(({ rung, document }) => disagreement(rung, document, said, speech)),
    ...speaking.map((one) => source(ground, speech, words, one)),
    ...assessment.outOfService.map(({ id }) =>
      plain(speech.words.outOfService(titleOf(library.guidelines, id, language))),
    ),
    bullets(gapSentences(speech, context.gaps).map(plain)),
  ]);
}

/** That it is settled by telephone, and the site's numbers for whom the recommendation says to call. */
function telephone({ library, telephones, language }: CardGround, { words }: Speech, assessment: Assessment): string {
  const { urgency } = assessment;
  if (urgency !== 'emergency' && urgency !== 'same-day') return '';
  const { title, text } = words.telephone[urgency];
  const called = whomToCall(
    assessment,
    library.guidelines.map(({ document }) => document),
  );
  const numbers = callList(called, telephones).dial.flatMap(({ called: one, number }) =>
    one === EMERGENCY_NUMBER ? [] : [plain(`${roleWords[language][one]}: ${number.telephone}`)],
  );
  return paragraphs([`${bold(`${title}.`)} ${text}`, bullets(numbers)]);
}

/** What the answer rests on: what is present each on its line with its source, what is ruled out in one. */
function decisive(
  { library, language }: CardGround,
  speech: Speech,
  words: HookWords,
  { assessment: { guidance }, context }: DraftAssessment,
): string {
  const { facts } = library.vocabulary;
  const labelOf = (id: string): string => facts[id]?.label[language] ?? id;
  const lines = guidance.flatMap(({ justification }) => justification.facts.filter((line) => line.decisive));
  const once = lines.filter((line, at) => lines.findIndex(({ id }) => id === line.id) === at);
  const isNegative = ({ id, fact }: FactLine) => isRuledOut(facts[id], fact);
  const present = once
    .filter((line) => !isNegative(line))
    .flatMap(({ id, fact }) => {
      const definition = facts[id];
      return definition
        ? [
            `${plain(factSentence(speech, definition, fact))} (${plain(sourceWords(speech, toldOnce(fact, context), labelOf))})`,
          ]
        : [];
    });
  const absent = once.filter(isNegative).map(({ id }) => asPhrase(labelOf(id)));
  if (present.length + absent.length === 0) return '';
  const ruledOut = absent.length === 0 ? [] : [plain(words.ruledOut(formatList(absent, language)))];
  return `${bold(whyWords[speech.language].decisive)}\n\n${bullets([...present, ...ruledOut])}`;
}

function alternatives(
  { library, language }: CardGround,
  { words: app }: Speech,
  words: HookWords,
  { alternatives: others, urgency }: Assessment,
): string {
  const supported = others.filter(({ rating }) => rating === 'appropriate' || rating === 'may-be-appropriate');
  if (supported.length === 0 || urgency === 'emergency') return '';
  const lines = supported.map(({ order, rating }) => {
    const label = library.vocabulary.orders[order]?.label[language] ?? order;
    return `${plain(label)}: ${asPhrase(app.verdict[rating])}`;
  });
  return `${bold(words.otherExaminations)}\n\n${bullets(lines)}`;
}

function disagreement(
  rung: Speaking['rung'],
  { evidence }: Guideline,
  said: (text: Text) => string,
  { language }: Speech,
): readonly string[] {
  const lines = (rung?.disagrees ?? []).map(
    ({ evidence: id, say }) => `${plain(evidence[id]?.cite ?? id)}: ${said(say)}`,
  );
  return lines.length === 0 ? [] : [`${bold(whyWords[language].disagreement)}\n\n${bullets(lines)}`];
}

/** The guideline by name and version, whether anybody approved it, and the sources of what it says. */
function source(ground: CardGround, { words: app }: Speech, words: HookWords, { document, rung }: Speaking): string {
  const name = link(plain(document.title[ground.language]), guidelineUrl(ground, document.id));
  const approval = document.approval === null ? `, ${words.draftGuideline}` : '';
  const cites = (rung?.evidence ?? []).flatMap((id) => document.evidence[id] ?? []);
  const unread = whyWords[ground.language].notVerified;
  const lines = cites
    .slice(0, MOST_SOURCES)
    .map(({ cite, verified }) => `${plain(cite)}${verified ? '' : ` (${unread})`}`);
  if (cites.length > lines.length) lines.push(words.moreSources(cites.length - lines.length));
  return paragraphs([asSentence(`${name}, ${versionWords(app, document)}${approval}`), bullets(lines)]);
}

function titleOf(
  guidelines: CardGround['library']['guidelines'],
  id: string,
  language: CardGround['language'],
): string {
  return guidelines.find(({ document }) => document.id === id)?.document.title[language] ?? id;
}
