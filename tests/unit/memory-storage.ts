/** Storage as browsers have it, its items members of it. */
export function memoryStorage(): Storage {
  const storage: Storage = Object.create({
    get length() {
      return Object.keys(storage).length;
    },
    clear() {
      for (const key of Object.keys(storage)) delete storage[key];
    },
    getItem: (key: string) => (Object.hasOwn(storage, key) ? storage[key] : null),
    setItem(key: string, value: string) {
      storage[key] = value;
    },
    removeItem(key: string) {
      delete storage[key];
    },
    key: (index: number) => Object.keys(storage)[index] ?? null,
  });
  return storage;
}
