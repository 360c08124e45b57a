/**
 * Medplum 5 names the global `WebSocket` while it is imported, and Node 20 has none. Import this file before any
 * Medplum package. Nothing here opens a socket.
 */
if (!('WebSocket' in globalThis)) {
  Object.defineProperty(globalThis, 'WebSocket', {
    value: Object,
    configurable: true,
    writable: true,
  });
}
