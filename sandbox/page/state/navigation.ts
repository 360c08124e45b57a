import { writeAbilities } from '../abilities.ts';
import { resetPeople } from '../ehr-api.ts';
import { can, chosenAbilities, followAbilities } from './abilities.ts';
import { saveComposed, stopComposing } from './composing.ts';
import { closeFrame, closeWindows, launchBeside } from './launch.ts';
import { settle, waiting } from './load.ts';
import { notice, say, warn } from './notice.ts';
import { chosenOrder, history, loadHistory, loadOrders, openOrder, orders, refreshOrder } from './orders.ts';
import { chosenPerson, isListOpen, loadChart, loadPeople } from './people.ts';
import { clearSession } from './scratchpad.ts';

/**
 * Opens a person's chart; whatever was open of somebody else is gone at once. An EHR that does not take the app away then
 * leaves it to the app to notice.
 */
export async function choosePerson(id: string): Promise<void> {
  if (can('close-app')) {
    closeFrame();
    closeWindows();
  }
  leaveOrder();
  stopComposing();
  isListOpen.value = false;
  notice.value = null;
  orders.value = waiting;
  chosenPerson.value = id;
  writeAddress();
  await Promise.all([loadChart(), loadOrders()]);
}

/** Opens an order; a draft launches the app beside it, with what a card says to it. */
export async function chooseOrder(id: string, appContext?: string): Promise<void> {
  closeOrder();
  stopComposing();
  notice.value = null;
  chosenOrder.value = id;
  writeAddress();
  await Promise.all([loadHistory(), openOrder.value?.status === 'draft' ? launchBeside(appContext) : undefined]);
}

export function closeOrder(): void {
  closeFrame();
  leaveOrder();
}

function leaveOrder(): void {
  chosenOrder.value = null;
  history.value = [];
  writeAddress();
}

/** Launches the app without any order, as EHRs do from the chart. */
export async function launchWithoutOrder(): Promise<void> {
  closeOrder();
  await launchBeside();
}

/**
 * Stores what was written and opens it, which launches the app beside it.
 * @param appContext what the card says to the app, where it is opened from one
 */
export async function saveDraft(text: string, appContext?: string): Promise<void> {
  const patient = chosenPerson.value;
  const id = await saveComposed(text);
  if (id === null || chosenPerson.value !== patient) return;
  await chooseOrder(id, appContext);
  say('Kladden er gemt.');
}

/** Puts all people back as they were written, and closes what is open. */
export async function resetEverything(): Promise<void> {
  const reset = await settle(resetPeople());
  if (reset.state === 'failed') {
    warn(`Personerne kunne ikke sættes tilbage. ${reset.words}`);
    return;
  }
  clearSession();
  const patient = chosenPerson.value;
  await loadPeople();
  if (patient !== null) await choosePerson(patient);
  say('Alle personer er sat tilbage, som de var.');
}

/** Opens what the address names: `?patient=…&order=…`, ids of synthetic people, and `can`, what this EHR can do. */
export async function followAddress(): Promise<void> {
  const wanted = new URLSearchParams(window.location.search);
  const patient = wanted.get('patient');
  const order = wanted.get('order');
  followAbilities(wanted);
  await loadPeople();
  if (patient === null) return;
  await choosePerson(patient);
  if (order !== null) await chooseOrder(order);
}

/** Writes what is open, and what this EHR can do, into the address of the page. */
export function writeAddress(): void {
  const address = new URLSearchParams();
  if (chosenPerson.value !== null) address.set('patient', chosenPerson.value);
  if (chosenOrder.value !== null) address.set('order', chosenOrder.value);
  const abilities = writeAbilities(chosenAbilities.value);
  if (abilities !== null) address.set('can', abilities);
  const query = address.size === 0 ? '' : `?${address}`;
  window.history.replaceState(null, '', `${window.location.pathname}${query}`);
}

/** How often the open order is looked at while the app stands beside it. In milliseconds. */
const watchEvery = 2000;

/** Watches the open order, so that what the app writes is seen here. @returns stops watching */
export function watchOrder(): () => void {
  let isBusy = false;
  const timer = window.setInterval(async () => {
    if (isBusy || document.hidden || chosenOrder.value === null) return;
    isBusy = true;
    await refreshOrder();
    isBusy = false;
  }, watchEvery);
  return () => window.clearInterval(timer);
}
