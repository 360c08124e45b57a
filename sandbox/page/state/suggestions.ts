import type { CardAction, CardSuggestion } from '../record/card.ts';
import { isA } from '../resource.ts';
import { removeCard, reportAccepted, type ShownCard } from './cards.ts';
import { compose, composing, stopComposing } from './composing.ts';
import { say } from './notice.ts';
import { cancelDraft, storeDraft, storeNew } from './orders.ts';

/** Does what a suggestion says, all of it, and tells the service. */
export async function accept(shown: ShownCard, suggestion: CardSuggestion): Promise<void> {
  removeCard(shown);
  await reportAccepted(shown, suggestion);
  for (const action of suggestion.actions) await apply(action);
  say(`Gjort: ${suggestion.label}.`);
}

async function apply(action: CardAction): Promise<void> {
  const written = composing.value?.order.id;
  if (action.type === 'delete') {
    const isStored = action.location !== `ServiceRequest/${written}` || composing.value?.isNew === false;
    if (action.location === `ServiceRequest/${written}`) stopComposing();
    if (isStored) await cancelDraft(action.location);
    return;
  }
  const { resource } = action;
  if (!isA(resource, 'ServiceRequest')) return;
  if (action.type === 'create') await storeNew(resource);
  else if (resource.id === written) await compose(resource);
  else await storeDraft(resource);
}
