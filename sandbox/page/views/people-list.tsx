import type { Person } from '../record/person.ts';
import { choosePerson } from '../state/navigation.ts';
import { chosenPerson, foundPeople, isListOpen, people, search } from '../state/people.ts';

/** Everybody in this EHR, with a search over name, number and what there is to try. */
export function PeopleList() {
  // Where there is little room, the list gives way to the chart once a person is chosen.
  const shown = chosenPerson.value === null ? ' shown' : isListOpen.value ? ' shown over' : '';
  return (
    <nav id="people" class={`people${shown}`} aria-label="Personer">
      <div class="field">
        <label for="find-person">Find person</label>
        <input
          id="find-person"
          type="search"
          value={search.value}
          autocomplete="off"
          onInput={(event) => {
            search.value = event.currentTarget.value;
          }}
        />
      </div>
      <ListOfPeople />
    </nav>
  );
}

function ListOfPeople() {
  const { state } = people.value;
  if (state === 'waiting') return <p class="quiet">Henter personer …</p>;
  if (state === 'failed') return <p role="alert">Personerne kunne ikke hentes. {people.value.words}</p>;
  if (foundPeople.value.length === 0) return <p class="quiet">Ingen personer passer til søgningen.</p>;
  return (
    <ul>
      {foundPeople.value.map((person) => (
        <PersonButton key={person.id} person={person} />
      ))}
    </ul>
  );
}

function PersonButton({ person }: { person: Person }) {
  return (
    <li>
      <button
        type="button"
        class="person"
        aria-current={person.id === chosenPerson.value}
        onClick={() => choosePerson(person.id)}
      >
        <span class="name">{person.name}</span> <span class="age">{person.age}</span>
        <span class="scenario">{person.scenario}</span>
      </button>
    </li>
  );
}
