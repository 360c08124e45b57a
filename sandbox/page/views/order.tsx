import type { ServiceRequest } from 'fhir/r4';
import { readOrder, type WrittenOrder } from '../record/order.ts';
import { advice } from '../state/cards.ts';
import { composeAgain, composing } from '../state/composing.ts';
import { launchBeside } from '../state/launch.ts';
import { closeOrder } from '../state/navigation.ts';
import { history, refreshOrder } from '../state/orders.ts';
import { sign, signAnyway } from '../state/signing.ts';
import { Cards } from './cards.tsx';
import { OrderForm } from './order-form.tsx';
import { Supporting } from './supporting.tsx';

/** One order with everything that is written on it. Signing is done here, by the clinician, never by the app. */
export function OrderView({ order }: { order: ServiceRequest }) {
  const written = readOrder(order);
  const composed = composing.value;
  const stopped = advice.value;
  const isAnswered = stopped?.moment === 'order-sign' && stopped.about === order.id && !stopped.isAsking;
  const cards = isAnswered ? stopped.cards.length : null;
  if (composed?.order.id === order.id && composed !== null) return <OrderForm composed={composed} />;
  return (
    <article class="order" aria-label="Åben henvisning">
      <Fields written={written} />
      <Versions />
      <details>
        <summary>FHIR-ressource</summary>
        <pre data-testid="order-json">{JSON.stringify(order, null, 2)}</pre>
      </details>
      <Cards about={order.id} moment="order-sign" onLaunch={launchBeside} />
      <p class="buttons">
        {written.isDraft ? <Signing order={order} cards={cards} /> : null}
        <button type="button" onClick={refreshOrder}>
          Opdatér
        </button>
        <button type="button" onClick={close}>
          Luk henvisning
        </button>
      </p>
    </article>
  );
}

/**
 * Signing a draft. Under cards the way back to the draft is the easy one; signing all the same is never barred.
 * @param cards how many there are to look at; null where the services have not been asked
 */
function Signing({ order, cards }: { order: ServiceRequest; cards: number | null }) {
  return cards ? (
    <>
      <button type="button" class="primary" onClick={() => composeAgain(order)}>
        Gå tilbage til kladden
      </button>
      <button type="button" onClick={signAnyway}>
        Underskriv alligevel
      </button>
    </>
  ) : (
    <>
      <button type="button" id="sign" class="primary" onClick={cards === null ? sign : signAnyway}>
        Underskriv henvisning
      </button>
      <button type="button" onClick={() => composeAgain(order)}>
        Ret
      </button>
    </>
  );
}

/** Closes the order and leaves the keyboard on its line in the list. */
function close(event: MouseEvent) {
  if (event.currentTarget instanceof Element) event.currentTarget.closest('li')?.querySelector('button')?.focus();
  closeOrder();
}

function Fields({ written }: { written: WrittenOrder }) {
  return (
    <dl>
      <dt>Status</dt>
      <dd data-testid="order-status">{written.status}</dd>
      <dt>Undersøgelse</dt>
      <dd data-testid="order-examination">
        {written.examination} {written.codes === '' ? '' : `(${written.codes})`}
      </dd>
      <dt>Indikation</dt>
      <dd data-testid="order-reason">
        {written.reasons.length === 0 ? 'Ingen' : written.reasons.map((reason) => <div key={reason}>{reason}</div>)}
      </dd>
      <dt>Hastegrad</dt>
      <dd data-testid="order-priority">{written.priority}</dd>
      <dt>Noter</dt>
      <dd data-testid="order-notes">
        {written.notes.length === 0 ? 'Ingen' : null}
        {written.notes.map((note) => (
          <div class="note" key={note.heading + note.text}>
            {note.heading === '' ? null : <div class="note-heading">{note.heading}</div>}
            <div class="note-text">{note.text}</div>
          </div>
        ))}
      </dd>
      <dt>Vedlagt</dt>
      <dd data-testid="order-supporting">
        {written.supporting.length === 0
          ? 'Intet'
          : written.supporting.map((one) => <Supporting key={one.reference} {...one} />)}
      </dd>
      <dt>Rekvirent</dt>
      <dd>{written.requester}</dd>
      <dt>Version</dt>
      <dd data-testid="order-version">{written.version}</dd>
      <dt>Sidst ændret</dt>
      <dd>{written.changed}</dd>
    </dl>
  );
}

/** What changed from version to version: here one sees that the app changes what it says, and nothing else. */
function Versions() {
  if (history.value.length < 2) return null;
  return (
    <section class="versions" aria-labelledby="versions-heading">
      <h4 id="versions-heading">Versioner</h4>
      <ol reversed>
        {history.value.map((version) => (
          <li key={version.version} value={Number(version.version)}>
            {version.when}
            {version.changed.length === 0 ? '' : `: ${version.changed.join(', ')}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
