import { createHost, type Payload, type Request } from '../messaging/host.ts';
import { changeWords } from '../record/history.ts';
import { isObject } from '../resource.ts';
import { can } from './abilities.ts';
import { forgetAdvice } from './cards.ts';
import { appOrigin, closeLaunched, launchedWindows } from './launch.ts';
import { say } from './notice.ts';
import { chosenOrder, history, loadHistory } from './orders.ts';
import { answerScratchpad } from './scratchpad.ts';

/** Listens to the app, wherever it was launched. @returns stops listening */
export function listenToApp(): () => void {
  const hear = createHost({ appOrigin, launched: launchedWindows, answer });
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}

function answer(request: Request): Payload {
  if (!can('web-messaging')) return 'unanswered';
  const { messageType, payload, launched } = request;
  if (messageType === 'status.handshake') return can('handshake') ? {} : 'unanswered';
  if (messageType.startsWith('scratchpad.')) return answerScratchpad(request, (order) => showChange(order.id ?? ''));
  if (!messageType.startsWith('ui.')) return 'unanswered';
  if (!can('ui')) return { status: 'failure', statusDetail: { text: 'Appen må ikke styre skærmen.' } };
  if (messageType === 'ui.launchActivity') return launchActivity(payload);
  if (messageType !== 'ui.done') return { status: 'failure' };
  // After the answer has been sent: to a window that is gone it could not be.
  setTimeout(() => closeLaunched(launched.handle));
  return { status: 'success' };
}

/** What the app has changed on a draft of the session, as a colleague's change on the server is told. */
async function showChange(id: string): Promise<void> {
  forgetAdvice(id);
  if (chosenOrder.value !== id) return;
  await loadHistory();
  const [newest] = history.value;
  if (newest !== undefined) say(changeWords(newest));
}

/** The one activity of the catalogue that an order leads to here: the open order, with the keyboard on its signature. */
function launchActivity({ activityType, activityParameters }: Request['payload']): Payload {
  const locations: unknown = isObject(activityParameters) ? activityParameters.draftOrderLocations : undefined;
  const isOpen = Array.isArray(locations) && locations.includes(`ServiceRequest/${chosenOrder.value}`);
  if (activityType !== 'order-review' || !isOpen) {
    return { status: 'failure', statusDetail: { text: 'Det kan denne journal ikke.' } };
  }
  document.getElementById('sign')?.focus();
  return { status: 'success' };
}
