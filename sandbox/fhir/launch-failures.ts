import type { ServiceRequest } from '@medplum/fhirtypes';
import { type Answer, refusal } from './answer.ts';
import type { Caller } from './permission.ts';
import type { FhirServer } from './server.ts';
import type { Route } from './store.ts';

/** What goes wrong in this interaction by the launch's options; undefined if nothing does. May never settle: `hangSearch`. */
export async function failOnPurpose({ options }: Caller, route: Route): Promise<Answer | undefined> {
  const { interaction, type } = route;
  if (interaction === 'search-type') {
    if (options.hangSearch?.includes(type)) return new Promise<never>(() => undefined);
    if (options.failSearch?.includes(type))
      return refusal(500, 'exception', `The search of ${type} failed (on purpose)`);
    if (options.malformedSearch?.includes(type)) {
      const code = { text: 'This is not a Bundle (on purpose)' };
      return { status: 200, resource: { resourceType: 'Basic', id: 'not-a-bundle', code } };
    }
  }
  if (interaction === 'update' && options.refuseWrite) {
    return refusal(403, 'forbidden', 'Updates are refused (on purpose)');
  }
  if (interaction === 'create' && options.refuseAssessment) {
    return refusal(403, 'forbidden', 'Creating is refused (on purpose)');
  }
  return undefined;
}

/**
 * Launch option `changeOrder`: just before the app's first update of an order, somebody else adds a note to it, so that
 * the app's version is no longer the current one.
 */
export async function changeOrderMeanwhile(server: FhirServer, caller: Caller, order: ServiceRequest): Promise<void> {
  const key = `${caller.launch}, ${order.id}`;
  if (!caller.options.changeOrder || !caller.launch || server.changedOrders.has(key)) return;
  server.changedOrders.add(key);
  const note = {
    authorString: 'Sekretær Prøve Testesen',
    time: server.now().toISOString(),
    text: 'Patienten ønsker tid efter kl. 14. (Sandkasse: rekvisitionen blev rettet af en anden imens.)',
  };
  await server.store.update({ ...order, note: [...(order.note ?? []), note] }, order);
}
