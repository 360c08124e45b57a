import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Choice } from '../record/catalogue.ts';
import { codeOf, examinationChoices, reasonChoices, withExamination, withReason } from '../record/draft.ts';
import { type Composed, compose, stopComposing } from '../state/composing.ts';
import { saveDraft } from '../state/navigation.ts';
import { Cards } from './cards.tsx';

/**
 * Order entry: what is wanted, why, how soon, and the clinician's own words. The services are asked at every choice, and
 * what they say stands under the form. Saves a draft and opens it.
 */
export function OrderForm({ composed: { order, isNew } }: { composed: Composed }) {
  const isSaving = useSignal(false);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => focusOn('examination'), []);
  async function save(appContext?: string) {
    if (isSaving.value) return;
    isSaving.value = true;
    await saveDraft(text.current?.value ?? '', appContext);
    isSaving.value = false;
  }
  function submit(event: SubmitEvent) {
    event.preventDefault();
    save();
  }
  const reason = codeOf(order.reasonCode?.[0]);
  const title = isNew ? 'Ny billeddiagnostisk henvisning' : 'Ret kladden';
  return (
    <form class="order-form" aria-label={title} onSubmit={submit}>
      <h3>{title}</h3>
      <Choose
        label="Undersøgelse"
        name="examination"
        choices={examinationChoices(order)}
        chosen={codeOf(order.code)}
        onChoose={(choice) => choice && compose(withExamination(order, choice))}
      />
      <Choose
        label="Indikation"
        name="reason"
        choices={reasonChoices(order)}
        chosen={reason}
        none="Ingen"
        onChoose={(choice) => compose(withReason(order, choice))}
      />
      <div class="field">
        <label for="priority">Hastegrad</label>
        <select
          id="priority"
          value={order.priority ?? 'routine'}
          onChange={({ currentTarget }) =>
            compose({ ...order, priority: currentTarget.value === 'asap' ? 'asap' : 'routine' })
          }
        >
          <option value="routine">Elektiv</option>
          <option value="asap">Akut</option>
        </select>
      </div>
      <div class="field">
        <label for="text">Kliniske oplysninger</label>
        <textarea id="text" ref={text} rows={3} />
      </div>
      <p class="buttons">
        <button type="submit" class="primary" disabled={isSaving.value}>
          Gem kladde
        </button>
        <button
          type="button"
          onClick={() => {
            stopComposing();
            focusOn('new-order');
          }}
        >
          Fortryd
        </button>
      </p>
      <Cards about={order.id} moment="order-select" onLaunch={(appContext) => save(appContext)} />
    </form>
  );
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

type ChooseProps = {
  label: string;
  name: string;
  choices: readonly Choice[];
  chosen: string;
  none?: string;
  onChoose: (choice: Choice | null) => void;
};

function Choose({ label, name, choices, chosen, none, onChoose }: ChooseProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select
        id={name}
        value={chosen}
        onChange={({ currentTarget }) => onChoose(choices.find(({ code }) => code === currentTarget.value) ?? null)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.code} {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}
