import type { Language } from '../i18n/language.ts';
import { changelogMarkup } from './changelog.ts';
import { codeListsOf, codesSection } from './codes.ts';
import { criteriaSection } from './criteria.ts';
import { evidenceSection } from './evidence.ts';
import { openExamples } from './example.ts';
import { flowSection } from './flow.ts';
import { guidelineHeader, scopeSection } from './header.ts';
import { bullets, type Html, html, NOTHING } from './html.ts';
import { ladderSection } from './ladder.ts';
import { parametersSection } from './parameters.ts';
import { patientSection } from './patient.ts';
import { questionsSection } from './questions.ts';
import { ratingsSection } from './ratings.ts';
import { type GuidelineFiles, type PageSource, pageSource, told, wordsIn } from './source.ts';

/** Where the pages' one stylesheet stands, beside them. */
export const STYLESHEET = 'guideline.css';

/** A page's file name: `low-back-pain-imaging.da.html`. */
export function pageName(guideline: string, language: Language): string {
  return `${guideline}.${language}.html`;
}

/**
 * A guideline as one static page: a clinician's reading of it. Everything about when something holds is made from the
 * guideline's own conditions. No script, no style of its own, nothing fetched but the stylesheet.
 */
export function guidelinePage(files: GuidelineFiles, language: Language): string {
  const source = pageSource(files, language);
  const { document } = files.guideline;
  const sections = sectionsOf(source).filter(({ content }) => content.markup !== '');
  const other = language === 'da' ? 'en' : 'da';
  const contents = sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`);
  const body = html`<header class="top">${topLine(source, pageName(document.id, other), other)}${guidelineHeader(source)}</header>
<div class="layout"><nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">${source.words.contents}</h2>${bullets(contents, 'contents-list')}</nav>
<main>${sections.map(({ id, title, intro, content }) => html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${intro ? html`<p class="intro">${intro}</p>` : NOTHING}${content}</section>`)}</main></div>`;
  return whole(language, `${told(source, document.title)} – ${source.words.site}`, body);
}

interface Section {
  readonly id: string;
  readonly title: string;
  readonly intro: string | null;
  readonly content: Html;
}

function sectionsOf(source: PageSource): readonly Section[] {
  const { words, changelog } = source;
  const inEnglish = source.language === 'en' ? NOTHING : html` lang="en"`;
  const changes =
    changelog === null
      ? html`<p>${words.changelog.none}</p>`
      : html`<div${inEnglish}>${changelogMarkup(changelog)}</div>`;
  const section = (id: string, named: { heading: string; intro?: string }, content: Html): Section => ({
    id,
    title: named.heading,
    intro: named.intro ?? null,
    content,
  });
  return [
    section('scope', words.scope, scopeSection(source)),
    section('flow', words.flow, flowSection(source)),
    section('recommendations', words.ladder, ladderSection(source)),
    section('ratings', words.ratings, ratingsSection(source)),
    section(
      'criteria',
      words.criteria,
      Object.keys(source.logic.criteria).length > 0 ? criteriaSection(source) : NOTHING,
    ),
    section('parameters', words.parameters, parametersSection(source)),
    section('questions', words.questions, questionsSection(source)),
    section('examples', words.examples, openExamples(source)),
    section('patient', words.patient, patientSection(source)),
    section('evidence', words.evidence, evidenceSection(source)),
    section('changelog', words.changelog, changes),
    section('codes', words.codes, codeListsOf(source).length > 0 ? codesSection(source) : NOTHING),
  ];
}

function topLine({ words }: Pick<PageSource, 'words'>, otherPage: string, other: Language): Html {
  return html`<p class="top-line"><a href="index.${other === 'da' ? 'en' : 'da'}.html">${words.index.all}</a> <a href="${otherPage}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></p>`;
}

/** The page that lists every guideline, each with its status. */
export function indexPage(all: readonly GuidelineFiles[], language: Language): string {
  const { words, speech } = wordsIn(language);
  const other = language === 'da' ? 'en' : 'da';
  const entries = all.map((files) => {
    const { id, title, version, status, approval, recommendations } = files.guideline.document;
    const approved = approval ? NOTHING : html` · <span class="caution">${speech.words.notApproved}</span>`;
    const count = words.index.recommendations(recommendations.length + 1);
    return html`<a href="${pageName(id, language)}">${title[language]}</a><p class="fine">${speech.words.version(version)} · ${words.status[status]} · ${count}${approved}</p>`;
  });
  const body = html`<header class="top"><p class="top-line"><a href="index.${other}.html" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></p><h1>${words.index.title}</h1><p>${words.index.intro}</p></header><main>${bullets(entries, 'entries')}</main>`;
  return whole(language, `${words.index.title} – ${words.site}`, body);
}

function whole(language: Language, title: string, body: Html): string {
  return `<!DOCTYPE html>\n${
    html`<html lang="${language}" xmlns="http://www.w3.org/1999/xhtml"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/><meta name="referrer" content="no-referrer"/><meta name="color-scheme" content="light dark"/><title>${title}</title><link rel="icon" href="data:,"/><link rel="stylesheet" href="${STYLESHEET}"/></head><body>${body}</body></html>`
      .markup
  }\n`;
}
