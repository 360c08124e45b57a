/** Something that comes from the server: on its way, here, or not to be had. */
export type Load<Value> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly value: Value }
  | { readonly state: 'failed'; readonly words: string };

export const waiting = { state: 'waiting' } as const;

/** What a promise comes to, as a value. */
export async function settle<Value>(promise: Promise<Value>): Promise<Load<Value>> {
  try {
    return { state: 'here', value: await promise };
  } catch (reason) {
    return { state: 'failed', words: reason instanceof Error ? reason.message : String(reason) };
  }
}
