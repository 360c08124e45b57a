import { useContext, useEffect, useState } from 'preact/hooks';
import type { Trail, TrailEntry } from '../core/facts/origin.ts';
import type { Language } from '../i18n/language.ts';
import { formatDate } from '../i18n/notation.ts';
import { type OriginWords, originWords } from '../i18n/origin-words.ts';
import { OriginContext } from './origin-context.ts';
import { useSpeech } from './speech-context.ts';

/** Who recorded these resources, when and from what, by the record's own trail; read when it is first shown. */
export function TrailLines({ references }: { readonly references: readonly string[] }) {
  const finder = useContext(OriginContext);
  const { language } = useSpeech();
  const { trail: words } = originWords[language];
  const [trail, setTrail] = useState<Trail | 'reading'>('reading');
  const [attempt, setAttempt] = useState(0);
  const key = references.join();
  useEffect(() => {
    let isWanted = true;
    setTrail('reading');
    finder?.readTrail(key.split(',')).then((read) => {
      if (isWanted) setTrail(read);
    });
    return () => {
      isWanted = false;
    };
  }, [finder, key, attempt]);
  if (trail === 'reading') return <p class="fine">{words.reading}</p>;
  if (trail.kind === 'unread')
    return (
      <p class="fine caution">
        {words.unread[trail.reason]}{' '}
        {trail.reason === 'failed' && (
          <button type="button" class="quiet" onClick={() => setAttempt(attempt + 1)}>
            {words.again}
          </button>
        )}
      </p>
    );
  if (trail.entries.length === 0) return <p class="fine">{words.none}</p>;
  return (
    <div class="trail">
      <h3>{words.heading}</h3>
      <ul>
        {trail.entries.map((entry, at) => (
          <li key={at} class="fine">
            {entryWords(entry, words, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function entryWords(
  { recordedOn, activity, agents, from }: TrailEntry,
  words: OriginWords['trail'],
  language: Language,
): string {
  const who = agents.map(({ name, part, onBehalfOf }) => {
    const as = part === undefined ? '' : (words.parts[part] ?? '');
    return [as === '' ? name : `${name} (${as})`, ...(onBehalfOf ? [words.onBehalfOf(onBehalfOf)] : [])].join(', ');
  });
  return [
    ...(recordedOn ? [formatDate(recordedOn, language)] : []),
    ...(activity ? [activity] : []),
    ...who,
    ...(from.length > 0 ? [words.from(from.join(', '))] : []),
  ].join('; ');
}
