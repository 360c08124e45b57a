import { type LaunchPatient, whoseIs } from '../patient-match.ts';
import type { Connection } from '../request.ts';
import type { Grants } from '../scopes.ts';
import { type Heard, type HostWindow, type MessagingGrant, openChannel } from './channel.ts';
import { openHostUi } from './host-ui.ts';
import { findHostWindow, type SurroundingWindows } from './host-window.ts';
import { openScratchpad, type Scratchpad } from './scratchpad.ts';
import { layScratchpad } from './scratchpad-connection.ts';

/** What is needed of the page's own window. */
export interface AppWindow extends SurroundingWindows<HostWindow> {
  addEventListener(type: 'message', listener: (event: Heard) => void): void;
  addEventListener(type: 'focus', listener: () => void): void;
}

/** What the token response says of web messaging, not yet checked. */
export interface Announcement {
  readonly handle: unknown;
  readonly origin: unknown;
  /** Granted scopes, space-separated. */
  readonly scope: string;
}

/** The launch as it stands without web messaging. */
export interface Launched {
  readonly connection: Connection;
  readonly grants: Grants;
  readonly patient: LaunchPatient;
}

/** An EHR around this window that answers. */
export interface EhrHost {
  /** Where drafts are found and saved: the server, with the scratchpad in front of it where that is granted. */
  readonly connection: Connection;
  readonly grants: Grants;
  /** Leads back to the order in the EHR and closes the app; false where the EHR did not. Undefined where that was not granted. */
  readonly returnToOrder: ((reference: string) => Promise<boolean>) | undefined;
  /**
   * Looks at the scratchpad whenever this window gets the focus back, and tells when it holds anything of another
   * patient: then the EHR has gone on to somebody else.
   */
  watchPatient(onOther: () => void): void;
}

/** How long the EHR may take to say that it is there, in milliseconds; it need not answer a handshake at all. */
const handshakeMs = 1_000;

/**
 * Looks whether the EHR that announced web messaging is there (SMART Web Messaging 1.0.0, "Handshake"): whichever comes
 * first, its answer to the handshake or that of its scratchpad, which it owes. Null where it is not, or announced
 * something that cannot be used: then everything goes on without.
 */
export async function openEhrHost(
  view: AppWindow,
  announcement: Announcement,
  launched: Launched,
): Promise<EhrHost | null> {
  const grant = checkAnnouncement(announcement);
  const window = findHostWindow(view);
  if (grant === null || window === null) return null;
  const { connection, grants, patient } = launched;
  const channel = openChannel(view, window, grant);
  const scratchpad = isGranted(grant, 'scratchpad') ? openScratchpad(channel, connection.timeoutMs) : null;
  const ui = isGranted(grant, 'ui') ? openHostUi(channel, handshakeMs) : null;

  const shaken = channel.ask('status.handshake', {}, handshakeMs).then(({ kind }) => kind);
  const looked = scratchpad?.readAll().then(({ kind }) => kind);
  if ((await Promise.race([shaken, ...(looked ? [looked] : [])])) === 'silent') return null;

  return {
    ...(scratchpad === null ? { connection, grants } : layScratchpad(connection, grants, scratchpad)),
    returnToOrder:
      ui === null
        ? undefined
        : async (reference) => {
            // A hint that the EHR may not know; closing is what counts.
            await ui.launchActivity('order-review', { draftOrderLocations: [reference] });
            return ui.done();
          },
    watchPatient(onOther) {
      if (scratchpad === null) return;
      view.addEventListener('focus', async () => {
        if (await holdsAnother(scratchpad, patient)) onOther();
      });
    },
  };
}

async function holdsAnother(scratchpad: Scratchpad, patient: LaunchPatient): Promise<boolean> {
  const found = await scratchpad.readAll();
  return found.kind === 'read' && found.resources.some((one) => whoseIs(one, patient) === 'somebody-else');
}

/** A handle that is text, and an origin that is one: `*`, `null` and the like are never written to. */
function checkAnnouncement({ handle, origin, scope }: Announcement): MessagingGrant | null {
  if (typeof handle !== 'string' || handle === '' || typeof origin !== 'string' || !URL.canParse(origin)) return null;
  const { origin: exact, protocol } = new URL(origin);
  return /^https?:$/.test(protocol) ? { handle, origin: exact, scope } : null;
}

/** Authorization is by group, as in `messaging/ui`; the specification's own example names one message, `messaging/ui.…`. */
function isGranted({ scope }: MessagingGrant, group: 'scratchpad' | 'ui'): boolean {
  return scope.split(/\s+/).some((one) => one === `messaging/${group}` || one.startsWith(`messaging/${group}.`));
}
