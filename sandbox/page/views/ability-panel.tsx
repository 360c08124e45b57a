import { abilities } from '../abilities.ts';
import { can, chosenAbilities, toggleAbility } from '../state/abilities.ts';
import { writeAddress } from '../state/navigation.ts';

/** What this EHR can do besides a plain launch: each can be taken away, to see how the app does without. */
export function AbilityPanel() {
  const chosen = chosenAbilities.value;
  return (
    <details class="failures">
      <summary>
        Hvad journalen kan ({chosen.size} af {abilities.length})
      </summary>
      <fieldset>
        <legend>Gælder fra næste gang, noget sker</legend>
        {abilities.map(({ id, label }) => (
          <label key={id}>
            <input type="checkbox" checked={can(id)} onChange={() => choose(id)} />
            {label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}

function choose(id: Parameters<typeof toggleAbility>[0]): void {
  toggleAbility(id);
  writeAddress();
}
