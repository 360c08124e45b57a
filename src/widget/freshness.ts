import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { DecidingPorts } from './deciding.ts';
import type { OpenCase } from './open-case.ts';
import { orderChanges } from './order-change.ts';
import { orderLine } from './order-line.ts';
import type { OrderChange } from './stage.ts';

/** What of a window is needed to know that somebody comes back to it. */
export interface ReturnView {
  readonly document: { readonly visibilityState: string };
  addEventListener(type: 'focus' | 'visibilitychange', listener: () => void): void;
}

/** What has become of the order since it was read: what differs, of what the page shows; or it is no draft any more. */
export type Stale = readonly OrderChange[] | 'no-draft';

/** Whether the order on the page is still as it was read. */
export interface Freshness {
  /** Null while it is, as far as anybody knows. */
  readonly stale: ReadonlySignal<Stale | null>;
  /** Reads the order alone again. Nothing else on the page changes for it; what cannot be read tells nothing. */
  check(): Promise<void>;
}

/**
 * Looks at the order again whenever somebody comes back to the window: it may have been decided, changed or cancelled in the EHR or
 * in another window meanwhile. It only says so: what was answered and typed stays, and writing is guarded by the version all the same.
 */
export function createFreshness(
  { opened, stage, findDraft }: Pick<DecidingPorts, 'opened' | 'stage' | 'findDraft'>,
  view: ReturnView | null,
): Freshness {
  const found = signal<{ readonly of: OpenCase; readonly stale: Stale | null } | null>(null);
  let isChecking = false;
  const check = async (): Promise<void> => {
    const open = opened.value;
    if (isChecking || !open?.draft.order.id || stage.value.kind !== 'guidance') return;
    isChecking = true;
    try {
      const stale = await staleness(open);
      // What was read or written meanwhile is newer.
      if (opened.value !== open || stage.value.kind !== 'guidance') return;
      // Another patient: finding the draft again says so, and nothing else is shown.
      if (stale === 'wrong-patient') await findDraft(open.session);
      else if (stale !== 'unread') found.value = { of: open, stale };
    } finally {
      isChecking = false;
    }
  };
  view?.addEventListener('focus', check);
  view?.addEventListener('visibilitychange', () => {
    if (view.document.visibilityState === 'visible') check();
  });
  return {
    stale: computed(() => (found.value?.of === opened.value ? (found.value?.stale ?? null) : null)),
    check,
  };
}

async function staleness({ session, draft }: OpenCase): Promise<Stale | 'wrong-patient' | 'unread' | null> {
  const now = await session.findDraft();
  if (now.kind === 'wrong-patient') return now.kind;
  if (now.kind === 'expired' || now.kind === 'unreadable') return 'unread';
  const drafts = now.kind === 'one' ? [now.draft] : now.kind === 'several' ? now.drafts : [];
  const same = drafts.find(({ order }) => order.id === draft.order.id);
  if (!same) return 'no-draft';
  const changes = orderChanges(orderLine(draft.order), orderLine(same.order));
  return same.version === draft.version && changes.length === 0 ? null : changes;
}
