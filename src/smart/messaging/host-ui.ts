import type { Channel } from './channel.ts';

/** What the app may ask of the EHR's screen (SMART Web Messaging 1.0.0, "Influence the EHR UI"). True: the EHR says it did. */
export interface HostUi {
  /** Closes the activity that holds the app. */
  done(): Promise<boolean>;
  /** Leads to another activity of the catalogue, e.g. `order-review`, without closing the app. */
  launchActivity(activityType: string, activityParameters: Readonly<Record<string, unknown>>): Promise<boolean>;
}

/**
 * The EHR's screen over a channel. Only `success` is success: the specification's text calls the opposite `failure`, its
 * code system `error`, and an EHR that does not answer has not done it either.
 * @param timeoutMs how long the EHR may take for one answer, in milliseconds
 */
export function openHostUi(channel: Channel, timeoutMs: number): HostUi {
  const ask = async (messageType: string, payload: Readonly<Record<string, unknown>>): Promise<boolean> => {
    const reply = await channel.ask(messageType, payload, timeoutMs);
    return reply.kind === 'answered' && reply.payload.status === 'success';
  };
  return {
    done: () => ask('ui.done', {}),
    launchActivity: (activityType, activityParameters) =>
      ask('ui.launchActivity', { activityType, activityParameters }),
  };
}
