import { readFileSync } from 'node:fs';
import type { ServiceRequest } from 'fhir/r4';
import { render } from 'preact-render-to-string';
import { afterEach, describe, expect, test } from 'vitest';
import { chosenFailures, frame } from '../../../../sandbox/page/state/launch.ts';
import { chosenOrder, orders } from '../../../../sandbox/page/state/orders.ts';
import { chart, chosenPerson, people, search } from '../../../../sandbox/page/state/people.ts';
import { Page } from '../../../../sandbox/page/views/page.tsx';

const alma = { id: 'p1', name: 'Alma Testesen', number: '990145-0001', age: '45 år', gender: 'kvinde', scenario: '' };
const bo = { ...alma, id: 'p2', name: 'Bo Eksempelsen' };
const order = (status: ServiceRequest['status']): ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'o1',
  meta: { versionId: '1' },
  status,
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  code: { text: 'MR-skanning af columna lumbalis' },
});

function open(status: ServiceRequest['status']): string {
  people.value = { state: 'here', value: [alma, bo] };
  chosenPerson.value = 'p1';
  orders.value = { state: 'here', value: [order(status)] };
  chosenOrder.value = 'o1';
  return render(<Page />);
}

afterEach(() => {
  chosenPerson.value = null;
  chosenOrder.value = null;
  frame.value = null;
  search.value = '';
  chosenFailures.value = new Set();
});

describe('the EHR page', () => {
  test('always says that this is a sandbox with synthetic people', () => {
    expect(render(<Page />)).toContain('Sandkasse – syntetiske personer');
    expect(open('draft')).toContain('Sandkasse – syntetiske personer');
  });

  test('lists the people that the search finds', () => {
    people.value = { state: 'here', value: [alma, bo] };
    search.value = 'bo';
    const page = render(<Page />);
    expect(page).toContain('Bo Eksempelsen');
    expect(page).not.toContain('aria-current="false"><span class="name">Alma');
  });

  test('lets a draft be signed, and nothing else', () => {
    expect(open('draft')).toContain('Underskriv henvisning');
    expect(open('active')).not.toContain('Underskriv henvisning');
    expect(open('revoked')).not.toContain('Underskriv henvisning');
  });

  test('frames the app under its name when it is launched', () => {
    expect(open('draft')).not.toContain('<iframe');
    frame.value = { url: 'http://app.test/launch.html?iss=x&launch=y', turn: 1, handle: 'a-handle', patient: 'p1' };
    expect(open('draft')).toMatch(/<iframe title="Indikation" src="http:\/\/app\.test\/launch\.html/);
  });

  test('says how many failures are chosen', () => {
    chosenFailures.value = new Set(['slow', 'write']);
    expect(open('draft')).toContain('Fejl at prøve (2 valgt)');
  });

  test('says that a record could not be read, and does not show it as empty', () => {
    chart.value = { state: 'failed', words: 'Serveren svarede 500.' };
    const page = open('draft');
    expect(page).toContain('Journalen kunne ikke hentes. Serveren svarede 500.');
    expect(page).not.toContain('Intet i journalen');
  });
});

test('the page has no inline script or style and asks no other host for anything', () => {
  const html = readFileSync(new URL('../../../../sandbox/page/index.html', import.meta.url), 'utf8');
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|\son[a-z]+=/);
  expect(html).not.toMatch(/https?:/);
});
