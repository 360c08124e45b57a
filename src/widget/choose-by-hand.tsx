import byReason from 'virtual:indikation-by-reason';
import { useEffect, useState } from 'preact/hooks';
import { byHandWords } from '../i18n/by-hand-words.ts';
import { keepFocus } from '../ui/focus.ts';
import { useSpeech } from '../ui/speech-context.ts';
import { markBegun, takeBegun } from './begun-check.ts';
import { type ByHandStart, readByHandLink } from './by-hand-link.ts';
import type { Model } from './model.ts';
import { keepForOffline } from './offline.ts';
import { prospectiveDraft } from './prospective-draft.ts';
import { Waiting } from './waiting.tsx';

interface ChooseByHandProps {
  readonly model: Model;
  /** Whether there is a patient in context, whose record is read then. */
  readonly forPatient: boolean;
}

/** By hand: the problem and the examination considered, in one press; a link leads straight past it. */
export function ChooseByHand({ model, forPatient }: ChooseByHandProps) {
  const { language, text, words: app } = useSpeech();
  const words = byHandWords[language];
  const { orders } = model.library.vocabulary;
  const [cutOff] = useState(() => takeBegun(history));
  const [linked] = useState(() => (forPatient ? null : takeLink()));
  const byLabel = [...byReason].sort((one, other) => text(one.label).localeCompare(text(other.label), language));
  const start = ({ order, reason }: ByHandStart): Promise<void> => {
    if (!forPatient) markBegun(history);
    return model.chooseByHand(order, reason, (patientId) =>
      prospectiveDraft(model.library.vocabulary, order, patientId),
    );
  };
  const follows = linked !== null && isKnown(linked);
  useEffect(() => {
    if (!forPatient) keepForOffline();
    if (follows) start(linked);
  }, []);
  if (follows) return <Waiting progress={null} />;
  return (
    <section class="message by-hand">
      <h1 id="page-title" tabIndex={-1}>
        {forPatient ? words.titleForPatient : words.title}
      </h1>
      <p class="fine">
        {forPatient ? words.textForPatient : words.text} {words.drafts} <strong>{app.notApproved}.</strong>
      </p>
      {cutOff && <p class="notice">{words.cutOff}</p>}
      {linked && <p class="notice">{words.brokenLink}</p>}
      {!navigator.onLine && <p class="notice">{words.offline}</p>}
      <div class="reasons-by-hand">
        {byLabel.map(({ reason, label, covers, orders: offered }) => (
          <section key={reason} aria-labelledby={`by-hand-${reason}`}>
            <h2 id={`by-hand-${reason}`}>{text(label)}</h2>
            {covers && <p class="fine">{text(covers)}</p>}
            <ul class="examinations">
              {offered.map((order) => {
                const definition = orders[order];
                return (
                  definition && (
                    <li key={order}>
                      <button type="button" onClick={() => keepFocus(() => start({ order, reason }))}>
                        {text(definition.label)}
                      </button>
                    </li>
                  )
                );
              })}
            </ul>
          </section>
        ))}
      </div>
      <p class="fine">{words.notHere}</p>
    </section>
  );
}

/** What the address says to begin with; it leaves the address, so that nothing of a check stays in the browser's history. */
function takeLink(): ByHandStart | null {
  const linked = readByHandLink(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return linked;
}

function isKnown({ order, reason }: ByHandStart): boolean {
  return byReason.some((one) => one.orders.includes(order) && (reason === null || one.reason === reason));
}
