import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { render } from 'preact-render-to-string';
import { da } from '../../../src/i18n/da.ts';
import { en } from '../../../src/i18n/en.ts';
import type { Speech } from '../../../src/i18n/sentence.ts';
import type { Later } from '../../../src/ui/later.ts';
import type { Model } from '../../../src/widget/model.ts';
import { type OtherStageProps, OtherStageView } from '../../../src/widget/other-stage.tsx';
import { Page } from '../../../src/widget/page.tsx';

export const DANISH: Speech = { words: da, language: 'da' };
export const ENGLISH: Speech = { words: en, language: 'en' };
const OTHER_STAGE: Later<FunctionComponent<OtherStageProps>> = {
  part: signal(OtherStageView),
  fetch: async () => undefined,
};

/** The widget's page as markup. */
export function draw(model: Model, speech: Speech = DANISH): string {
  return render(<Page model={model} speech={signal(speech)} onLanguage={() => undefined} otherStage={OTHER_STAGE} />);
}

/** What a person reads of markup. */
export function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What can be pressed, in words. */
export function buttonWords(markup: string): readonly string[] {
  return [...markup.matchAll(/<(?:button|summary)[^>]*>(.*?)<\/(?:button|summary)>/g)].map(([, inner = '']) =>
    wordsOf(inner),
  );
}
