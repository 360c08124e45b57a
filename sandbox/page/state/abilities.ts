import { signal } from '@preact/signals';
import { type AbilityId, readAbilities, usualAbilities } from '../abilities.ts';

/** What this EHR can do now. */
export const chosenAbilities = signal<ReadonlySet<AbilityId>>(usualAbilities);

export function can(ability: AbilityId): boolean {
  return chosenAbilities.value.has(ability);
}

export function toggleAbility(ability: AbilityId): void {
  const chosen = new Set(chosenAbilities.value);
  if (!chosen.delete(ability)) chosen.add(ability);
  chosenAbilities.value = chosen;
}

/** Takes the abilities that the address of the page names. */
export function followAbilities(address: URLSearchParams): void {
  chosenAbilities.value = readAbilities(address);
}
