import { resetEverything } from '../state/navigation.ts';
import { notice } from '../state/notice.ts';
import { isListOpen, openPerson } from '../state/people.ts';
import { AppPane } from './app-pane.tsx';
import { ChartView } from './chart.tsx';
import { OrdersSection } from './orders-section.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonBanner } from './person-banner.tsx';

/** The whole EHR: people, the open chart with its orders, and the app beside it. */
export function Page() {
  const person = openPerson.value;
  return (
    <>
      <header>
        <p class="sandbox-mark">
          <strong>Sandkasse – syntetiske personer.</strong> Ingen af dem findes i virkeligheden.
        </p>
        <TopBar />
      </header>
      <div class="panes">
        <PeopleList />
        <main class="work">
          {person === null ? (
            <Welcome />
          ) : (
            <>
              <div class="stay">
                <PersonBanner person={person} />
                <NoticeLine />
              </div>
              <OrdersSection />
              <ChartView />
            </>
          )}
        </main>
        {person === null ? null : <AppPane />}
      </div>
    </>
  );
}

function TopBar() {
  return (
    <div class="top">
      <span class="brand">Prøvejournalen</span>
      <button
        type="button"
        class="list-toggle"
        aria-expanded={isListOpen.value}
        aria-controls="people"
        onClick={() => {
          isListOpen.value = !isListOpen.value;
        }}
      >
        Personer
      </button>
      <span class="clinician">Læge Test Testesen</span>
      <button type="button" onClick={resetEverything}>
        Nulstil sandkassen
      </button>
    </div>
  );
}

/** Stays in the page when empty, so that screen readers notice what comes into it. */
function NoticeLine() {
  const now = notice.value;
  return (
    <>
      <p class="notice" role="status">
        {now?.kind === 'status' ? now.text : ''}
      </p>
      <p class="notice alert" role="alert">
        {now?.kind === 'alert' ? now.text : ''}
      </p>
    </>
  );
}

function Welcome() {
  return (
    <div class="welcome">
      <h1>Vælg en person</h1>
      <p>
        Hver person har en lille journal og som regel en kladde til en billeddiagnostisk henvisning. Åbn kladden, så
        starter beslutningsstøtten ved siden af.
      </p>
      <p>Begynd for eksempel med Alma Testesen. Under hvert navn står, hvad der er at prøve.</p>
    </div>
  );
}
