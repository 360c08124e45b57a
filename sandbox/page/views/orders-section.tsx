import type { ServiceRequest } from 'fhir/r4';
import { readOrder } from '../record/order.ts';
import { composeNew, composing, stopComposing } from '../state/composing.ts';
import { chooseOrder, closeOrder } from '../state/navigation.ts';
import { chosenOrder, orders } from '../state/orders.ts';
import { chosenPerson } from '../state/people.ts';
import { isInSession, sessionDrafts } from '../state/scratchpad.ts';
import { OrderView } from './order.tsx';
import { OrderForm } from './order-form.tsx';

/** The orders of the open person: the list, a form for a new one, and the one that is open with all that is written on it. */
export function OrdersSection() {
  const loaded = orders.value;
  const composed = composing.value;
  return (
    <section aria-labelledby="orders-heading">
      <div class="heading-row">
        <h2 id="orders-heading">Henvisninger</h2>
        <button
          type="button"
          id="new-order"
          class="primary"
          aria-expanded={composed?.isNew === true}
          onClick={toggleForm}
        >
          Ny billeddiagnostisk henvisning
        </button>
      </div>
      {composed?.isNew ? <OrderForm key={composed.order.id} composed={composed} /> : null}
      {loaded.state === 'waiting' ? <p class="quiet">Henter henvisninger …</p> : null}
      {loaded.state === 'failed' ? <p role="alert">Henvisningerne kunne ikke hentes. {loaded.words}</p> : null}
      {loaded.state === 'here' ? <ListOfOrders found={[...sessionDrafts.value, ...loaded.value]} /> : null}
    </section>
  );
}

function toggleForm() {
  closeOrder();
  if (composing.value !== null) stopComposing();
  else if (chosenPerson.value !== null) composeNew(chosenPerson.value);
}

function ListOfOrders({ found }: { found: readonly ServiceRequest[] }) {
  if (found.length === 0) return <p class="quiet">Ingen henvisninger.</p>;
  return (
    <ul class="orders" aria-label="Henvisninger">
      {found.map((resource) => {
        const order = readOrder(resource);
        return (
          <li key={order.id} data-order={order.id}>
            <button
              type="button"
              class="order-line"
              aria-current={order.id === chosenOrder.value}
              onClick={() => chooseOrder(order.id)}
            >
              <span class="row">
                <span class="title">{order.examination}</span>
                <span class={`badge ${resource.status}`}>{order.status}</span>
              </span>
              <span class="row quiet">
                <span>{order.reasons.join('; ') || 'Ingen indikation'}</span>
                <span>
                  {order.authored} · version {order.version}
                  {isInSession(order.id) ? ' · kun i sessionen' : ''}
                </span>
              </span>
            </button>
            {order.id === chosenOrder.value ? <OrderView order={resource} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
