/**
 * Keeps the page for when there is no connection: a service worker, registered only where the page is opened by hand in a
 * window of its own. A launch never registers one, and the worker leaves launches alone (src/offline).
 */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || window.parent !== window) return;
  try {
    await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' });
  } catch {
    // Private windows, blocked storage, a page served by a developer's tools: without it the page needs a connection.
    return;
  }
}
