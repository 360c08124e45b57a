import { byHandWords } from '../i18n/by-hand-words.ts';
import { CopyText } from '../ui/copy-text.tsx';
import { useSpeech } from '../ui/speech-context.ts';
import { byHandLink } from './by-hand-link.ts';
import type { Model } from './model.ts';

/** By hand there is nothing to write: that, and a link to hand on. */
export function ByHandEnd({ model }: { readonly model: Model }) {
  const { language } = useSpeech();
  const words = byHandWords[language];
  const { loop } = model;
  const order = loop.order.value;
  const reason = loop.facts.value.get('reason');
  const [first = null] = reason?.known && Array.isArray(reason.value) ? reason.value : [];
  const link = order === null ? null : byHandLink(new URL(location.href), { order, reason: first }, language);
  return (
    <section class="by-hand-end">
      <p class="fine">{words.noSaving}</p>
      {link !== null && (
        <>
          <p>
            <a id="by-hand-link" href={link}>
              {words.link}
            </a>{' '}
            <span class="fine">{words.linkAbout}</span>
          </p>
          <CopyText text={link} shownIn="by-hand-link" label={words.copyLink} />
        </>
      )}
    </section>
  );
}
