import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { completeOrder, reasonConcept } from '../fhir/new-order.ts';
import { DANISH } from '../i18n/danish-speech.ts';
import { valueWords } from '../i18n/sentence.ts';
import type { CreateOutcome } from '../smart/port.ts';
import { answeredReason } from './answered-reason.ts';
import type { DecidingPorts } from './deciding.ts';
import { isProspective, prospectiveDraft } from './prospective-draft.ts';

/** Making a draft order of what was only considered. */
export interface MakingDraft {
  /** Whether there is a patient in context, and no draft yet. */
  readonly isOffered: ReadonlySignal<boolean>;
  readonly canMake: ReadonlySignal<boolean>;
  /** What came of the last attempt; null before the first. */
  readonly outcome: ReadonlySignal<CreateOutcome['kind'] | null>;
  /** Makes a draft for an examination and goes on with it; answers stay, since it is the same patient. */
  make(order: string): Promise<void>;
  forget(): void;
}

export function createMakingDraft(ports: DecidingPorts): MakingDraft {
  const { library, loop, now, stage, opened } = ports;
  const outcome = signal<CreateOutcome['kind'] | null>(null);
  return {
    isOffered: computed(() => opened.value !== null && isProspective(opened.value)),
    canMake: computed(() => opened.value?.session.canCreate ?? false),
    outcome,
    async make(id) {
      const open = opened.value;
      if (stage.value.kind !== 'guidance' || !open || !isProspective(open)) return;
      stage.value = { kind: 'saving' };
      const { session } = open;
      const reason = loop.facts.value.get('reason');
      const definition = library.vocabulary.facts.reason;
      const words = reason?.known && definition ? valueWords(DANISH, definition, reason.value) : null;
      const made = await session.createOrder(
        completeOrder(prospectiveDraft(library.vocabulary, id, session.patientId).order, {
          reason: words === null ? null : reasonConcept(words, answeredReason(library, loop.answers.value)),
          requester: await session.author(),
          authoredOn: now,
        }),
      );
      outcome.value = made.kind;
      if (made.kind === 'created') {
        // The same case from here on, so that the answers stay when it is read again.
        opened.value = { ...open, draft: made.draft };
        await ports.read(session, made.draft);
      }
      ports.showGuidance();
    },
    forget() {
      outcome.value = null;
    },
  };
}
