import type { ReferralContext } from '../fhir/context.ts';
import type { Draft, Session } from '../smart/port.ts';

/** A patient and a draft as they were read. */
export interface OpenCase {
  readonly session: Session;
  readonly draft: Draft;
  readonly context: ReferralContext;
}

/** The same draft as it stands now; null where it is gone or cannot be read. */
export async function latestDraft({ session, draft }: OpenCase): Promise<Draft | null> {
  const found = await session.findDraft();
  if (found.kind === 'one' && found.draft.order.id === draft.order.id) return found.draft;
  if (found.kind === 'several') return found.drafts.find(({ order }) => order.id === draft.order.id) ?? null;
  return null;
}
