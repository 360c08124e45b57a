import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Choice, examinations, reasons } from '../record/catalogue.ts';
import { isFormOpen, saveDraft } from '../state/navigation.ts';
import { chosenPerson } from '../state/people.ts';

/** Order entry: what is wanted, why, how soon, and the clinician's own words. Saves a draft and opens it. */
export function OrderForm() {
  const isSaving = useSignal(false);
  useEffect(() => focusOn('examination'), []);
  async function save(event: SubmitEvent) {
    event.preventDefault();
    const { currentTarget } = event;
    const patient = chosenPerson.value;
    if (!(currentTarget instanceof HTMLFormElement) || patient === null || isSaving.value) return;
    const filled = new FormData(currentTarget);
    const examination = find(examinations, filled.get('examination'));
    if (examination === null) return;
    isSaving.value = true;
    await saveDraft({
      patient,
      examination,
      reason: find(reasons, filled.get('reason')),
      priority: filled.get('priority') === 'asap' ? 'asap' : 'routine',
      text: String(filled.get('text') ?? ''),
    });
    isSaving.value = false;
  }
  return (
    <form class="order-form" aria-label="Ny billeddiagnostisk henvisning" onSubmit={save}>
      <h3>Ny billeddiagnostisk henvisning</h3>
      <Choose label="Undersøgelse" name="examination" choices={examinations} />
      <Choose label="Indikation" name="reason" choices={reasons} none="Ingen" />
      <div class="field">
        <label for="priority">Hastegrad</label>
        <select id="priority" name="priority">
          <option value="routine">Elektiv</option>
          <option value="asap">Akut</option>
        </select>
      </div>
      <div class="field">
        <label for="text">Kliniske oplysninger</label>
        <textarea id="text" name="text" rows={3} />
      </div>
      <p class="buttons">
        <button type="submit" class="primary" disabled={isSaving.value}>
          Gem kladde
        </button>
        <button
          type="button"
          onClick={() => {
            isFormOpen.value = false;
            focusOn('new-order');
          }}
        >
          Fortryd
        </button>
      </p>
    </form>
  );
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

type ChooseProps = { label: string; name: string; choices: readonly Choice[]; none?: string };

function Choose({ label, name, choices, none }: ChooseProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
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

function find(choices: readonly Choice[], code: FormDataEntryValue | null): Choice | null {
  return choices.find((choice) => choice.code === code) ?? null;
}
