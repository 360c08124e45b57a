import type { Person } from '../record/person.ts';

/** Who the open chart is about, always in sight. */
export function PersonBanner({ person }: { person: Person }) {
  return (
    <div class="banner">
      <h1>{person.name}</h1>
      <p>
        <span class="number">{person.number}</span> · {person.age}, {person.gender}
      </p>
    </div>
  );
}
