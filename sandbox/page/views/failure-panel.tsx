import { failures } from '../failures.ts';
import { chosenFailures, toggleFailure } from '../state/launch.ts';

/** What shall go wrong at the next launch, to see how the app copes. */
export function FailurePanel() {
  const chosen = chosenFailures.value;
  return (
    <details class="failures">
      <summary>Fejl at prøve{chosen.size === 0 ? '' : ` (${chosen.size} valgt)`}</summary>
      <fieldset>
        <legend>Gælder, næste gang beslutningsstøtten startes</legend>
        {failures.map((failure) => (
          <label key={failure.id}>
            <input type="checkbox" checked={chosen.has(failure.id)} onChange={() => toggleFailure(failure.id)} />
            {failure.label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
