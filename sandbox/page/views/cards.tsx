import { useSignal } from '@preact/signals';
import { micromark } from 'micromark';
import type { CardLink } from '../record/card.ts';
import { advice, type Moment, removeCard, reportOverridden, type ShownCard } from '../state/cards.ts';
import { accept } from '../state/suggestions.ts';

type CardsProps = {
  /** Id of the draft. */
  about: string | undefined;
  moment: Moment;
  /** Launches the app of a link, with what the card says to it. */
  onLaunch: (appContext: string | undefined) => void;
};

/** What the services say about a draft, as an EHR shows it: beside the order, and never in the way of it. */
export function Cards({ about, moment, onLaunch }: CardsProps) {
  const now = advice.value;
  const isOurs = now !== null && now.about === about && now.moment === moment;
  return (
    <div class="cards" role="status" aria-label="Beslutningsstøtte til henvisningen">
      {isOurs && now.isAsking ? <p class="quiet">Spørger beslutningsstøtten …</p> : null}
      {isOurs
        ? now.failures.map((words) => (
            <p class="quiet" key={words}>
              {words} Henvisningen kan skrives uden.
            </p>
          ))
        : null}
      {isOurs ? now.cards.map((shown) => <CardView key={shown.card.uuid} shown={shown} onLaunch={onLaunch} />) : null}
    </div>
  );
}

type CardProps = { shown: ShownCard; onLaunch: CardsProps['onLaunch'] };

function CardView({ shown, onLaunch }: CardProps) {
  const { summary, detail, indicator, source, suggestions, links } = shown.card;
  return (
    <article class={`card ${indicator}`} aria-label={summary}>
      <h4>{summary}</h4>
      <p class="quiet">Kilde: {source}</p>
      {detail === '' ? null : (
        <details>
          <summary>Læs mere</summary>
          <Markdown text={detail} />
        </details>
      )}
      <p class="buttons">
        {suggestions.map((suggestion) => (
          <button
            key={suggestion.uuid}
            type="button"
            class={suggestion.isRecommended ? 'primary' : ''}
            onClick={() => accept(shown, suggestion)}
          >
            {suggestion.label}
          </button>
        ))}
        {links.map((link) => (
          <LinkView key={link.label} link={link} onLaunch={onLaunch} />
        ))}
      </p>
      <Dismiss shown={shown} />
    </article>
  );
}

/** A `smart` link launches the app that this EHR knows; any other opens a window of its own, which knows nothing of this one. */
function LinkView({
  link: { label, url, type, appContext },
  onLaunch,
}: { link: CardLink } & Pick<CardProps, 'onLaunch'>) {
  if (type === 'smart') {
    return (
      <button type="button" class="link" onClick={() => onLaunch(appContext ?? undefined)}>
        {label}
      </button>
    );
  }
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}

/** Dismissing a card, with one of the reasons that the service offers, or without one. */
function Dismiss({ shown }: { shown: ShownCard }) {
  const chosen = useSignal('');
  const { overrideReasons } = shown.card;
  return (
    <details>
      <summary>Afvis</summary>
      <div class="field">
        <label>
          Årsag
          <select
            value={chosen.value}
            onChange={({ currentTarget }) => {
              chosen.value = currentTarget.value;
            }}
          >
            <option value="">Ingen angivet</option>
            {overrideReasons.map(({ code, display }) => (
              <option key={code} value={code}>
                {display}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button
        type="button"
        onClick={() => {
          removeCard(shown);
          reportOverridden(shown, overrideReasons.find(({ code }) => code === chosen.value) ?? null);
        }}
      >
        Afvis kortet
      </button>
    </details>
  );
}

/** Markdown of a service, as it is to be trusted: no HTML of its own, and no addresses but http(s). */
function Markdown({ text }: { text: string }) {
  return <div class="markdown" dangerouslySetInnerHTML={{ __html: micromark(text) }} />;
}
