import type { fhirclient } from 'fhirclient/lib/types';
import { decodeBase64Url } from './base64-url.ts';
import { parseJson } from './json-object.ts';
import { generatePkce } from './pkce.ts';

/**
 * fhirclient's view of the page. It gets no parameters of the address but those given here: it would let `clientId`,
 * `patientId` and `fhirServiceUrl` in a link win over what the site has configured. It neither redirects nor touches the
 * address itself; both are done where it can be seen (launch.ts, session.ts).
 *
 * `fullSessionStorageSupport: false` keeps the launch's key in the address. With the default there is one pointer per
 * tab, and of two widgets in one tab, a reloaded one showed the other one's patient (reproduced with fhirclient 2.6.3).
 */
export function fhirclientAdapter(url: URL, storage: fhirclient.Storage): fhirclient.Adapter {
  return {
    options: { replaceBrowserHistory: false, fullSessionStorageSupport: false },
    security: {
      generatePKCEChallenge: generatePkce,
      randomBytes: () => notUsed('randomBytes'),
      digestSha256: () => notUsed('digestSha256'),
      importJWK: () => notUsed('importJWK'),
      signCompactJws: () => notUsed('signCompactJws'),
    },
    getUrl: () => url,
    getStorage: () => storage,
    relative: (path) => new URL(path, url).href,
    atob: decodeJwtPart,
    btoa: (text) => globalThis.btoa(text),
    getAbortController: () => AbortController,
    redirect: () => notUsed('redirect'),
    base64urlencode: () => notUsed('base64urlencode'),
    base64urldecode: () => notUsed('base64urldecode'),
    getSmartApi: () => notUsed('getSmartApi'),
  };
}

/** For what fhirclient does only with confidential clients or with its own entry points. */
function notUsed(name: string): never {
  throw new Error(`fhirclient called ${name}, which this app does not use`);
}

/**
 * Where the server gives no `expires_in`, fhirclient takes any token with a dot for a JWT and looks for `exp` inside; a
 * token that is none must not end the launch. Gives JSON text, `null` where there is none.
 */
function decodeJwtPart(text: string): string {
  const decoded = decodeBase64Url(text);
  return parseJson(decoded) === undefined ? 'null' : decoded;
}
