/**
 * Makes fhirclient take Node for a browser, as its build for browsers does: import this before anything that imports
 * fhirclient. It takes `fetch` from `window` when it is loaded, so what it gets asks for the present one each time.
 */
const presentFetch: typeof globalThis.fetch = (...args) => globalThis.fetch(...args);
Object.assign(globalThis, { FHIRCLIENT_PURE: true, window: { fetch: presentFetch, Response } });

export {};
