import { describe, expect, test } from 'vitest';
import { keptFor } from '../../../src/offline/answering.ts';

const APP = 'https://app.example/indikation/';
const kept = { folder: APP, files: ['assets/index-1.js', 'assets/page-1.css'] };
const navigated = (path: string) => keptFor({ method: 'GET', url: APP + path, mode: 'navigate' }, kept);
const fetched = (url: string, method = 'GET') => keptFor({ method, url, mode: 'cors' }, kept);

describe('the service worker answers', () => {
  test('for the page opened by hand, in either language', () => {
    expect(navigated('')).toBe('index.html');
    expect(navigated('index.html')).toBe('index.html');
    expect(navigated('?lang=en')).toBe('index.html');
  });

  test('for the files of the build, by their exact address', () => {
    expect(fetched(`${APP}assets/index-1.js`)).toBe('assets/index-1.js');
  });

  test.each([
    ['a launch', navigated('launch.html?iss=https://ehr.example/fhir&launch=x')],
    ['the way back from the authorization server', navigated('index.html?code=x&state=y')],
    ['a page that is reloaded after a launch', navigated('index.html?state=y')],
    ['a launch that was refused', navigated('?error=access_denied')],
    ['an address with a language and more', navigated('?lang=en&state=y')],
    ['another page', navigated('workbench.html')],
    ['a file that was not built for the page', fetched(`${APP}assets/workbench-1.js`)],
    ['a file with parameters', fetched(`${APP}assets/index-1.js?x`)],
    ['the site configuration', fetched(`${APP}site.json`)],
    ['FHIR on another origin', fetched('https://ehr.example/fhir/Patient/1')],
    ['FHIR on its own origin', fetched('https://app.example/fhir/Patient/1')],
    ['a folder that begins alike', fetched('https://app.example/indikation-2/assets/index-1.js')],
    ['anything but GET', fetched(`${APP}assets/index-1.js`, 'POST')],
  ])('not for %s', (_, name) => {
    expect(name).toBeNull();
  });
});
